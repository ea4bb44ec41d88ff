import { expect } from '@open-wc/testing';
import { ConnectError } from '../../src/api/errors.js';
import inNorwegian from '../../src/i18n/nb/vipps-payment.js';
import { platform } from '../../src/platform/platform.js';
import { scripts } from '../../src/platform/script.js';
import { loaded, notLoaded } from '../../src/vipps-payment/loaded.js';
import { operationName } from '../../src/views/vipps-message.js';
import {
  apiBase,
  button,
  held,
  json,
  link,
  offered,
  settled,
  shown,
  until,
  useLocks,
  usePlatform,
  useWarnings,
  type Reply,
} from './support.js';
import { english } from './english.js';
import { get, holdWaits, names, resource, said, scene, src, useSeamless } from './vipps-scene.js';

const name = `connect-elements ${src}`;
const isElsewhere = english('vipps-payment.elsewhere.title');
const capture = 'POST /vipps/1/captures';

/** What the shop's staff sees of a payment that can be charged. */
const chargeable = (reply: Reply | Reply[] = resource(['create-capture'])) =>
  scene({ reply, merchant: true });

/** Makes the element one of another payment, and waits until that is shown. */
async function moveOn({ element, server }: Awaited<ReturnType<typeof scene>>) {
  server.answer('GET /vipps/2', resource([], { number: 2 }));
  element.src = `${apiBase}/vipps/2`;
  await until(() => element.payment?.number === 2, 'the other is shown');
}

describe('one Vipps payment in two tabs', () => {
  for (const rel of [
    'create-capture',
    'create-cancellation',
    'update-payment-abort',
    'redirect-authorization',
  ]) {
    it(`sends nothing for ${rel} while another tab holds the lock, and says so`, async () => {
      const { element, server, navigations } = await chargeable(resource([rel]));
      useLocks().take(name);
      await element.perform(rel);
      await element.updateComplete;
      expect(said(element, 'notice')).to.contain(isElsewhere);
      expect(element.matches(':state(ready)')).to.equal(true);
      // What it was loaded with.
      expect(server.sent).to.have.length(1);
      expect(navigations).to.deep.equal([]);
    });
  }

  it('is one payment to both, however they write its address', async () => {
    const { element, server } = await chargeable();
    useLocks().take(name);
    element.src = src.replace('https://api', 'HTTPS://API');
    await settled();
    await element.perform('create-capture');
    expect(server.count(capture)).to.equal(0);
  });

  it('can be charged once the other tab has let go', async () => {
    const { element, server } = await chargeable();
    const release = useLocks().take(name);
    await element.perform('create-capture');
    release();
    server.answer(capture, json({}));
    await element.perform('create-capture');
    expect(server.count(capture)).to.equal(1);
  });

  for (const [what, reply] of [
    ['is done', json({})],
    ['is done, as the document has it', json({}, 201)],
    ['is refused', json({ type: 'https://x/conflict' }, 409)],
  ] as const) {
    it(`is held until what was sent ${what}, and let go then`, async () => {
      const { element, server } = await chargeable();
      useLocks();
      const late = held(reply);
      server.answer(capture, late.reply);
      const done = element.perform('create-capture');
      await until(() => server.count(capture), 'it is sent');
      expect(await platform.lock(name)).to.equal(undefined);
      late.release();
      await done;
      expect(await platform.lock(name)).to.be.a('function');
    });
  }

  it('is held until the answer is there, also when the element has moved on, which says nothing', async () => {
    const all = await chargeable();
    const { element, server, events } = all;
    useLocks();
    const late = held(json({}, 500));
    server.answer(capture, late.reply);
    const done = element.perform('create-capture');
    await until(() => server.count(capture), 'it is sent');
    await moveOn(all);
    expect(await platform.lock(name)).to.equal(undefined);
    late.release();
    await done;
    await element.updateComplete;
    expect(names(events)).to.not.include('connect-error');
    expect(said(element, 'error')).to.equal('');
    expect(await platform.lock(name)).to.be.a('function');
  });

  for (const [what, letGo] of [
    ['is free', () => {}],
    ['is taken', undefined],
  ] as const) {
    it(`sends and says nothing when the lock ${what} after the element has moved on`, async () => {
      const all = await chargeable();
      const { element, server } = all;
      let answer: (release: (() => void) | undefined) => void = () => {};
      usePlatform({ lock: () => new Promise((resolve) => (answer = resolve)) });
      const done = element.perform('create-capture');
      await element.updateComplete;
      expect(said(element, 'notice')).to.contain(english('vipps-payment.submitting'));
      await moveOn(all);
      const before = server.count();
      answer(letGo);
      await done;
      await element.updateComplete;
      expect(server.count()).to.equal(before);
      expect(said(element, 'notice')).to.equal('');
    });
  }
});

