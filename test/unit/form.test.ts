// In every engine: each has its own form-associated elements and focus.
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import type { ConnectChangeMethod } from '../../src/elements/change-method.js';
import type { ConnectPayInvoice } from '../../src/elements/pay-invoice.js';
import {
  apiBase,
  buttons,
  json,
  radios,
  settled,
  until,
  useAddress,
  useEvents,
  useNavigation,
  useServer,
  useStore,
  useWarnings,
} from './support.js';

type Chooser = ConnectPayInvoice | ConnectChangeMethod;

const get = 'GET /v1/product/payment/DN';
const table = {
  'POST /v1/api/payment/invoice': json({ success: true, transactionId: 42 }),
  'POST /v1/product/payment/DN': json({ success: true, paymentChangeId: 7 }),
  [get]: json({
    paymentMethodResponseItems: [
      { paymentMethod: 'invoice', current: true },
      'autoGiro',
      'recurringVippsPayment',
    ],
  }),
};

/** What each offers first. */
const offers = {
  'connect-pay-invoice': {},
  'connect-change-method': { methods: 'autoGiro recurringVippsPayment invoice' },
} as const;

/** Two methods that each offers, and how it is told to go on. */
const choosers = {
  'connect-pay-invoice': ['creditcardPayex', 'swishPayex'],
  'connect-change-method': ['autoGiro', 'recurringVippsPayment'],
} as const;

function goOn(element: Chooser): Promise<void> {
  return 'pay' in element ? element.pay() : element.change();
}

async function place(tag: keyof typeof choosers, attributes: Record<string, string> = {}) {
  useStore();
  useWarnings();
  useAddress('https://site.example/pay');
  const server = useServer(table);
  const navigations = useNavigation();
  const events = useEvents();
  const form = await fixture<HTMLFormElement>(html`<form><fieldset></fieldset></form>`);
  const fieldset = form.querySelector('fieldset');
  if (!fieldset) throw new Error('no fieldset');
  const element = document.createElement(tag);
  const all = {
    name: 'method',
    'invoice-number': '1001',
    'product-code': 'DN',
    'company-code': 'AM',
    'client-id': 'site',
    'api-url': apiBase,
    token: 't0ken',
    ...offers[tag],
    ...attributes,
  };
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
  fieldset.append(element);
  const before = data(form);
  const isLoaded = () => events.some(([type]) => type === 'connect-load');
  await until(() => isLoaded() || element.matches(':state(failed)'), 'it is there');
  await element.updateComplete;
  return { form, fieldset, element, server, navigations, events, before };
}

function data(form: HTMLFormElement): Record<string, unknown> {
  return Object.fromEntries(new FormData(form));
}

