// In every engine: dialogs and focus are the browser's own.
import { expect, fixture, html } from '@open-wc/testing';
import { idle as rests } from '../../src/host/idle.js';
import { signedOut } from '../../src/index.js';
import {
  get,
  all,
  methods,
  cards,
  post,
  created,
  late,
  list,
  byCard,
  card,
  page,
  scene,
  said,
  dialog,
  payment,
  complete,
} from './due-scene.js';
import { button, held, messages, offered, settled, until } from './support.js';

const { begins } = rests;
afterEach(() => (rests.begins = begins));

describe('paying from a strip', () => {
  const opened = async (attributes: Record<string, string> = {}, table = {}) => {
    const made = await scene({ [get]: list(late), [post]: created, ...table }, attributes);
    const pay = button(made.element, 'pay-invoice.action');
    pay.focus();
    pay.click();
    await until(() => dialog(made.element)?.open, 'the dialog is open');
    return made;
  };

  it('is done in a dialog of its own', async () => {
    const { element, navigations } = await opened();
    expect(dialog(element)?.matches(':modal')).to.equal(true);
    const paying = payment(element);
    expect(paying?.invoiceNumber).to.equal('1001');
    expect(paying?.companyCode).to.equal('AM');
    expect(paying?.amount).to.equal('149');
    await until(() => paying?.shadowRoot?.activeElement, 'the focus is at the choice');
    expect(paying?.shadowRoot?.activeElement?.localName).to.equal('input');
    await paying?.pay();
    await until(() => navigations.length, 'it has left');
    expect(navigations[0]?.url).to.contain('transactionId=42');
  });

  it('is read from the left, as its language is, on a page that is read from the right', async () => {
    const around = await fixture<HTMLElement>(html`<div lang="ar" dir="rtl"></div>`);
    const { element } = await scene({ [get]: list(late) }, {}, { parent: around });
    button(element, 'pay-invoice.action').click();
    await until(() => dialog(element)?.open, 'the dialog is open');
    const strip = element.shadowRoot?.querySelector('section');
    for (const one of [strip, dialog(element), payment(element)?.shadowRoot?.firstElementChild]) {
      expect(one && getComputedStyle(one).direction).to.equal('ltr');
    }
  });

  it('goes by the own settings of the strip, also when they change', async () => {
    const { element } = await opened({ 'client-id': 'first' });
    const paying = payment(element);
    expect(paying?.clientId).to.equal('first');
    element.setAttribute('client-id', 'second');
    await element.updateComplete;
    expect(paying?.clientId).to.equal('second');
  });

  it('is closed when the token is another reader’s, and goes on while it is under way', async () => {
    const { element, server } = await opened();
    element.token = 'berit';
    await element.updateComplete;
    expect(!!dialog(element)).to.equal(false);
    await until(() => element.matches(':state(ready)'), 'the next reader is told of theirs');
    button(element, 'pay-invoice.action').click();
    await until(() => payment(element)?.matches(':state(ready)'), 'it is open');
    const answer = held(created);
    server.answer(post, answer.reply);
    void payment(element)?.pay();
    await until(() => server.count(post) === 1, 'it is asked for');
    element.token = 'renewed';
    await settled();
    expect(!!payment(element)).to.equal(true);
    answer.release();
  });

  it('goes on where the strip is put back some promises later', async () => {
    const answer = held(created);
    const { element, navigations, server } = await opened({}, { [post]: answer.reply });
    const paying = payment(element);
    void paying?.pay();
    await until(() => server.count(post), 'it is asked for');
    const place = element.parentElement;
    element.remove();
    for (let round = 0; round < 8; round++) await Promise.resolve();
    place?.append(element);
    answer.release();
    await until(() => navigations.length, 'it has left');
    expect(server.count(post)).to.equal(1);
    expect(payment(element)).to.equal(paying);
  });

  it('can be left, and the focus is where it was', async () => {
    const { element } = await opened();
    button(element, 'due.close').click();
    await until(() => !dialog(element), 'the dialog is gone');
    const isBack = element.shadowRoot?.activeElement === button(element, 'pay-invoice.action');
    expect(isBack).to.equal(true);
    button(element, 'pay-invoice.action').click();
    await until(() => dialog(element)?.open, 'it opens again');
  });

  it('makes the strip go once the invoice is paid, and not the dialog', async () => {
    const { element, server, loads } = await opened();
    server.answer(get, list());
    const paying = payment(element);
    const detail = { flow: 'pay-invoice', transactionId: 42, confirmed: true };
    paying?.dispatchEvent(
      new CustomEvent('connect-confirmed', { detail, bubbles: true, composed: true }),
    );
    await until(() => loads().length > 1 && !said(element), 'the strip has gone');
    expect(dialog(element)?.open).to.equal(true);
    dialog(element)?.close();
    await until(() => !element.shadowRoot?.children.length, 'nothing is left');
  });

  it('is done at a page of the site instead', async () => {
    const table = { [get]: list(late) };
    const { element, navigations } = await scene(table, { 'pay-url': '/invoices' });
    button(element, 'pay-invoice.action').click();
    expect(navigations).to.deep.equal([{ url: 'https://site.example/invoices', target: '_self' }]);
    expect(dialog(element)).to.equal(null);
  });

  it('is legible on its own ground, whatever the page has chosen for another', async () => {
    const parent = await fixture<HTMLElement>(
      html`<div
        style="color: #fff; --connect-color-text: #fff; --connect-color-surface: #000"
      ></div>`,
    );
    const { element } = await scene({ [get]: list(late) }, {}, { parent });
    button(element, 'pay-invoice.action').click();
    await until(() => dialog(element)?.open, 'the dialog is open');
    const [ground, paying] = [dialog(element), payment(element)];
    if (!ground || !paying) throw new Error('nothing is opened');
    expect(getComputedStyle(ground).backgroundColor).to.equal('rgb(255, 255, 255)');
    expect(getComputedStyle(paying).color).to.equal('rgb(0, 0, 0)');
    Object.assign(ground.style, { background: '#000', color: '#ff0' });
    expect(getComputedStyle(paying).color).to.equal('rgb(255, 255, 0)');
  });

  it('locks no page with a dialog that nobody can see', async () => {
    const parent = await fixture<HTMLElement>(html`<div style="display: none"></div>`);
    const { element } = await scene({ [get]: list(late) }, {}, { parent });
    button(element, 'pay-invoice.action').click();
    await element.updateComplete;
    expect(dialog(element)?.open, 'it is there, and closed').to.equal(false);
    await until(() => !dialog(element), 'the dialog is gone');
    expect(document.querySelector(':modal')).to.equal(null);
  });

  it('goes on when the strip is taken out and put back while it is under way', async () => {
    const answer = held(created);
    const { element, server, navigations } = await opened({}, { [post]: answer.reply });
    void payment(element)?.pay();
    await until(() => server.count(post) === 1, 'it is sent');
    const place = element.parentElement;
    element.remove();
    await settled();
    place?.append(element);
    await until(() => dialog(element)?.matches(':modal'), 'its dialog is over the page again');
    answer.release();
    await until(() => navigations.length === 1, 'it leaves');
    expect(navigations[0]?.url).to.include('transactionId=42');
    expect(server.count(post)).to.equal(1);
  });
});

