import { expect, fixture, html } from '@open-wc/testing';
import { payInvoice, texts } from '../../src/i18n/en.js';
import { configure } from '../../src/index.js';
import {
  apiBase,
  buttons,
  json,
  labels,
  shown,
  settled,
  until,
  useAddress,
  useServer,
  useStore,
  useWaits,
  useWarnings,
} from './support.js';

const page = document.documentElement;
const pageLang = page.getAttribute('lang');
beforeEach(() => page.removeAttribute('lang'));
after(() => {
  if (pageLang != null) page.lang = pageLang;
});

const invoices = 'GET /v1/customer/invoice/payment/DN';
const post = 'POST /v1/api/payment/invoice';
const arrived = 'connect=pay-invoice~return~42~nexi~DN~1001&status=';

/** An element to pay with in a wrapper, which has a language unless it is undefined. */
async function place(lang?: string, own = '', query = '') {
  useStore();
  useAddress(`https://site.example/?${query}`);
  const wrapper = await fixture<HTMLElement>(html`<div></div>`);
  if (lang != null) wrapper.lang = lang;
  const element = document.createElement('connect-pay-invoice');
  const attributes = {
    'invoice-number': '1001',
    'product-code': 'DN',
    'company-code': 'AM',
    'client-id': 'site',
    'api-url': apiBase,
    token: 't0ken',
  };
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (own) element.lang = own;
  wrapper.append(element);
  return { wrapper, element };
}

const heading = (element: Element) => element.shadowRoot?.querySelector('h2')?.textContent;
const spoken = (element: Element) =>
  element.shadowRoot?.querySelector('[part=base]')?.getAttribute('lang');

async function says(element: Element, title: string, lang: string): Promise<void> {
  await until(() => heading(element) === title, `it says "${title}", not "${heading(element)}"`);
  await until(() => element.matches(':not(:state(loading))'), 'it has loaded');
  expect(spoken(element)).to.equal(lang);
}

/** The files of texts that were fetched, as `nb/connect`. */
function fetched(): string[] {
  const names = performance.getEntriesByType('resource').map(({ name }) => name);
  return names.flatMap((name) => /\/i18n\/(\w\w\/(?!shared)[\w-]+)\.[jt]s/.exec(name)?.[1] ?? []);
}

/** Everything that stands in the element from now on, however briefly. */
function everShown(element: Element): string[] {
  const seen: string[] = [];
  const { shadowRoot } = element;
  if (!shadowRoot) throw new Error('the element is not on the page');
  const note = () =>
    seen.push(...[...shadowRoot.querySelectorAll('h2, p, span, b, button')].map(textOf));
  new MutationObserver(note).observe(shadowRoot, {
    subtree: true,
    childList: true,
    characterData: true,
  });
  return seen;
}

const textOf = ({ textContent }: Element) => textContent.replace(/\s+/g, ' ').trim();

// The first in the file: it fetches Finnish.
describe('texts in another language', () => {
  it('are awaited with nothing of English to be read', async () => {
    const { element } = await place('fi');
    const seen = everShown(element);
    await element.updateComplete;
    expect(heading(element)).to.equal('\u00a0');
    expect(shown(element)).to.equal('');
    await says(element, 'Maksa lasku', 'fi');
    const english = [payInvoice.heading, payInvoice.action, texts.fetching, 'Invoice 1001', 'Card'];
    expect(seen).to.include.members(['Maksa lasku', 'Maksa']);
    expect(seen.filter((text) => english.includes(text))).to.deep.equal([]);
  });

  it('are fetched once for a family of elements', async () => {
    useWarnings();
    const { wrapper, element } = await place('nn');
    wrapper.append(document.createElement('connect-invoices'));
    await says(element, 'Betal faktura', 'nn');
    const { element: late } = await place('nn');
    await says(late, 'Betal faktura', 'nn');
    expect(fetched().filter((file) => file.startsWith('nn/'))).to.deep.equal(['nn/connect']);
    const other = document.createElement('connect-method-status');
    wrapper.append(other);
    await until(() => heading(other)?.trim(), 'it has a heading');
    expect(fetched().filter((file) => file.startsWith('nn/'))).to.deep.equal([
      'nn/connect',
      'nn/method-status',
    ]);
  });

  for (const lang of [undefined, 'en', 'en-GB', 'de', 'not a language']) {
    it(`are not fetched with lang ${lang}`, async () => {
      const before = fetched();
      const { element } = await place(lang);
      await says(element, payInvoice.heading, lang === 'en-GB' ? 'en-GB' : 'en');
      await settled();
      expect(fetched()).to.deep.equal(before);
    });
  }
});

