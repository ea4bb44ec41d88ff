// In every engine: form controls, and values that were set before the upgrade.
import { expect, fixture, html } from '@open-wc/testing';
import type { ConnectPayInvoice } from '../../src/elements/pay-invoice.js';
import { configure } from '../../src/index.js';
import {
  apiBase,
  json,
  once,
  radios,
  settled,
  shown,
  until,
  useAddress,
  useEvents,
  useServer,
  useStore,
  useWarnings,
} from './support.js';

const tags = [
  'connect-agreements',
  'connect-change-method',
  'connect-config',
  'connect-due',
  'connect-invoices',
  'connect-method-status',
  'connect-outcome',
  'connect-pay-invoice',
  'connect-payment-methods',
  'connect-vipps-payment',
] as const;

/** The names of what a page can set, and their attributes. */
function declaredBy(tag: string): [name: string, attribute: string | undefined][] {
  const known: unknown = Reflect.get(customElements.get(tag) ?? {}, 'elementProperties');
  if (!(known instanceof Map)) throw new Error(`no properties: ${tag}`);
  return [...known].flatMap(([name, options]: [unknown, { attribute?: unknown }]) => {
    const { attribute } = options;
    return [[String(name), typeof attribute === 'string' ? attribute : undefined]];
  });
}

const flags = [
  ...['debug', 'disabled', 'dismissible', 'merchant', 'remember', 'replaceCard', 'required'],
  'unpaid',
];

/** What a property is while it is not given. */
function none(name: string): unknown {
  if (flags.includes(name)) return false;
  return name === 'name' ? '' : undefined;
}

/** A tag that is not upgraded before it comes into the document. */
function asleep(tag: string): HTMLElement {
  const other = document.implementation.createHTMLDocument();
  return other.body.appendChild(other.createElement(tag));
}

/** Where elements are put without anything being asked of a server. */
function place(element: Element): Element {
  useServer();
  useWarnings();
  useStore();
  document.body.append(element);
  after.push(element);
  return element;
}

const after: Element[] = [];
afterEach(() => after.splice(0).forEach((element) => element.remove()));

const nothing = [undefined, null, false, NaN, '', 'false', 'null', 'undefined', 'NaN'];

describe('what is not given', () => {
  for (const tag of tags) {
    it(`is nothing to ${tag}`, () => {
      for (const [name, attribute] of declaredBy(tag)) {
        for (const value of nothing) {
          const element = document.createElement(tag);
          Reflect.set(element, name, value);
          expect(Reflect.get(element, name), `${name} ${String(value)}`).to.equal(none(name));
          // A bare attribute of those that are on or off is on.
          if (!attribute || value == null || (value === '' && flags.includes(name))) continue;
          const written = document.createElement(tag);
          written.setAttribute(attribute, String(value));
          expect(Reflect.get(written, name), `${attribute}="${value}"`).to.equal(none(name));
        }
      }
    });

    it(`is nothing to ${tag} when it was set before the upgrade`, async () => {
      const names = declaredBy(tag).map(([name]) => name);
      const early = nothing.map((value) => {
        const element = asleep(tag);
        for (const name of names) Reflect.set(element, name, value);
        return place(element);
      });
      await settled();
      for (const [index, element] of early.entries()) {
        for (const name of names) {
          const what = `${name} ${String(nothing[index])}`;
          expect(Reflect.get(element, name), what).to.equal(none(name));
        }
      }
    });

    it(`is on in ${tag} where a bare attribute says so, and off again without it`, () => {
      for (const [name, attribute = ''] of declaredBy(tag)) {
        if (!flags.includes(name)) continue;
        const element = document.createElement(tag);
        for (const on of ['', 'true', attribute]) {
          element.setAttribute(attribute, on);
          expect(Reflect.get(element, name), `${attribute}="${on}"`).to.equal(true);
        }
        element.removeAttribute(attribute);
        expect(Reflect.get(element, name), attribute).to.equal(false);
      }
    });

    it(`is text in ${tag} where it is a number`, () => {
      for (const [name] of declaredBy(tag)) {
        if (flags.includes(name) || /^token/.test(name)) continue;
        const element = document.createElement(tag);
        Reflect.set(element, name, 27409);
        expect(Reflect.get(element, name), name).to.equal('27409');
      }
    });
  }
});

const all = {
  'invoice-number': '1001',
  'product-code': 'DN',
  'company-code': 'AM',
  'client-id': 'site',
  'api-url': apiBase,
  token: 't0ken',
};

/** An element to pay with, given what it needs and more. */
async function pay(
  give: (element: ConnectPayInvoice) => void = () => {},
  around?: Element,
): Promise<ConnectPayInvoice> {
  useStore();
  useAddress('https://site.example/pay');
  const warnings = useWarnings();
  useServer({ 'POST /v1/api/payment/invoice': json({ success: true, transactionId: 42 }) });
  const element = document.createElement('connect-pay-invoice');
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
  give(element);
  (around ?? (await fixture(html`<form></form>`))).append(element);
  await until(() => element.matches(':state(ready), :state(failed)'), warnings.join('\n'));
  return element;
}