describe('a payment that comes back to a strip', () => {
  const back = (outcome: string, number = '1001', product = 'DN') =>
    `connect=pay-invoice~return~42~nexi~${product}~${number}&status=${outcome}`;

  it('is told in its dialog, at once', async () => {
    rests.begins = () => new Promise(() => {});
    const answer = held(list(late));
    const table = { [all]: answer.reply };
    const { element, events } = await page(table, {}, { query: back('finished') });
    await until(() => messages(element).length, 'it is told');
    expect(messages(element)).to.deep.equal(['pay-invoice.outcome.finished.title']);
    expect(dialog(element)?.matches(':modal')).to.equal(true);
    expect(element.shadowRoot?.activeElement?.part.value).to.equal('message');
    const outcomes = events.filter(([type]) => type === 'connect-outcome');
    expect(outcomes.map(([, detail]) => detail)).to.deep.equal([
      { flow: 'pay-invoice', transactionId: 42, outcome: 'finished', verified: false },
    ]);
  });

  it('is told as paid once the server says so, and the strip is read again', async () => {
    const paid = { ...late, paidAmount: 149 };
    const { element, loads } = await scene(
      { [get]: list(), [all]: list(paid) },
      {},
      { query: back('finished') },
    );
    await until(() => messages(element).includes('pay-invoice.registered'), 'it is paid');
    await until(() => loads().length, 'it has loaded');
    expect(said(element)).to.equal('');
  });

  it('is not told again once the reader has gone on', async () => {
    const { element } = await scene(
      { [get]: list(late), [all]: list(late) },
      {},
      { query: back('cancelled') },
    );
    await until(() => dialog(element)?.open, 'it is told');
    button(element, 'due.close').click();
    await until(() => !dialog(element), 'it is gone');
    await element.reload();
    await settled();
    expect(dialog(element)).to.equal(null);
    expect(said(element)).to.contain('Invoice 1001');
  });

  it('stays in the address once it is closed, where nothing may be kept and it may yet be paid', async () => {
    const table = { [get]: list(late), [all]: list(late) };
    const { element, address } = await scene(
      table,
      { storage: 'none' },
      { query: back('finished') },
    );
    await until(() => dialog(element)?.open, 'it is told');
    button(element, 'due.close').click();
    await until(() => !dialog(element), 'it is gone');
    await element.reload();
    await settled();
    expect(dialog(element)).to.equal(null);
    expect(address()).to.contain('connect=pay-invoice~told-finished~42~');
    // As a router makes another strip on the next page.
    const other = document.createElement('connect-due');
    for (const { name, value } of element.attributes) other.setAttribute(name, value);
    other.token = 't0ken';
    element.after(other);
    await until(() => said(other).includes('Invoice 1001'), 'another strip is read');
    await settled();
    expect(dialog(other) === null, 'no dialog').to.equal(true);
    button(element, 'pay-invoice.action').click();
    await until(() => payment(element)?.matches(':state(settled)'), 'it is known');
    // It is asked about, or was until the server had not confirmed it: neither offers plain Pay.
    expect(offered(payment(element) ?? element)).to.not.include('pay-invoice.action');
    expect(offered(payment(element) ?? element)).to.not.include('pay-invoice.action.amount');
    // What the page remembers instead is gone with the page.
    signedOut();
  });

  it('is left to the element of the page that is about it', async () => {
    const parent = await fixture<HTMLElement>(html`<div></div>`);
    const { element, events } = await page(
      { [get]: list(late), [all]: list(late) },
      {},
      { query: back('cancelled'), parent },
    );
    const payment = document.createElement('connect-pay-invoice');
    const about = { ...complete, 'invoice-number': '1001', 'company-code': 'AM' };
    for (const [name, value] of Object.entries(about)) payment.setAttribute(name, value);
    parent.append(payment);
    await until(() => messages(payment).length, 'it is told');
    await settled();
    expect(dialog(element)).to.equal(null);
    expect(events.filter(([type]) => type === 'connect-outcome').length).to.equal(1);
  });

  it('of another product opens nothing, and is told to the site', async () => {
    const { element, events } = await scene(
      { [get]: list(late) },
      {},
      { query: back('finished', '1', 'AB') },
    );
    await until(() => events.some(([type]) => type === 'connect-outcome'), 'it is told');
    await settled();
    expect(dialog(element)).to.equal(null);
  });

  it('is a renewal that is told where it was begun', async () => {
    const { element, events } = await page(
      { [get]: list(), [methods]: byCard, [cards]: card('1', '99') },
      { watch: 'card' },
      {
        query: `connect=change-method~return~43~recurringPayExCardPayment~DN~~recurringPayExCardPayment&status=cancelled`,
      },
    );
    await until(() => messages(element).length, 'it is told');
    await settled();
    expect(events.filter(([type]) => type === 'connect-outcome').length).to.equal(1);
  });
});
