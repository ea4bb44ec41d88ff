import { fixture, html } from '@open-wc/testing';
import { configure } from '../../src/index.js';
import type { ConnectVippsPayment } from '../../src/elements/vipps-payment.js';
import { scripts } from '../../src/platform/script.js';
import {
  apiBase,
  buttons,
  json,
  until,
  useAddress,
  useEvents,
  useNavigation,
  useServer,
  useStore,
  useWaits,
  type Reply,
} from './support.js';
import { samplePayment } from '../support/vipps-sample.js';

/** What the tests of connect-vipps-payment share. */

export const src = `${apiBase}/vipps/1`;
export const get = 'GET /vipps/1';
const load = scripts.load;
afterEach(() => {
  scripts.load = load;
  Reflect.deleteProperty(globalThis, 'payex');
});

export const hrefs: Record<string, [string, string]> = {
  'redirect-authorization': ['GET', 'https://pay.example/authorize'],
  'view-authorization': ['GET', 'https://pay.example/script.js?token=a'],
  'view-payment': ['GET', 'https://pay.example/script.js?token=p'],
  'update-payment-abort': ['PATCH', `${apiBase}/vipps/1`],
  'create-capture': ['POST', `${apiBase}/vipps/1/captures`],
  'create-cancellation': ['POST', `${apiBase}/vipps/1/cancellations`],
  'paid-payment': ['GET', `${apiBase}/vipps/1/paid`],
  'failed-payment': ['GET', `${apiBase}/vipps/1/failed`],
  'aborted-payment': ['GET', `${apiBase}/vipps/1/aborted`],
};

/** A resource that lists these operations. */
export function resource(rels: readonly string[], fields: object = {}) {
  const operations = rels.map((rel) => {
    const [method = 'GET', href = '/unknown'] = hrefs[rel] ?? [];
    return { rel, method, href, contentType: 'application/json' };
  });
  return json({ payment: { ...samplePayment, ...fields }, operations });
}

interface Scene {
  reply: Reply | Reply[];
  merchant?: boolean;
  origins?: string | undefined;
  address?: string;
}

export async function scene({ reply, merchant, origins = 'https://pay.example', address }: Scene) {
  const store = useStore();
  const waits = useWaits();
  const navigations = useNavigation();
  useAddress(address ?? 'https://site.example/account');
  const server = useServer({ [get]: reply });
  const events = useEvents();
  configure({ scriptOrigins: origins });
  const config = await fixture(
    html`<connect-config operation-origins=${origins}
      ><connect-vipps-payment
        src=${src}
        api-url=${apiBase}
        token="t0ken"
        ?merchant=${merchant}
      ></connect-vipps-payment
    ></connect-config>`,
  );
  const element = config.querySelector('connect-vipps-payment');
  if (!element) throw new Error('no element');
  await until(() => !element.matches(':state(loading)'), 'it has loaded');
  return { element, server, events, waits, store, navigations };
}

export const labels = (element: Element) =>
  buttons(element).map(({ textContent }) => textContent.trim());
/** What is said in the slot of this name; nothing when it is not there. */
export const said = (element: Element, slot: string) =>
  element.shadowRoot?.querySelector(`slot[name=${slot}]`)?.textContent ?? '';
export const names = (events: [string, unknown][]) => events.map(([type]) => type);
export const idle = (element: ConnectVippsPayment) =>
  until(() => !element.matches(':state(submitting)'), 'it is done');

/** Stands for the vendor's script; gives what it was configured with, and tells its events. */
export function useSeamless() {
  const loads: { url: string; nonce: string | undefined; place: Element }[] = [];
  const opened: Record<string, unknown>[] = [];
  scripts.load = (place, url, nonce) => {
    loads.push({ url, nonce, place });
    const vipps = (config: Record<string, unknown>) => ({ open: () => opened.push(config) });
    Reflect.set(globalThis, 'payex', { hostedView: { vipps } });
    return Promise.resolve();
  };
  const tell = (event: string, detail: unknown = {}) => {
    const handler = opened.at(-1)?.[event];
    if (typeof handler !== 'function') throw new Error(`no handler of ${event}`);
    Reflect.apply(handler, undefined, [detail]);
  };
  return { loads, opened, tell };
}