describe('after a change', () => {
  it('it is said to be done, as something that is registered, beside what can be done now', async () => {
    const { element, server } = await chargeable();
    server.answer(capture, json({}));
    await element.perform('create-capture');
    await element.updateComplete;
    expect(said(element, 'notice')).to.contain(english('vipps-payment.done'));
    expect(said(element, 'notice')).to.not.contain(english('vipps-payment.checking'));
    expect(element.shadowRoot?.querySelector('.registered')).to.not.equal(null);
    expect(element.matches(':state(ready)')).to.equal(true);
  });

  it('what is read later is taken up where the server has not answered how it stands', async () => {
    const listed = resource(['create-capture']);
    const { element, server } = await chargeable([listed, listed, json({}, 404)]);
    server.answer(capture, json({}));
    await element.perform('create-capture');
    expect(said(element, 'notice')).to.contain(english('shared.check.no-answer'));
    server.answer(get, resource([]));
    await element.reload();
    await element.updateComplete;
    expect(said(element, 'notice')).to.contain(english('vipps-payment.done'));
    expect(offered(element)).to.not.include('shared.check-again');
  });

  it('the server can be asked again where it has not answered how it stands', async () => {
    const listed = resource(['create-capture']);
    const { element, server } = await chargeable([listed, listed, json({}, 404)]);
    server.answer(capture, json({}));
    await element.perform('create-capture');
    await element.updateComplete;
    expect(element.matches(':state(settled)')).to.equal(true);
    expect(said(element, 'notice')).to.contain(english('shared.check.no-answer'));
    server.answer(get, resource([], { state: 'Failed' }));
    button(element, 'shared.check-again').click();
    await until(() => element.matches(':state(ready)'), 'it is known');
    expect(said(element, 'notice')).to.contain(english('vipps-payment.done'));
    expect(shown(element)).to.contain(english('vipps-payment.state.Failed'));
    expect(offered(element)).to.not.include('shared.check-again');
    expect(server.count(capture)).to.equal(1);
  });
});

describe('what the payer has left by', () => {
  const reply = resource(['redirect-authorization', 'view-payment']);

  it('is kept for the session, by the address of the payment', async () => {
    const { element } = await scene({ reply });
    const calls: unknown[] = [];
    usePlatform({
      store: (...call) => {
        calls.push(call);
        return null;
      },
    });
    await element.perform('redirect-authorization');
    expect(calls).to.deep.equal([[name, 'redirect-authorization', true]]);
  });

  it('is kept when the payment is read again while the browser leaves', async () => {
    const { element, store, events } = await scene({ reply });
    holdWaits();
    await element.perform('redirect-authorization');
    await element.reload();
    await settled();
    expect(store.get(name)).to.equal('redirect-authorization');
    expect(element.matches(':state(redirecting)')).to.equal(true);
    expect(names(events)).to.not.include('connect-confirmed');
  });

  it('is not taken up again while the seamless view is open', async () => {
    const { opened } = useSeamless();
    const { element, store } = await scene({ reply });
    await element.perform('view-payment');
    await element.reload();
    await settled();
    expect(opened).to.have.length(1);
    expect(store.get(name)).to.equal('view-payment');
  });

  it('is kept when the element leaves before the script of the seamless view is there', async () => {
    let arrive = () => {};
    let isAsked = false;
    scripts.load = () => {
      isAsked = true;
      return new Promise<void>((resolve) => (arrive = resolve));
    };
    const { element, store, events } = await scene({ reply });
    const done = element.perform('view-payment');
    await until(() => isAsked, 'the script is asked for');
    element.remove();
    await settled();
    arrive();
    await done;
    expect(store.get(name)).to.equal('view-payment');
    expect(names(events)).to.not.include('connect-error');
  });
});