describe('the language of an element', () => {
  for (const [lang, title, tag] of [
    ['nb', 'Betal faktura', 'nb'],
    ['nb-NO', 'Betal faktura', 'nb-NO'],
    ['no', 'Betal faktura', 'nb'],
    ['NO-no', 'Betal faktura', 'nb-NO'],
    ['nn', 'Betal faktura', 'nn'],
    ['sv-SE', 'Betala faktura', 'sv-SE'],
    ['da', 'Betal faktura', 'da'],
    ['fi', 'Maksa lasku', 'fi'],
  ] as const) {
    it(`is that around it: ${lang}`, async () => {
      const { element } = await place(lang);
      await says(element, title, tag);
    });

    it(`is that of the page: ${lang}`, async () => {
      page.lang = lang;
      const { element } = await place();
      await says(element, title, tag);
    });
  }

  it('is its own rather than that around it', async () => {
    page.lang = 'nb';
    const { element } = await place('sv', 'fi');
    await says(element, 'Maksa lasku', 'fi');
  });

  it('is the one around it rather than that of the page', async () => {
    page.lang = 'nb';
    const { element } = await place('en');
    await says(element, payInvoice.heading, 'en');
  });

  it('is English inside a language without texts', async () => {
    page.lang = 'nb';
    const { element } = await place('de');
    await says(element, payInvoice.heading, 'en');
  });

  it('is what numbers are written in', async () => {
    const { element } = await place('nb');
    element.amount = '1249.5';
    await says(element, 'Betal faktura', 'nb');
    const amount = new Intl.NumberFormat('nb', { style: 'currency', currency: 'NOK' });
    const written = amount.format(1249.5);
    expect(written).to.contain('249,50');
    expect(element.shadowRoot?.querySelector('big')?.textContent).to.equal(written);
    expect(shown(element)).to.contain('Faktura 1001');
  });
});

describe('a language that changes', () => {
  it('on the page changes everything', async () => {
    const { element } = await place();
    await says(element, payInvoice.heading, 'en');
    page.lang = 'nb';
    await says(element, 'Betal faktura', 'nb');
    expect(labels(element)).to.deep.equal([
      'Betalingskort',
      'Swish',
      'Vipps',
      'Betalingskort (Nexi)',
    ]);
    expect(buttons(element).map(textOf)).to.deep.equal(['Betal']);
    expect(shown(element)).to.contain('Faktura 1001');
    page.removeAttribute('lang');
    await says(element, payInvoice.heading, 'en');
  });

  it('on a wrapper changes what is inside, and nothing beside it', async () => {
    const { element: beside } = await place('sv');
    const { wrapper, element } = await place('nb');
    await says(element, 'Betal faktura', 'nb');
    wrapper.lang = 'fi';
    await says(element, 'Maksa lasku', 'fi');
    await says(beside, 'Betala faktura', 'sv');
  });

  it('changes an outcome that is told, and asks nothing again', async () => {
    const server = useServer({
      [invoices]: json({ invoices: [{ invoiceNumber: '1001', amount: 100, paidAmount: 100 }] }),
    });
    useWaits();
    const { wrapper, element } = await place('en', '', `${arrived}finished`);
    await until(() => shown(element).includes(payInvoice.registered), 'it is told as paid');
    wrapper.lang = 'nb';
    await until(() => shown(element).includes('Fakturaen er betalt'), 'it is told in Norwegian');
    expect(shown(element)).to.contain('Faktura 1001 · Transaksjon 42');
    expect(buttons(element).map(textOf)).to.deep.equal(['Kopier']);
    expect(shown(element)).to.not.contain(payInvoice.registered);
    expect(server.count()).to.equal(1);
  });

  it('changes a refusal that stands beside the choice', async () => {
    const server = useServer({ [post]: json({ errorMessage: 'no' }, 400) });
    const { wrapper, element } = await place('en');
    await says(element, payInvoice.heading, 'en');
    await element.pay();
    await until(() => shown(element).includes(texts.errors['bad-request']), 'it is refused');
    wrapper.lang = 'nb';
    await until(() => shown(element).includes('Dette ble ikke godtatt.'), 'it is in Norwegian');
    expect(shown(element)).to.not.contain(texts.errors['bad-request']);
    expect(server.count()).to.equal(1);
  });

  it('changes a failure', async () => {
    useWarnings();
    const { wrapper, element } = await place('en');
    element.invoiceNumber = '';
    await until(() => shown(element).includes(texts.errors.config), 'it has failed');
    wrapper.lang = 'nb';
    await until(() => shown(element).includes('Ikke tilgjengelig.'), 'it says so in Norwegian');
    expect(shown(element)).to.not.contain(texts.errors.config);
  });
});

