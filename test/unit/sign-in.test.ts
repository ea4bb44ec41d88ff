import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import { english } from '../../src/i18n/en/index.js';
import { isSignInOffered } from '../../src/host/sign-in.js';
import type { ConnectInvoices } from '../../src/elements/invoices.js';
import type { ConnectPayInvoice } from '../../src/elements/pay-invoice.js';
import {
  apiBase,
  json,
  link,
  messages,
  settled,
  until,
  useAddress,
  useEvents,
  useNavigation,
  useServer,
  useStore,
  useWaits,
  useWarnings,
  unauthorized,
} from './support.js';

const here = 'https://site.example/account?tab=2&q=a%20b#invoices';
const list = 'GET /v1/customer/invoice/payment/DN';
const back = encodeURIComponent(here);

async function ended(signInUrl: string | undefined): Promise<ConnectInvoices> {
  useAddress(here);
  useServer({ [list]: unauthorized });
  const element = await fixture<ConnectInvoices>(
    html`<connect-invoices
      product-code="DN"
      api-url=${apiBase}
      token="t0ken"
      .signInUrl=${signInUrl}
    ></connect-invoices>`,
  );
  await until(() => element.matches(':state(failed)'), 'it has failed');
  return element;
}

describe('a session that has ended', () => {
  for (const [given, expected] of [
    ['/login', 'https://site.example/login'],
    ['/login?to={return}', `https://site.example/login?to=${back}`],
    ['https://id.example/?back={return}&x=1', `https://id.example/?back=${back}&x=1`],
    ['https://id.example/?a={return}&b={return}', `https://id.example/?a=${back}&b=${back}`],
    ['?login&to={return}', `https://site.example/account?login&to=${back}`],
  ] as const) {
    it(`offers to log in at ${given}`, async () => {
      const element = await ended(given);
      expect(link(element)?.href).to.equal(expected);
      expect(link(element)?.dataset['key']).to.equal('shared.log-in');
      expect(messages(element)).to.deep.equal(['invoices.load.error.unauthorized']);
    });
  }

  for (const given of [undefined, '']) {
    it(`offers nothing without an address to log in at: ${JSON.stringify(given)}`, async () => {
      expect(link(await ended(given))).to.equal(undefined);
    });
  }

  for (const given of [
    'javascript:alert(1)//{return}',
    'data:text/html,{return}',
    'blob:https://site.example/1',
    'http://id.example/login',
    'https://user:secret@id.example/',
    'https://',
    'mailto:a@site.example',
  ]) {
    it(`is a config error that names the setting, not a link: ${given}`, async () => {
      const events = useEvents();
      const element = await ended(given);
      expect(link(element)).to.equal(undefined);
      expect(events).to.deep.equal([
        [
          'connect-error',
          {
            flow: 'invoices',
            code: 'config',
            status: undefined,
            retryable: false,
            message: 'sign-in-url: expected an address of this origin, or an https address',
          },
        ],
      ]);
    });
  }

  it('offers it when a payment was refused for it', async () => {
    useStore();
    useWaits();
    useNavigation();
    useAddress(here);
    useServer({ [list]: json({ invoices: [] }), 'POST /v1/api/payment/invoice': unauthorized });
    const element = await fixture<ConnectPayInvoice>(
      html`<connect-pay-invoice
        invoice-number="1001"
        product-code="DN"
        company-code="AM"
        client-id="site"
        api-url=${apiBase}
        token="t0ken"
        sign-in-url="/login"
      ></connect-pay-invoice>`,
    );
    await until(() => element.matches(':state(ready)'), 'it can be chosen');
    await element.pay();
    await until(() => messages(element).length, 'it is told');
    expect(messages(element)).to.deep.equal(['pay-invoice.error.unauthorized.title']);
    expect(link(element)?.href).to.equal('https://site.example/login');
  });

  it('offers it when nobody can tell what came of a payment', async () => {
    useStore();
    useWaits();
    useAddress(`${here.split('#')[0]}&connect=pay-invoice~return~42~nexi~DN~1001&status=finished`);
    useServer({ [list]: unauthorized });
    const element = await fixture(
      html`<connect-outcome
        api-url=${apiBase}
        token="t0ken"
        sign-in-url="/login"
      ></connect-outcome>`,
    );
    await until(() => link(element), 'there is a link');
    expect(link(element)?.href).to.equal('https://site.example/login');
  });

  it('is offered by every sentence that says so', () => {
    const bodies = Object.entries(english)
      .flatMap(([place, texts]) =>
        Object.entries(texts).map(([name, text]) =>
          Array.isArray(text) ? `${place}.${name}.body` : `${place}.${name}`,
        ),
      )
      .filter((key) => /unauthorized(\.body)?$/.test(key))
      .filter((key) => !key.includes('.load.'));
    expect(bodies.length).to.be.greaterThan(3);
    expect(bodies.filter((key) => !isSignInOffered(key))).to.deep.equal([]);
  });
});

