import { expect, fixture, html } from '@open-wc/testing';
import { configure } from '../../src/index.js';
import { fetchTexts, translate } from '../../src/i18n/translate.js';
import { shared } from '../../src/i18n/en/shared.js';
import { english } from './english.js';
import {
  apiBase,
  buttons,
  json,
  offered,
  choices,
  messages,
  shown,
  settled,
  until,
  useAddress,
  usePlatform,
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

// A browser notes 250 requests unless it is told to note more, and the sources are about as many files.
performance.setResourceTimingBufferSize(2_000);

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
  return names.flatMap(
    (name) =>
      /\/i18n\/(\w\w\/(?:connect|method-status|vipps-payment))\.[jt]s/.exec(name)?.[1] ?? [],
  );
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
    const ours = [
      english('pay-invoice.heading'),
      english('pay-invoice.action'),
      english('shared.loading'),
      'Invoice 1001',
      'Card',
    ];
    expect(seen).to.include.members(['Maksa lasku', 'Maksa']);
    expect(seen.filter((text) => ours.includes(text))).to.deep.equal([]);
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

  it('are English where their file never answers, and theirs when it comes after all', async () => {
    usePlatform({ deadline: 50 });
    let answer: (texts: { default: object }) => void = () => {};
    const file = new Promise<{ default: object }>((resolve) => (answer = resolve));
    const says = () => translate('connect', 'xx', { shared }, 'shared.loading');
    const texts = fetchTexts({ family: 'connect', languages: { xx: () => file } }, 'xx');
    expect(says()).to.equal('\u00a0');
    await texts;
    expect(says()).to.equal(english('shared.loading'));
    answer({ default: { shared: { loading: 'Ladataan' } } });
    await settled();
    expect(says()).to.equal('Ladataan');
  });

  for (const lang of [undefined, 'en', 'en-GB', 'de', 'not a language']) {
    it(`are not fetched with lang ${lang}`, async () => {
      const before = fetched();
      const { element } = await place(lang);
      await says(element, english('pay-invoice.heading'), lang === 'en-GB' ? 'en-GB' : 'en');
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
    await says(element, english('pay-invoice.heading'), 'en');
  });

  it('is English inside a language without texts', async () => {
    page.lang = 'nb';
    const { element } = await place('de');
    await says(element, english('pay-invoice.heading'), 'en');
  });

  it('is what numbers are written in', async () => {
    const { element } = await place('nb');
    element.amount = '21249.5';
    await says(element, 'Betal faktura', 'nb');
    const amount = new Intl.NumberFormat('nb', { style: 'currency', currency: 'NOK' });
    const written = amount.format(21_249.5);
    expect(written).to.contain('249,50');
    expect(element.shadowRoot?.querySelector('big')?.textContent).to.equal(written);
    expect(shown(element)).to.contain('Faktura 1001');
  });
});