// What is configured stays for the page: each of these has a language of its own, or puts it back.
describe("a site's own texts", () => {
  it('win over ours, one by one, at once', async () => {
    const { element } = await place('nb');
    await says(element, 'Betal faktura', 'nb');
    configure({ texts: { nb: { Pay: 'Betal nå' } } });
    await until(() => textOf(buttons(element)[0] ?? element) === 'Betal nå', 'it says so');
    expect(heading(element)).to.equal('Betal faktura');
    configure({ texts: { nb: { 'Pay invoice': 'Gjør opp' } } });
    await until(() => heading(element) === 'Gjør opp', 'it says that too');
    expect(buttons(element).map(textOf)).to.deep.equal(['Betal nå']);
    configure({ texts: { nb: { Pay: 'Betal', 'Pay invoice': 'Betal faktura' } } });
  });

  it('add a language, with English for what they leave out', async () => {
    const { element } = await place('de-AT');
    await says(element, payInvoice.heading, 'en');
    configure({ texts: { de: { 'Pay invoice': 'Rechnung bezahlen', Card: 'Karte' } } });
    await says(element, 'Rechnung bezahlen', 'de-AT');
    expect(labels(element)).to.deep.equal(['Karte', 'Swish', 'Vipps', 'Card (Nexi)']);
    expect(buttons(element).map(textOf)).to.deep.equal([payInvoice.action]);
  });

  it('change English', async () => {
    configure({ texts: { en: { 'Pay invoice': 'Settle up' } } });
    const { element } = await place('en');
    await says(element, 'Settle up', 'en');
    configure({ texts: { en: { 'Pay invoice': payInvoice.heading } } });
  });

  it('have values put in as they are, dollar signs and all', async () => {
    configure({ texts: { is: { 'Invoice {0}': 'Reikningur {0}.' } } });
    const { element } = await place('is');
    for (const number of ['$&', "$'", '$$', '{0}']) {
      element.invoiceNumber = number;
      await until(() => shown(element).includes(`Reikningur ${number}.`), `it shows ${number}`);
    }
  });

  it('are text, not markup', async () => {
    configure({ texts: { nl: { 'Pay invoice': '<img src=x onerror=alert(1)>' } } });
    const { element } = await place('nl');
    await says(element, '<img src=x onerror=alert(1)>', 'nl');
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
  });
});

// The last in the file: a configured language stays for the page.
describe('a configured language', () => {
  it('wins over that of the page, and not over a nearer one', async () => {
    page.lang = 'nb';
    const { element } = await place();
    const { element: inside } = await place('fi');
    await says(element, 'Betal faktura', 'nb');
    configure({ lang: 'sv' });
    await says(element, 'Betala faktura', 'sv');
    await says(inside, 'Maksa lasku', 'fi');
    configure({ texts: {} });
    await says(element, 'Betala faktura', 'sv');
  });
});
