// In every engine: each passes a direction on to what is slotted in its own way.
import { expect, fixture, html } from '@open-wc/testing';
import { configure } from '../../src/index.js';
import { apiBase, json, settled, until, useServer, useStore, useWarnings } from './support.js';

const page = document.documentElement;

/** A payment on a page, with what it needs, and what stands around it. */
async function pay(attributes = '', inside = '', around = (own: string) => own): Promise<Element> {
  useServer();
  useStore();
  useWarnings();
  const place = await fixture(html`<div></div>`);
  place.innerHTML =
    around(`<connect-pay-invoice invoice-number="1" product-code="DN" company-code="A"
    client-id="site" token="t" api-url="${apiBase}" ${attributes}>${inside}</connect-pay-invoice>`);
  await settled();
  return place.querySelector('connect-pay-invoice') ?? place;
}

function directionOf(element: Element | null | undefined): string {
  return element ? getComputedStyle(element).direction : 'none';
}

const within = (element: Element, part = 'section') => element.shadowRoot?.querySelector(part);

describe('what is said on a page that is read from the right', () => {
  const { lang } = page;
  beforeEach(() => Object.assign(page, { lang: 'ar', dir: 'rtl' }));
  afterEach(() => {
    page.lang = lang;
    page.removeAttribute('dir');
  });

  it('is read from the left in a language of ours', async () => {
    expect(directionOf(within(await pay()))).to.equal('ltr');
    for (const own of ['en', 'nb', 'sv_SE']) {
      expect(directionOf(within(await pay(`lang="${own}"`))), own).to.equal('ltr');
    }
  });

  it('is read as whoever gives the direction has it in its own language', async () => {
    page.lang = 'en';
    expect(directionOf(within(await pay()))).to.equal('rtl');
    page.lang = 'ar';
    const around = (own: string) => `<div lang="en" dir="rtl"><p lang="en-GB">${own}</p></div>`;
    expect(directionOf(within(await pay('', '', around)))).to.equal('rtl');
  });

  it('is read from the left where nobody says what language the page is in', async () => {
    page.removeAttribute('lang');
    expect(directionOf(within(await pay()))).to.equal('ltr');
  });

  it('leaves what the page has put in as it is', async () => {
    const inside =
      '<h3>ادفع الآن.</h3><p slot="footer" dir="ltr">More.</p><p slot="footer">أكثر.</p>';
    const element = await pay('', inside);
    expect(directionOf(within(element))).to.equal('ltr');
    const directions = [...element.children].map(directionOf);
    expect(directions).to.deep.equal(['rtl', 'ltr', 'rtl']);
    page.dir = 'ltr';
    expect([...element.children].map(directionOf)).to.deep.equal(['ltr', 'ltr', 'ltr']);
  });

  it('is read from the left in a shadow tree too', async () => {
    const host = await fixture(html`<div></div>`);
    const inner = await pay();
    host.attachShadow({ mode: 'open' }).append(inner);
    await settled();
    expect(directionOf(within(inner))).to.equal('ltr');
  });

  it('follows the page when that turns', async () => {
    page.dir = 'ltr';
    const element = await pay();
    page.lang = 'en';
    page.dir = 'rtl';
    await settled();
    expect(directionOf(within(element))).to.equal('rtl');
    page.lang = 'ar';
    await settled();
    expect(directionOf(within(element))).to.equal('ltr');
  });

  // Last: a page that has had a language of the site's own is spoken to in that.
  it("is read as the page in a language of the site's own, but for what is English there", async () => {
    page.lang = 'he';
    configure({ texts: { he: { 'pay-invoice.heading': 'תשלום חשבונית' } } });
    const element = await pay();
    expect(directionOf(within(element))).to.equal('rtl');
    expect(directionOf(within(element, 'h2'))).to.equal('rtl');
    expect(directionOf(within(element, 'button'))).to.equal('ltr');
  });
});

describe('what has failed', () => {
  afterEach(() => page.removeAttribute('dir'));

  for (const [name, value] of [
    ['dir', 'rtl'],
    ['lang', 'nb'],
  ] as const) {
    it(`is not read anew when the page has another ${name}`, async () => {
      const server = useServer({ 'GET /v1/product/payment/DN': json({}, 403) });
      useStore();
      const place = await fixture(html`<div></div>`);
      place.innerHTML = `<connect-payment-methods product-code="DN" token="t" api-url="${apiBase}"></connect-payment-methods>`;
      const element = place.querySelector('connect-payment-methods') ?? place;
      await until(() => element.matches(':state(failed)'), 'it has failed');
      place.setAttribute(name, value);
      await settled();
      expect(element.matches(':state(failed)')).to.equal(true);
      expect(server.count()).to.equal(1);
    });
  }
});