function chosenIn(element: Element): boolean[] {
  return radios(element).map(({ checked }) => checked);
}

describe('what cannot be used', () => {
  for (const [name, value, message] of [
    ['invoiceNumber', {}, 'invoice-number: expected a text'],
    ['invoiceNumber', true, 'invoice-number: expected a text'],
    ['currency', ['NOK'], 'currency: expected a text'],
    ['apiUrl', {}, 'api-url: expected a text'],
    ['returnUrl', () => '/', 'return-url: expected a text'],
    ['methods', [{}], 'methods: expected a text or a list of texts'],
    ['tokenProvider', 'token', 'token-provider: expected a function'],
    ['token', Promise.resolve('token'), 'token: expected a text'],
    ['required', {}, 'required: expected true or false'],
  ] as const) {
    it(`is a config error that says what was expected: ${name}, ${message}`, async () => {
      const events = useEvents();
      const element = await pay((one) => Reflect.set(one, name, value));
      expect(element.matches(':state(failed)')).to.equal(true);
      await until(() => events.some(([type]) => type === 'connect-error'));
      expect(events.find(([type]) => type === 'connect-error')?.[1]).to.deep.include({
        code: 'config',
        message,
      });
    });
  }

  it('is told after the element was ready, and is no more when it is mended', async () => {
    const element = await pay();
    expect(element.matches(':state(ready)')).to.equal(true);
    const told = once(element, 'connect-error');
    Reflect.set(element, 'amount', {});
    expect((await told).detail.message).to.equal('amount: expected a text');
    element.amount = '295.00';
    await until(() => element.matches(':state(ready)'));
    expect(shown(element)).to.contain('295.00');
  });

  it('is told by the elements that it is meant for, when it is connect-config that has it', async () => {
    const config = await fixture(html`<connect-config></connect-config>`);
    Reflect.set(config, 'apiUrl', {});
    const element = await pay((one) => one.removeAttribute('api-url'), config);
    expect(element.matches(':state(failed)')).to.equal(true);
    Reflect.set(config, 'apiUrl', apiBase);
    await until(() => element.matches(':state(ready)'));
  });

  it('is an error of configure(), and nothing is set then', () => {
    const settings = { country: 'se', clientId: {} };
    expect(() => {
      Reflect.apply(configure, undefined, [settings]);
    }).to.throw('client-id: expected a text');
  });
});

describe('an empty attribute', () => {
  it('is one that was not given: the setting around holds', async () => {
    const config = await fixture(html`<connect-config api-url=${apiBase}></connect-config>`);
    const element = await pay((one) => one.setAttribute('api-url', ''), config);
    expect(element.matches(':state(ready)')).to.equal(true);
  });

  it('offers every method, and an empty list none', async () => {
    const element = await pay((one) => one.setAttribute('methods', ''));
    expect(radios(element)).to.have.length(4);
    Reflect.set(element, 'methods', []);
    await element.updateComplete;
    expect(radios(element)).to.have.length(0);
    // Nothing would come of it.
    expect(element.shadowRoot?.querySelector('button')?.disabled).to.equal(true);
  });
});

describe('what a template breaks into lines', () => {
  it('is what stands between the white space', async () => {
    const element = await pay((one) => {
      for (const { name, value } of one.attributes) one.setAttribute(name, `\n  ${value}\n`);
      one.setAttribute('token', ' t0ken\n');
      one.setAttribute('name', ' way ');
      one.setAttribute('amount', '\n295.00 ');
      one.setAttribute('disabled', '\nfalse\n');
    });
    expect(element.matches(':state(ready)')).to.equal(true);
    expect([element.invoiceNumber, element.name, element.disabled]).to.deep.equal([
      '1001',
      'way',
      false,
    ]);
    expect(shown(element)).to.contain('295.00');
  });
});

describe('a list of methods', () => {
  for (const [name, give] of [
    ['a list', (one: Element) => void Reflect.set(one, 'methods', ['nexi', 'swishPayex'])],
    ['as a framework writes it', (one: Element) => one.setAttribute('methods', 'nexi,swishPayex')],
    ['text', (one: Element) => one.setAttribute('methods', 'nexi swishPayex')],
  ] as const) {
    it(`is offered in its order, given as ${name}`, async () => {
      const element = await pay(give);
      expect(radios(element).map(({ value }) => value)).to.deep.equal(['nexi', 'swishPayex']);
    });
  }
});

/** How frameworks bind a value to a name in a template; each by its own rules. */
const frameworks: Readonly<
  Record<string, (element: Element, name: string, value: unknown) => void>
> = {
  // runtime-dom: a property where there is one, and true for a bare attribute where that is a boolean.
  Vue: (element, name, value) => {
    if (!(name in element)) return attribute(element, name, value);
    const isBoolean = typeof Reflect.get(element, name) === 'boolean';
    Reflect.set(element, name, isBoolean && value === '' ? true : value);
  },
  // set_custom_element_data: a property where there is a setter.
  Svelte: (element, name, value) =>
    name in element ? void Reflect.set(element, name, value) : attribute(element, name, value),
  // setValueForPropertyOnCustomComponent: booleans are bare attributes, or none.
  React: (element, name, value) => {
    if (name in element) return void Reflect.set(element, name, value);
    attribute(element, name, value === true ? '' : value === false ? null : value);
  },
  // setProperty: what is taken back is an empty text.
  Preact: (element, name, value) => {
    if (!(name in element)) return attribute(element, name, value === false ? null : value);
    Reflect.set(element, name, value ?? '');
  },
  // [name]="value", prop:name={value} and .name=${value}: the property whatever there is.
  'Angular, Solid and Lit': (element, name, value) => void Reflect.set(element, name, value),
};