describe('the seamless view, when it is opened,', () => {
  const reply = resource(['view-payment']);

  it('may send the browser away at once', async () => {
    const url = 'https://vipps.example/app';
    scripts.load = () => {
      const vipps = ({ onExternalRedirect }: { onExternalRedirect(detail: object): void }) => ({
        open: () => onExternalRedirect({ redirectUrl: url }),
      });
      Reflect.set(globalThis, 'payex', { hostedView: { vipps } });
      return Promise.resolve();
    };
    const { element, navigations } = await scene({ reply });
    await element.perform('view-payment');
    await element.updateComplete;
    expect(navigations.map((one) => one.url)).to.deep.equal([url]);
    expect(element.matches(':state(redirecting)')).to.equal(true);
    expect(link(element)?.href).to.equal(url);
  });

  it('is told what an address to leave for has to be', async () => {
    const warnings = useWarnings();
    const { tell } = useSeamless();
    const { element, events } = await scene({ reply });
    await element.perform('view-payment');
    tell('onExternalRedirect', { redirectUrl: 'http://vipps.example/' });
    const message = 'redirectUrl: expected an https address';
    expect(events.at(-1)?.[1]).to.include({ code: 'config', message });
    expect(warnings).to.deep.equal([`connect-vipps-payment ${message}`]);
  });

  it('is given up when its script never answers, and can be opened again', async () => {
    useLocks();
    const { element } = await scene({ reply });
    scripts.load = () => new Promise(() => {});
    usePlatform({ deadline: 50 });
    await element.perform('view-payment');
    await element.updateComplete;
    expect(said(element, 'error')).to.contain(english('shared.error.network'));
    expect(element.querySelector('[slot=seamless]')).to.equal(null);
    const { opened } = useSeamless();
    await element.perform('view-payment');
    expect(opened).to.have.length(1);
  });

  it('is no answer of the network when its file does not come', async () => {
    const failure = await loaded(Promise.reject(new TypeError('no file'))).catch(
      (cause: unknown) => cause,
    );
    expect(failure).to.be.instanceOf(ConnectError);
    expect(failure).to.include({ code: 'network', message: 'no answer' });
    expect(notLoaded(false)).to.include({ code: 'network', message: 'no answer' });
    expect(await loaded(Promise.resolve(1))).to.equal(1);
    usePlatform({ deadline: 50 });
    const late = await loaded(new Promise(() => {})).catch((cause: unknown) => cause);
    expect(late).to.include({ code: 'network', message: 'no answer' });
  });
});

describe('what is said', () => {
  it('of operations that may not be followed names them all at once', async () => {
    const warnings = useWarnings();
    const rels = ['redirect-authorization', 'view-payment', 'paid-payment'];
    const { element } = await scene({ reply: resource(rels), origins: 'https://other.example' });
    await element.reload();
    expect(warnings).to.deep.equal([
      'connect-vipps-payment redirect-authorization view-payment: ' +
        'expected an address of src, operation-origins or scriptOrigins',
    ]);
  });

  it('of an operation without a name of its own is that it is done', () => {
    expect(operationName('create-capture')).to.equal('vipps-payment.operation.create-capture');
    expect(operationName('create-reversal')).to.equal('vipps-payment.done');
  });

  it('is in the language of the element', async () => {
    const { element } = await scene({ reply: resource(['paid-payment']) });
    element.lang = 'nb';
    const { registered } = inNorwegian['vipps-payment'];
    const norwegian = typeof registered === 'string' ? registered : '';
    expect(norwegian).to.not.be.oneOf(['', english('vipps-payment.registered')]);
    await until(() => shown(element).includes(norwegian), 'it is Norwegian');
  });
});