/** What each element needs, and what its own attributes may be. */
const needs: Readonly<Record<string, object>> = {
  'connect-agreements': { productCode: 'DN' },
  'connect-change-method': { productCode: 'DN', clientId: 'site' },
  'connect-due': { productCode: 'DN' },
  'connect-invoices': { productCode: 'DN' },
  'connect-method-status': { guid: 'a' },
  'connect-outcome': {},
  'connect-pay-invoice': {
    ...{ invoiceNumber: '1', productCode: 'DN', companyCode: 'AM', clientId: 'site' },
  },
  'connect-payment-methods': { productCode: 'DN' },
  'connect-vipps-payment': { src: '/payment' },
};

describe('a setting that is one of several words', () => {
  const shared = [
    ['environment', 'staging', 'production or test'],
    ['country', 'NO', 'no or se'],
    ['storage', 'session', 'all or none'],
    ['storage', 'None', 'all or none'],
    ['target', '_blank', '_self or _top'],
  ] as const;
  const own: Readonly<Record<string, readonly (readonly [string, string, string])[]>> = {
    'connect-agreements': [['provider', 'Vipps', 'vipps, payex, klarna, nexi']],
    'connect-due': [['watch', 'cards', 'card']],
  };
  for (const [tag, about] of Object.entries(needs)) {
    it(`is a config error that names it, and nothing is sent, where it is another: ${tag}`, async () => {
      for (const [name, value, expected] of [...shared, ...(own[tag] ?? [])]) {
        useAddress(here);
        useStore();
        const server = useServer();
        useWarnings();
        const events = useEvents();
        const element = document.createElement(tag);
        Object.assign(element, about, { apiUrl: apiBase, token: 't0ken' });
        element.setAttribute(name, value);
        await fixture(html`<div>${element}</div>`);
        await until(() => events.length && element.matches(':state(failed)'), 'it is told');
        await settled();
        expect(events.map(([type]) => type)).to.deep.equal(['connect-error']);
        expect(events[0]?.[1]).to.include({
          code: 'config',
          retryable: false,
          message: `${name}: expected ${expected}`,
        });
        const place = tag.slice('connect-'.length);
        const said = tag === 'connect-due' ? [] : [`${place}.load.error.config`];
        expect(messages(element)).to.deep.equal(said);
        expect(element.shadowRoot?.querySelectorAll('button').length).to.equal(0);
        expect(server.sent).to.deep.equal([]);
        element.remove();
        await settled();
      }
    });

    it(`may be any of them: ${tag}`, async () => {
      for (const [name, , expected] of shared) {
        for (const value of expected.split(' or ')) {
          useAddress(here);
          useStore();
          useWarnings();
          const events = useEvents();
          const element = document.createElement(tag);
          element.setAttribute(name, value);
          await fixture(html`<div>${element}</div>`);
          await until(() => events.length, 'it is told what is missing');
          expect(JSON.stringify(events)).to.not.contain(`"${name}:`);
          element.remove();
        }
      }
    });
  }
});

describe('other settings', () => {
  for (const origins of ['shop.example', 'https://shop.example/', 'https://a.example shop', '*']) {
    it(`are config errors that name them: return-origins="${origins}"`, async () => {
      useAddress(here);
      useServer();
      const events = useEvents();
      await fixture(
        html`<connect-config
          return-origins=${origins}
          client-id="site"
          token="t"
          api-url=${apiBase}
        >
          <connect-pay-invoice invoice-number="1" product-code="DN" company-code="AM">
          </connect-pay-invoice>
        </connect-config>`,
      );
      await until(() => events.length, 'it is told');
      const message = 'return-origins: expected origins, such as https://shop.example';
      expect(JSON.stringify(events)).to.contain(`"message":"${message}"`);
    });
  }
});