describe('a language that changes', () => {
  it('on the page changes everything', async () => {
    const { element } = await place();
    await says(element, english('pay-invoice.heading'), 'en');
    page.lang = 'nb';
    await says(element, 'Betal faktura', 'nb');
    expect(choices(element)).to.deep.equal(['Kort', 'Swish', 'Vipps', 'Kort, via Nexi']);
    expect(buttons(element).map(textOf)).to.deep.equal(['Betal']);
    expect(shown(element)).to.contain('Faktura 1001');
    page.removeAttribute('lang');
    await says(element, english('pay-invoice.heading'), 'en');
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
    await until(() => shown(element).includes('Invoice 1001 is paid'), 'it is told as paid');
    wrapper.lang = 'nb';
    await until(() => shown(element).includes('Faktura 1001 er betalt'), 'it is told in Norwegian');
    expect(shown(element)).to.contain('Faktura 1001 · Transaksjon 42');
    expect(buttons(element).map(textOf)).to.deep.equal(['Kopier']);
    expect(shown(element)).to.not.contain('Invoice');
    expect(messages(element)).to.deep.equal(['pay-invoice.registered']);
    expect(server.count()).to.equal(1);
  });

  it('changes a refusal that stands beside the choice', async () => {
    const server = useServer({ [post]: json({ errorMessage: 'no' }, 400) });
    const { wrapper, element } = await place('en');
    await says(element, english('pay-invoice.heading'), 'en');
    await element.pay();
    await until(
      () => messages(element).includes('pay-invoice.error.bad-request.title'),
      'it is refused',
    );
    wrapper.lang = 'nb';
    await until(() => shown(element).includes('Betalingen ble ikke startet'), 'it is in Norwegian');
    expect(shown(element)).to.not.contain(english('pay-invoice.error.bad-request.title'));
    expect(server.count(post)).to.equal(1);
  });

  it('changes a failure', async () => {
    useWarnings();
    const { wrapper, element } = await place('en');
    element.invoiceNumber = '';
    await until(() => messages(element).includes('pay-invoice.load.error.config'), 'it has failed');
    wrapper.lang = 'nb';
    await until(
      () => shown(element).includes('Fakturaen kan ikke betales her akkurat nå'),
      'it says so in Norwegian',
    );
    expect(shown(element)).to.not.contain(english('pay-invoice.load.error.config'));
  });
});

// What is configured stays for the page: each of these has a language of its own, or puts it back.
describe("a site's own texts", () => {
  it('win over ours, one by one, at once', async () => {
    const { element } = await place('nb');
    await says(element, 'Betal faktura', 'nb');
    configure({ texts: { nb: { 'pay-invoice.action': 'Betal nå' } } });
    await until(() => textOf(buttons(element)[0] ?? element) === 'Betal nå', 'it says so');
    expect(heading(element)).to.equal('Betal faktura');
    configure({ texts: { nb: { 'pay-invoice.heading': 'Gjør opp' } } });
    await until(() => heading(element) === 'Gjør opp', 'it says that too');
    expect(buttons(element).map(textOf)).to.deep.equal(['Betal nå']);
    configure({
      texts: { nb: { 'pay-invoice.action': 'Betal', 'pay-invoice.heading': 'Betal faktura' } },
    });
  });

  it('add a language, with English for what they leave out', async () => {
    const { element } = await place('de-AT');
    await says(element, english('pay-invoice.heading'), 'en');
    configure({
      texts: {
        de: {
          'pay-invoice.heading': 'Rechnung bezahlen',
          'pay-invoice.method.creditcardPayex': 'Karte',
        },
      },
    });
    await says(element, 'Rechnung bezahlen', 'de-AT');
    expect(choices(element)).to.deep.equal(['Karte', 'Swish', 'Vipps', 'Card, through Nexi']);
    expect(shown(element)).to.contain(english('pay-invoice.method.creditcardPayex.hint'));
    expect(offered(element)).to.deep.equal(['pay-invoice.action']);
  });

  it('change English', async () => {
    configure({ texts: { en: { 'pay-invoice.heading': 'Settle up' } } });
    const { element } = await place('en');
    await says(element, 'Settle up', 'en');
    configure({ texts: { en: { 'pay-invoice.heading': english('pay-invoice.heading') } } });
  });

  it('leave no heading without words in it where they have none for it', async () => {
    configure({ texts: { ga: { 'pay-invoice.heading': '' } } });
    const { element } = await place('ga');
    await until(() => buttons(element).length, 'it is there');
    expect(element.shadowRoot?.querySelectorAll('h2')).to.have.length(0);
    configure({ texts: { ga: { 'pay-invoice.heading': 'Íoc' } } });
    await says(element, 'Íoc', 'ga');
  });

  it('have values put in as they are, dollar signs and all', async () => {
    configure({ texts: { is: { 'shared.invoice': 'Reikningur {number}.' } } });
    const { element } = await place('is');
    for (const number of ['$&', "$'", '$$', '{number}']) {
      element.invoiceNumber = number;
      await until(() => shown(element).includes(`Reikningur ${number}.`), `it shows ${number}`);
    }
  });

  it('are text, not markup', async () => {
    configure({ texts: { nl: { 'pay-invoice.heading': '<img src=x onerror=alert(1)>' } } });
    const { element } = await place('nl');
    await says(element, '<img src=x onerror=alert(1)>', 'nl');
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
  });
});