function attribute(element: Element, name: string, value: unknown): void {
  if (value == null) element.removeAttribute(name);
  else element.setAttribute(name, typeof value === 'string' ? value : JSON.stringify(value));
}

for (const [framework, bind] of Object.entries(frameworks)) {
  describe(`bound by ${framework}`, () => {
    for (const when of ['before', 'after'] as const) {
      it(`disabled is on and off, ${when} the upgrade`, async () => {
        const element = when === 'before' ? asleep('connect-pay-invoice') : await pay();
        bind(element, 'disabled', true);
        if (when === 'before') place(element);
        await settled();
        expect(element.matches(':disabled')).to.equal(true);
        for (const off of [false, true, undefined, true, null, true, 'false', true, 0]) {
          bind(element, 'disabled', off);
          expect(element.matches(':disabled'), String(off)).to.equal(off === true);
          expect(element.hasAttribute('disabled'), String(off)).to.equal(off === true);
        }
      });
    }

    it('a number is its text', async () => {
      const element = await pay((one) => {
        bind(one, 'invoiceNumber', 7435368);
        bind(one, 'productCode', 27409);
        bind(one, 'companyCode', 68979834);
      });
      expect(shown(element)).to.contain('7435368');
      expect(radios(element)).to.have.length(4);
    });

    it('what is taken back is not there', async () => {
      const element = await pay((one) => bind(one, 'methods', 'nexi'));
      expect(radios(element)).to.have.length(1);
      bind(element, 'methods', undefined);
      await element.updateComplete;
      expect(radios(element)).to.have.length(4);
    });

    it('the name in the form is bound too', async () => {
      const element = await pay((one) => bind(one, 'name', 'method'));
      const data = () => [...new FormData(element.closest('form') ?? undefined).keys()];
      expect(data()).to.deep.equal(['method']);
      bind(element, 'name', null);
      expect(data()).to.deep.equal([]);
      expect(element.hasAttribute('name')).to.equal(false);
    });
  });
}

describe('a bare attribute in a Vue template', () => {
  it('is on', () => {
    for (const tag of tags) {
      for (const [name] of declaredBy(tag).filter(([one]) => flags.includes(one))) {
        const element = document.createElement(tag);
        frameworks['Vue']?.(element, name, '');
        expect(Reflect.get(element, name), `${tag} ${name}`).to.equal(true);
      }
    }
  });
});

describe('disabled', () => {
  it('is taken off the tag where its text is false', async () => {
    const element = await pay((one) => one.setAttribute('disabled', 'false'));
    expect(element.hasAttribute('disabled')).to.equal(false);
    expect(element.matches(':disabled')).to.equal(false);
    element.setAttribute('disabled', 'false');
    expect(element.hasAttribute('disabled')).to.equal(false);
  });

  it('is never written by a fieldset around', async () => {
    const form = await fixture(html`<form><fieldset></fieldset></form>`);
    const fieldset = form.querySelector('fieldset');
    if (!fieldset) throw new Error('no fieldset');
    const element = await pay(() => {}, fieldset);
    fieldset.disabled = true;
    expect(element.matches(':disabled')).to.equal(true);
    expect([element.disabled, element.hasAttribute('disabled')]).to.deep.equal([false, false]);
    element.disabled = true;
    fieldset.disabled = false;
    expect(element.matches(':disabled')).to.equal(true);
  });
});

describe('the value', () => {
  it('is new in the one input and the one change that come out', async () => {
    const element = await pay();
    const heard: unknown[] = [];
    for (const type of ['input', 'change', 'connect-select']) {
      document.body.addEventListener(type, ({ target }) =>
        heard.push([type, target, element.value]),
      );
    }
    radios(element)[2]?.click();
    expect(heard).to.deep.equal([
      ['input', element, 'vippsEcommerce'],
      ['change', element, 'vippsEcommerce'],
      ['connect-select', element, 'vippsEcommerce'],
    ]);
  });

  it('can be bound both ways', async () => {
    const element = await pay();
    let model = '';
    element.addEventListener('input', () => (model = element.value ?? ''));
    radios(element)[3]?.click();
    expect(model).to.equal('nexi');
    element.value = 'swishPayex';
    await element.updateComplete;
    expect(chosenIn(element)).to.deep.equal([false, true, false, false]);
    expect(model).to.equal('nexi');
  });

  it('tells nothing when it is set by the page', async () => {
    const element = await pay();
    let told = 0;
    for (const type of ['input', 'change']) element.addEventListener(type, () => told++);
    element.value = 'nexi';
    await settled();
    expect(told).to.equal(0);
  });
});