for (const tag of ['connect-pay-invoice', 'connect-change-method'] as const) {
  const [first, second] = choosers[tag];

  describe(`${tag} in a form`, () => {
    it('is sent as its name and the chosen method', async () => {
      const { form, element } = await place(tag);
      expect(data(form)).to.deep.equal({ method: first });
      radios(element)[1]?.click();
      await element.updateComplete;
      expect(data(form)).to.deep.equal({ method: second });
      element.value = first;
      await element.updateComplete;
      expect(data(form)).to.deep.equal({ method: first });
    });

    it('is not sent without a name', async () => {
      const { form, element } = await place(tag, { name: '' });
      element.removeAttribute('name');
      expect(data(form)).to.deep.equal({});
    });

    it('is not sent while there is nothing to choose', async () => {
      const { form, element, before } = await place(tag, { methods: 'none' });
      expect(before).to.deep.equal({});
      expect(element.matches(':state(empty)')).to.equal(true);
      expect(data(form)).to.deep.equal({});
    });

    it('is not sent when it has failed', async () => {
      useWarnings();
      const { form, element } = await place(tag, { 'product-code': '' });
      expect(element.matches(':state(failed)')).to.equal(true);
      expect(data(form)).to.deep.equal({});
    });

    it('goes back to the method of its attribute when the form is reset', async () => {
      const { form, element } = await place(tag, { value: second });
      radios(element)[0]?.click();
      await element.updateComplete;
      expect(data(form)).to.deep.equal({ method: first });
      form.reset();
      await element.updateComplete;
      expect(data(form)).to.deep.equal({ method: second });
      expect(
        radios(element)
          .map(({ checked }) => checked)
          .slice(0, 2),
      ).to.deep.equal([false, true]);
    });

    it('goes back to the first method when the form is reset and it has no such attribute', async () => {
      const { form, element } = await place(tag);
      radios(element)[1]?.click();
      form.reset();
      await element.updateComplete;
      expect(element.value).to.equal(undefined);
      expect(data(form)).to.deep.equal({ method: first });
    });

    type Switch = (on: { element: Chooser; fieldset: HTMLFieldSetElement; is: boolean }) => void;
    const switches: readonly (readonly [string, Switch])[] = [
      ['its own attribute', ({ element, is }) => element.toggleAttribute('disabled', is)],
      ['the fieldset', ({ fieldset, is }) => (fieldset.disabled = is)],
    ];
    for (const [name, set] of switches) {
      it(`is switched off by ${name}, and on again`, async () => {
        const { form, fieldset, element, server, navigations, events } = await place(tag);
        const inputs = () => [...radios(element), ...buttons(element)];
        set({ element, fieldset, is: true });
        await element.updateComplete;
        expect(inputs().every((input) => input.matches(':disabled'))).to.equal(true);
        expect(data(form)).to.deep.equal({});
        const asked = server.count();
        await goOn(element);
        buttons(element)[0]?.click();
        await settled();
        expect(server.count()).to.equal(asked);
        expect(navigations).to.deep.equal([]);
        expect(events.map(([type]) => type)).to.deep.equal(['connect-load']);
        set({ element, fieldset, is: false });
        await element.updateComplete;
        expect(inputs().some((input) => input.matches(':disabled'))).to.equal(false);
        expect(data(form)).to.deep.equal({ method: first });
        await goOn(element);
        // A read, and what is asked for.
        expect(server.count()).to.equal(asked + 2);
        expect(navigations).to.have.length(1);
      });
    }

    it('makes the form invalid when it is required and there is nothing to choose', async () => {
      const { form, element } = await place(tag, { methods: 'none', required: '' });
      expect(form.checkValidity()).to.equal(false);
      expect(element.matches(':invalid')).to.equal(true);
      element.removeAttribute('methods');
      await element.reload();
      await element.updateComplete;
      expect(data(form)).to.deep.equal({ method: first });
      expect(form.checkValidity()).to.equal(true);
      expect(element.matches(':invalid')).to.equal(false);
    });

    it('never makes the form invalid when it is not required', async () => {
      const { form, element } = await place(tag, { methods: 'none' });
      expect(form.checkValidity()).to.equal(true);
      element.required = true;
      await element.updateComplete;
      expect(form.checkValidity()).to.equal(false);
      element.required = false;
      await element.updateComplete;
      expect(form.checkValidity()).to.equal(true);
    });

    it('answers what pages ask of each field of a form', async () => {
      const { form, element } = await place(tag, { methods: 'none', required: '', id: 'field' });
      form.insertAdjacentHTML('beforeend', '<label for="field">Method</label>');
      expect(element.form === form).to.equal(true);
      expect([...form.elements].includes(element)).to.equal(true);
      expect(Array.from(element.labels, ({ textContent }) => textContent)).to.deep.equal([
        'Method',
      ]);
      expect(element.willValidate).to.equal(true);
      expect(element.validity.valueMissing).to.equal(true);
      expect(element.validationMessage).to.not.equal('');
      const told: string[] = [];
      element.addEventListener('invalid', ({ type }) => told.push(type));
      expect(element.checkValidity()).to.equal(false);
      expect(told).to.deep.equal(['invalid']);
      expect(element.reportValidity()).to.equal(false);
      await until(() => document.activeElement === element, 'the focus has come');
      element.disabled = true;
      expect(element.willValidate).to.equal(false);
      expect(element.checkValidity()).to.equal(true);
    });

    it('is not valid for a reason of the page’s own, until that takes it back', async () => {
      const { form, element } = await place(tag);
      element.setCustomValidity('Not this one.');
      const isRefused = () => {
        expect(element.validity.customError).to.equal(true);
        expect(element.validationMessage).to.equal('Not this one.');
        expect(form.checkValidity()).to.equal(false);
      };
      isRefused();
      element.value = second;
      await element.updateComplete;
      isRefused();
      element.setCustomValidity('');
      expect(form.checkValidity()).to.equal(true);
    });

    it('is of the form that a framework sets by its id', async () => {
      const { element } = await place(tag);
      const other = await fixture<HTMLFormElement>(html`<form id="other"></form>`);
      Object.assign(element, { form: 'other' });
      expect(element.form === other).to.equal(true);
    });

    it('is of the form around it when a framework sets that to nothing', async () => {
      const { form, element } = await place(tag);
      for (const nothing of [null, undefined]) {
        element.setAttribute('form', 'other');
        Object.assign(element, { form: nothing });
        expect(element.hasAttribute('form')).to.equal(false);
        expect(element.form === form).to.equal(true);
      }
    });

    it('takes the page’s reason and the focus before it is in the page', () => {
      const element = document.createElement(tag);
      element.setCustomValidity('Not this one.');
      element.focus();
      expect(element.validationMessage).to.equal('Not this one.');
    });

    it('brings the focus to the choice when its label is clicked', async () => {
      const { form, element } = await place(tag, { id: 'choice', value: second });
      const label = Object.assign(document.createElement('label'), { htmlFor: 'choice' });
      label.textContent = 'How';
      form.prepend(label);
      label.click();
      const [, chosen] = radios(element);
      expect(element.shadowRoot?.activeElement).to.equal(chosen);
    });

    it('calls the choice by the labels that point at it, however they come, change and go', async () => {
      const { form, element } = await place(tag, { id: 'choice', value: second });
      const name = async () => {
        await element.updateComplete;
        const id = element.shadowRoot?.querySelector('fieldset')?.getAttribute('aria-labelledby');
        return element.shadowRoot?.getElementById(id ?? '')?.textContent;
      };
      const own = await name();
      expect(own).to.equal(element.shadowRoot?.querySelector('h2')?.textContent);
      const label = Object.assign(document.createElement('label'), { htmlFor: 'choice' });
      label.innerHTML = '  How to\n <b>pay</b> ';
      form.prepend(label);
      radios(element)[0]?.focus();
      expect(await name()).to.equal('How to pay');
      label.append(' now');
      await settled();
      expect(await name()).to.equal('How to pay now');
      const around = document.createElement('label');
      around.append('Invoice: ');
      element.replaceWith(around);
      around.append(element);
      await settled();
      expect(await name()).to.equal('How to pay now Invoice:');
      label.remove();
      around.replaceWith(element);
      await settled();
      element.focus();
      expect(await name()).to.equal(own);
    });

    it('brings the focus to the choice when the page asks for it, and stays where a reader clicks', async () => {
      const { element } = await place(tag, { value: second });
      element.focus();
      expect(element.shadowRoot?.activeElement).to.equal(radios(element)[1]);
      element.blur();
      radios(element)[1]?.blur();
      element.shadowRoot?.querySelector('h2')?.click();
      expect(element.shadowRoot?.activeElement).to.equal(null);
    });

    for (const [name, attributes] of [
      ['there is nothing to choose', { methods: 'none' }],
      ['it has failed', { 'product-code': '' }],
    ] as const) {
      it(`brings the focus to what says why the form cannot be sent: ${name}`, async () => {
        const { form, element } = await place(tag, { required: '', ...attributes });
        expect(form.reportValidity()).to.equal(false);
        await until(() => document.activeElement === element, 'the focus has come');
        expect(element.shadowRoot?.activeElement?.getAttribute('part')).to.equal('message');
      });
    }

    it('chooses again what the browser gives back, and nothing where nothing was chosen', async () => {
      const { form, element } = await place(tag);
      const giveBack = (kept: unknown) => {
        const call: unknown = Reflect.get(element, 'formStateRestoreCallback');
        if (typeof call === 'function') Reflect.apply(call, element, [kept]);
      };
      giveBack(second);
      await element.updateComplete;
      expect(data(form)).to.deep.equal({ method: second });
      for (const nothing of ['', null, new FormData()]) giveBack(nothing);
      await element.updateComplete;
      expect(data(form)).to.deep.equal({ method: first });
    });

    it('does not send the form when its own button is pressed', async () => {
      const { form, element, navigations } = await place(tag);
      let sent = 0;
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        sent++;
      });
      buttons(element)[0]?.click();
      await until(() => navigations.length, 'it has left');
      expect(sent).to.equal(0);
    });
  });
}