describe('a number that is spoken', () => {
  it('has a text for its category, in which it is written as the language does', async () => {
    const { element } = await place('sv');
    await says(element, 'Betala faktura', 'sv');
    configure({
      texts: {
        pl: {
          'shared.wait': {
            one: 'za {seconds} sekundę',
            few: 'za {seconds} sekundy',
            other: 'za {seconds} sekund',
          },
        },
      },
    });
    expect(
      [1, 2, 5].map((seconds) => translate('connect', 'pl', {}, 'shared.wait', { seconds })),
    ).to.deep.equal(['za 1 sekundę', 'za 2 sekundy', 'za 5 sekund']);
    expect(translate('connect', 'pl', {}, 'shared.wait', { seconds: 12345 })).to.equal(
      `za ${new Intl.NumberFormat('pl').format(12345)} sekund`,
    );
  });
});

describe('a text by its English, as it was once changed', () => {
  it('is told in the console as gone, once, and changes nothing', async () => {
    const warnings = useWarnings();
    const { element } = await place('da');
    await says(element, 'Betal faktura', 'da');
    const former: Record<string, string> = { 'Pay invoice': 'Betal regning', Pay: 'Betal nu' };
    configure({ texts: { da: former } });
    configure({ texts: { da: former } });
    await element.updateComplete;
    expect(heading(element)).to.equal('Betal faktura');
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('"Pay invoice" is no key').and.contain('pay-invoice.action');
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

describe('what is said in English in another language', () => {
  /** The texts that are marked as English, and those that are not. */
  const marked = (element: Element) => {
    const all = [...(element.shadowRoot?.querySelectorAll('h2, button, [part=description]') ?? [])];
    const isMarked = (one: Element) => one.getAttribute('lang') === 'en';
    return {
      english: all.filter(isMarked).map(({ textContent }) => textContent.trim()),
      other: all.filter((one) => !isMarked(one)).map(({ textContent }) => textContent.trim()),
    };
  };

  it('is marked as English, where a language of the site leaves it out', async () => {
    configure({ texts: { is: { 'pay-invoice.heading': 'Borga reikning' } } });
    const { element } = await place('is');
    await says(element, 'Borga reikning', 'is');
    const { english: inEnglish, other } = marked(element);
    expect(other).to.deep.equal(['Borga reikning']);
    expect(inEnglish).to.include('Pay').and.to.include('On PayEx’s payment page');
    configure({ texts: { is: { 'pay-invoice.action': 'Borga' } } });
    await until(() => marked(element).other.includes('Borga'), 'it is marked no more');
  });

  it('is marked where only a screen reader hears it, in an element of its own', async () => {
    configure({ texts: { fo: { 'pay-invoice.action': 'Gjalda' } } });
    const { element } = await place('fo');
    await until(() => element.matches(':state(ready)'), 'it has loaded');
    const root = element.shadowRoot;
    const group = root?.querySelector('fieldset');
    const name = root?.getElementById(group?.getAttribute('aria-labelledby') ?? '');
    expect(name?.textContent).to.equal('Pay invoice');
    expect(name?.lang).to.equal('en');
    expect(group?.lang).to.equal('');
    expect(root?.querySelector('[aria-label]')).to.equal(null);
  });

  it('is marked nowhere in English, and nowhere in a language that has it all', async () => {
    for (const [lang, title] of [
      ['en', 'Pay invoice'],
      ['nb', 'Betal faktura'],
    ] as const) {
      const { element } = await place(lang);
      await says(element, title, lang);
      expect(marked(element).english).to.deep.equal([]);
    }
  });
});
