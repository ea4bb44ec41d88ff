import { expect } from '@open-wc/testing';
import { scripts } from '../../src/platform/script.js';
import {
  apiBase,
  button,
  held,
  json,
  link,
  messages,
  networkError,
  offered,
  settled,
  shown,
  unauthorized,
  until,
  useAddress,
  useEvents,
  useLocks,
  usePlatform,
  useServer,
  useStore,
  useWarnings,
  type Reply,
  page as htmlPage,
} from './support.js';
import { english } from './english.js';
import { sample, samplePayment } from '../support/vipps-sample.js';
import {
  get,
  holdWaits,
  hrefs,
  idle,
  labels,
  names,
  resource,
  said,
  scene,
  src,
  useSeamless,
} from './vipps-scene.js';

const everything = Object.keys(hrefs);

describe('a Vipps payment', () => {
  it('is shown as in the sample: state, amount, description, number and times', async () => {
    const warnings = useWarnings();
    const { element, events } = await scene({ reply: json(sample) });
    for (const fact of [
      /Status ?Ready/,
      /Amount ?NOK 15.00/,
      /For ?Test Purchase/,
      /Number ?1234567890/,
      /Started ?Sep 14, 2016, 3:21 PM/,
      /Changed ?Sep 14, 2016, 3:21 PM/,
    ]) {
      expect(shown(element)).to.match(fact);
    }
    // Its operations are at the vendor's, where the element does not go.
    expect(warnings).to.have.length(1);
    for (const { rel } of sample.operations) expect(warnings.join()).to.contain(rel);
    expect(shown(element)).to.not.contain(english('vipps-payment.fact.remainingCaptureAmount'));
    expect(element.payment?.id).to.equal(samplePayment.id);
    expect(events).to.deep.include(['connect-load', { flow: 'vipps-payment', count: 1 }]);
  });

  for (const [state, words] of [
    ['Ready', 'Ready'],
    ['Pending', 'In progress'],
    ['Failed', 'It did not go through'],
    ['Aborted', 'Stopped'],
    ['Dancing', 'Dancing'],
  ]) {
    it(`in the state ${state} is said to be: ${words}`, async () => {
      const { element } = await scene({ reply: resource([], { state }) });
      expect(element.shadowRoot?.querySelector('dd')?.textContent).to.equal(words);
    });
  }

  it('says by state only how it is when both outcomes are listed', async () => {
    const rels = ['view-authorization', 'paid-payment', 'failed-payment'];
    const { element } = await scene({ reply: resource(rels) });
    expect(messages(element)).to.not.include('vipps-payment.registered');
  });

  it('is said to be registered when the server shows that it is', async () => {
    const { element } = await scene({ reply: resource(['paid-payment']) });
    expect(messages(element)).to.include('vipps-payment.registered');
  });

  it('shows the shop what is left, with the decimals of its currency', async () => {
    const { element } = await scene({ reply: resource([], { currency: 'JPY' }), merchant: true });
    expect(shown(element)).to.match(/Left to charge ?¥1,500/);
    expect(shown(element)).to.match(/Left to pay back ?¥0/);
  });

  it('that cannot be shown in full is shown as far as it can', async () => {
    const fields = { amount: undefined, currency: undefined, created: 'yesterday', updated: null };
    const { element } = await scene({ reply: resource([], fields) });
    expect(shown(element)).to.contain('yesterday');
  });
});

describe('the operations', () => {
  it('are offered when they are listed, in one order', async () => {
    const { element } = await scene({ reply: resource([...everything].reverse()), merchant: true });
    // Two of them open the same view, which is one button.
    expect(offered(element)).to.deep.equal(
      [
        'redirect-authorization',
        'view-authorization',
        'create-capture',
        'create-cancellation',
        'paid-payment',
        'failed-payment',
        'aborted-payment',
        'update-payment-abort',
      ].map((rel) => `vipps-payment.operation.${rel}`),
    );
  });

  for (const rel of everything) {
    it(`offer ${rel} only when it is listed`, async () => {
      const { element } = await scene({ reply: resource([rel]), merchant: true });
      const name = rel === 'view-payment' ? 'view-authorization' : rel;
      expect(offered(element)).to.deep.equal([`vipps-payment.operation.${name}`]);
    });
  }

  it('offer nothing that is for the shop to anybody else', async () => {
    const { element, server } = await scene({ reply: resource(everything) });
    expect(offered(element)).to.not.include('vipps-payment.operation.create-capture');
    expect(offered(element)).to.not.include('vipps-payment.operation.create-cancellation');
    await element.perform('create-capture');
    expect(messages(element)).to.include('vipps-payment.lost.title');
    expect(server.sent.every(({ method }) => method === 'GET')).to.equal(true);
  });

  it('that nobody knows stay in the data', async () => {
    const { element } = await scene({ reply: resource(['settled-payment', 'create-reversal']) });
    expect(labels(element)).to.deep.equal([]);
    expect(element.payment?.operations).to.have.length(2);
  });

  for (const [rel, href, origins] of [
    ['redirect-authorization', 'https://evil.example/pay', undefined],
    ['redirect-authorization', 'javascript:alert(1)', 'null javascript:'],
    ['redirect-authorization', 'http://pay.example/authorize', 'http://pay.example'],
    ['redirect-authorization', 'https://user@pay.example/authorize', undefined],
    ['view-payment', 'data:text/javascript,alert(1)', 'null'],
    ['view-authorization', '//evil.example/x.js', undefined],
    ['view-authorization', '', undefined],
    ['update-payment-abort', 'https://pay.example/abort', undefined],
    ['update-payment-abort', 'https://api.example/other/vipps/1', undefined],
    ['update-payment-abort', '../../capi/../secrets', undefined],
    ['paid-payment', 'https://evil.example/paid', 'https://evil.example'],
  ] as const) {
    it(`do not follow ${rel} to ${href || 'nowhere'}, and say so once`, async () => {
      const warnings = useWarnings();
      const listed = { rel, href, method: hrefs[rel]?.[0] };
      const reply = json({ payment: samplePayment, operations: [listed] });
      const { element, events, server } = await scene({ reply, origins });
      await element.reload();
      expect(labels(element)).to.deep.equal([]);
      expect(warnings.filter((warning) => warning.includes(rel))).to.have.length(1);
      const errors = events.filter(([type]) => type === 'connect-error');
      expect(errors).to.have.length(1);
      expect(errors[0]?.[1]).to.include({ code: 'config', flow: 'vipps-payment' });
      await element.perform(rel);
      expect(server.sent.every(({ path }) => path === '/vipps/1')).to.equal(true);
    });
  }

  it('follow an address that is relative to the resource', async () => {
    const operations = [{ rel: 'update-payment-abort', href: '1/abort', method: 'POST' }];
    const { element, server } = await scene({
      reply: json({ payment: samplePayment, operations }),
    });
    server.answer('POST /vipps/1/abort', json({}));
    await element.perform('update-payment-abort');
    expect(server.count('POST /vipps/1/abort')).to.equal(1);
  });
});

const changes = [
  [
    'update-payment-abort',
    'PATCH /vipps/1',
    /^\{"payment":\{"operation":"Abort","abortReason":"CancelledByConsumer"\}\}$/,
  ],
  [
    'create-capture',
    'POST /vipps/1/captures',
    /^\{"transaction":\{"amount":1500,"vatAmount":0,"payeeReference":"\d{12}","description":"Test Purchase"\}\}$/,
  ],
  [
    'create-cancellation',
    'POST /vipps/1/cancellations',
    /^\{"transaction":\{"payeeReference":"\d{12}","description":"Test Purchase"\}\}$/,
  ],
] as const;

for (const [rel, request, body] of changes) {
  describe(`performing ${rel}`, () => {
    const open = (reply: Reply | Reply[] = resource([rel])) => scene({ reply, merchant: true });

    it('reads, sends once with its body and the token, and reads again', async () => {
      const { element, server, events } = await open();
      server.answer(request, json({}));
      await element.perform(rel);
      const sent = server.sent.map(({ method, path }) => `${method} ${path}`);
      expect(sent).to.deep.equal([get, get, request, get]);
      expect(JSON.stringify(server.sent[2]?.body)).to.match(body);
      expect(server.sent[2]?.headers.get('Authorization')).to.equal('Bearer t0ken');
      const detail = { flow: 'vipps-payment', paymentMethod: 'vipps', rel };
      expect(events).to.deep.include(['connect-submit', detail]);
      await element.updateComplete;
      expect(messages(element)).to.include('vipps-payment.done');
    });

    it('seven times at once is one request', async () => {
      const { element, server } = await open();
      server.answer(request, json({}));
      await Promise.all(Array.from({ length: 7 }, () => element.perform(rel)));
      expect(server.count(request)).to.equal(1);
    });

    it('by two elements at once, however they write its address, is one request', async () => {
      const { element, server } = await open();
      useLocks();
      const twin = document.createElement('connect-vipps-payment');
      const written = src.replace('https://api', 'HTTPS://API');
      Object.assign(twin, { src: written, apiUrl: apiBase, token: 't0ken', merchant: true });
      element.after(twin);
      await until(() => twin.matches(':state(ready)'), 'the twin is ready');
      server.answer(request, json({}));
      await Promise.all([element.perform(rel), twin.perform(rel)]);
      expect(server.count(request)).to.equal(1);
    });

    it('does nothing when connect-submit is cancelled', async () => {
      const { element, server } = await open();
      element.addEventListener('connect-submit', (event) => event.preventDefault());
      await element.perform(rel);
      expect(server.count(request)).to.equal(0);
      expect(server.sent.every(({ method }) => method === 'GET')).to.equal(true);
      expect(element.matches(':state(ready)')).to.equal(true);
    });

    it('uses the address that the fresh resource lists', async () => {
      const moved = { rel, method: 'POST', href: `${apiBase}/vipps/1/elsewhere` };
      const fresh = json({ payment: samplePayment, operations: [moved] });
      const { element, server } = await open([resource([rel]), fresh]);
      server.answer('POST /vipps/1/elsewhere', json({}));
      await element.perform(rel);
      expect(server.count('POST /vipps/1/elsewhere')).to.equal(1);
    });

    it('that is no longer listed sends nothing and shows the new truth', async () => {
      const { element, server } = await open([resource([rel]), resource([], { state: 'Aborted' })]);
      await element.perform(rel);
      await element.updateComplete;
      expect(server.sent).to.have.length(2);
      expect(messages(element)).to.include('vipps-payment.lost.title');
      expect(shown(element)).to.contain(english('vipps-payment.state.Aborted'));
    });

    it('whose answer cannot be read is not said to be worth another try', async () => {
      const { element, server } = await open();
      server.answer(request, htmlPage());
      await element.perform(rel);
      await element.updateComplete;
      expect(server.count(request)).to.equal(1);
      expect(server.sent.at(-1)?.method).to.equal('GET');
      expect(messages(element)).to.include('vipps-payment.in-doubt.title');
      expect(shown(element)).not.to.contain(english('shared.error.invalid-response'));
    });

    for (const [what, reply] of [
      ['a network error', networkError],
      ['a 500', json({}, 500)],
      ['a gateway timeout', json({ type: 'https://x/acquirer_gateway_timeout' }, 504)],
    ] as const) {
      it(`that ends in ${what} is in doubt, read again, and never sent twice`, async () => {
        const { element, server, events } = await open();
        server.answer(request, reply);
        await element.perform(rel);
        expect(server.count(request)).to.equal(1);
        expect(server.sent.at(-1)?.method).to.equal('GET');
        const [, detail] = events.find(([type]) => type === 'connect-error') ?? [];
        expect(detail).to.include({ code: 'in-doubt', retryable: false });
        await element.updateComplete;
        expect(messages(element)).to.include('vipps-payment.in-doubt.title');
        expect(shown(element)).to.match(/Status ?Ready/);
      });
    }

    for (const [type, status, code, words] of [
      ['forbidden', 403, 'bad-request', 'vipps-payment.refused'],
      ['notfound', 404, 'bad-request', 'vipps-payment.not-found'],
      ['conflict', 409, 'bad-request', 'vipps-payment.refused'],
      ['vipps_declined', 400, 'declined', 'vipps-payment.refused'],
    ] as const) {
      it(`that is refused as ${type} says so and shows the new truth`, async () => {
        const { element, server, events } = await open([
          resource([rel]),
          resource([rel]),
          resource([], { state: 'Aborted' }),
        ]);
        server.answer(request, json({ type: `https://x/${type}`, status }, status));
        await element.perform(rel);
        await element.updateComplete;
        const [, detail] = events.find(([name]) => name === 'connect-error') ?? [];
        expect(detail).to.include({ code, status });
        expect(messages(element)).to.include(words);
        expect(said(element, 'error')).to.contain(english(`shared.error.${code}`));
        expect(shown(element)).to.contain(english('vipps-payment.state.Aborted'));
        expect(server.count(request)).to.equal(1);
      });
    }

    it('whose re-read fails does not hide that it was done', async () => {
      const { element, server } = await open([resource([rel]), resource([rel]), json({}, 404)]);
      server.answer(request, json({}));
      await element.perform(rel);
      await element.updateComplete;
      expect(messages(element)).to.include('vipps-payment.done');
      expect(shown(element)).to.contain(english('shared.check.no-answer'));
    });

    it('says nothing more when the element is about another payment by then', async () => {
      const { element, server } = await open();
      const late = held(json({}));
      server.answer(request, late.reply);
      server.answer('GET /vipps/2', resource([], { number: 2, state: 'Pending' }));
      const done = element.perform(rel);
      await until(() => server.count(request), 'it is sent');
      element.src = `${apiBase}/vipps/2`;
      await until(() => element.payment?.number === 2, 'the other is shown');
      // Aborting it would leave its fate unknown.
      expect(server.sent[2]?.init.signal?.aborted).to.equal(false);
      late.release();
      await done;
      await element.updateComplete;
      expect(messages(element)).to.not.include('vipps-payment.done');
      expect(server.count(get)).to.equal(2);
    });
  });
}

describe('asking in place', () => {
  it('stops a payment only after a question', async () => {
    const { element, server } = await scene({ reply: resource(['update-payment-abort']) });
    server.answer('PATCH /vipps/1', json({}));
    button(element, 'vipps-payment.operation.update-payment-abort').click();
    await element.updateComplete;
    expect(offered(element)).to.include('vipps-payment.close');
    button(element, 'vipps-payment.close').click();
    await element.updateComplete;
    expect(server.sent).to.have.length(1);
    button(element, 'vipps-payment.operation.update-payment-abort').click();
    await element.updateComplete;
    button(element, 'vipps-payment.operation.update-payment-abort').click();
    await until(() => messages(element).includes('vipps-payment.done'), 'it is done');
    expect(server.count('PATCH /vipps/1')).to.equal(1);
  });

  it('shows what will be released', async () => {
    const fields = { remainingCancellationAmount: 700 };
    const reply = resource(['create-cancellation'], fields);
    const { element } = await scene({ reply, merchant: true });
    button(element, 'vipps-payment.operation.create-cancellation').click();
    await element.updateComplete;
    const asked = element.shadowRoot?.querySelector('[part=message]')?.textContent;
    expect(asked).to.contain('NOK\u00a07.00');
  });

  async function form(fields: object = {}) {
    const all = await scene({ reply: resource(['create-capture'], fields), merchant: true });
    button(all.element, 'vipps-payment.operation.create-capture').click();
    const inputs = () => all.element.shadowRoot?.querySelectorAll('input') ?? [];
    await until(() => inputs().length, 'its fields are there');
    const [amount, vat] = inputs();
    if (!amount || !vat) throw new Error('no form');
    const type = (input: HTMLInputElement, value: string) => {
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    };
    return { ...all, amount, vat, type };
  }

  for (const [currency, step, max] of [
    ['NOK', '0.01', '15.00'],
    ['JPY', '1', '1500'],
    ['KWD', '0.001', '1.500'],
  ] as const) {
    it(`lets charge what is left of ${currency}, to the last minor unit`, async () => {
      const { amount, vat } = await form({ currency });
      expect(amount).to.include({ min: step, max, step, value: max, required: true });
      expect(vat.min).to.equal(currency === 'NOK' ? '0.00' : (0).toFixed(step.length > 2 ? 3 : 0));
      expect(Number(vat.value)).to.equal(0);
      amount.value = `${Number(max) + Number(step)}`;
      expect(amount.validity.rangeOverflow).to.equal(true);
      amount.value = step;
      expect(amount.validity.valid).to.equal(true);
    });
  }

  it('charges exactly what was typed', async () => {
    const { element, server, amount, vat, type } = await form();
    server.answer('POST /vipps/1/captures', json({}));
    type(amount, '4.35');
    type(vat, '0.29');
    amount.form?.requestSubmit();
    await until(() => server.count('POST /vipps/1/captures'), 'it is sent');
    await idle(element);
    expect(JSON.stringify(server.sent[2]?.body)).to.contain('"amount":435,"vatAmount":29');
  });

  it('sends nothing when the browser finds the amount too high', async () => {
    const { server, amount, type } = await form();
    type(amount, '15.01');
    amount.form?.requestSubmit();
    await settled();
    expect(server.sent).to.have.length(1);
  });

  it('sends nothing and names the field when perform() is given too much', async () => {
    const warnings = useWarnings();
    const { element, server, events } = await scene({
      reply: resource(['create-capture']),
      merchant: true,
    });
    await element.perform('create-capture', { transaction: { amount: 1501 } });
    expect(server.sent.every(({ method }) => method === 'GET')).to.equal(true);
    expect(events.at(-1)?.[1]).to.include({ code: 'config' });
    expect(warnings.join()).to.contain('transaction.amount: expected 1 to 1500');
  });

  it('shows the new truth when somebody else has charged in the meantime', async () => {
    const { element, server, events } = await scene({
      reply: [
        resource(['create-capture']),
        resource(['create-capture'], { remainingCaptureAmount: 400 }),
      ],
      merchant: true,
    });
    await element.perform('create-capture', { transaction: { amount: 1000 } });
    expect(server.sent.every(({ method }) => method === 'GET')).to.equal(true);
    expect(events.at(-1)?.[1]).to.include({ code: 'config' });
    expect(element.payment?.remainingCaptureAmount).to.equal(400);
    expect(shown(element)).to.match(/Left to charge ?NOK 4.00/);
  });
});

describe('details', () => {
  it('of a paid payment are shown', async () => {
    const { element, server, events } = await scene({ reply: resource(['paid-payment']) });
    server.answer('GET /vipps/1/paid', json({ paid: { number: 77, amount: 900 } }));
    button(element, 'vipps-payment.operation.paid-payment').click();
    await until(() => shown(element).includes('77'), 'it is shown');
    expect(shown(element)).to.contain('NOK 9.00');
    expect(names(events)).to.not.include('connect-submit');
  });

  it('of a failed payment are shown', async () => {
    const { element, server } = await scene({
      reply: resource(['failed-payment'], { state: 'Failed' }),
    });
    server.answer('GET /vipps/1/failed', json({ problem: { type: 'x', detail: 'No cover' } }));
    button(element, 'vipps-payment.operation.failed-payment').click();
    await until(() => shown(element).includes('No cover'), 'it is shown');
  });
});

it('of a payment that was stopped, why it was is told in words', async () => {
  const { element, server } = await scene({
    reply: resource(['aborted-payment'], { state: 'Aborted' }),
  });
  server.answer(
    'GET /vipps/1/aborted',
    json({ aborted: { abortReason: 'CancelledByConsumer' } }),
    json({ aborted: { abortReason: 'Whim' } }),
  );
  const press = () => button(element, 'vipps-payment.operation.aborted-payment').click();
  press();
  const reason = english('vipps-payment.meaning.CancelledByConsumer');
  await until(() => said(element, 'aborted-payment').includes(reason), 'it is told');
  press();
  await until(() => said(element, 'aborted-payment').includes('Whim'), 'it is told as it came');
});

describe('the amount', () => {
  const facts = (element: Element) =>
    [...(element.shadowRoot?.querySelectorAll('dt') ?? [])].map(({ textContent }) => textContent);
  const name = english('vipps-payment.fact.amount');

  it('before the payment is authorised is the price, which is left to charge', async () => {
    const fields = { amount: 0, remainingCaptureAmount: 1500 };
    const { element } = await scene({ reply: resource(['redirect-authorization'], fields) });
    expect(shown(element)).to.match(/Amount ?NOK 15.00/);
  });

  it('is told nowhere as nothing', async () => {
    const fields = { amount: 0, remainingCaptureAmount: 0, state: 'Aborted' };
    const { element } = await scene({ reply: resource([], fields) });
    expect(facts(element)).to.not.include(name);
    expect(shown(element)).to.not.contain('0.00');
  });
});

it('is not said to be registered when it was only created, or when nobody can say', async () => {
  for (const state of ['Ready', 'Pending']) {
    const { element } = await scene({ reply: resource([], { state, amount: 0 }) });
    expect(messages(element)).to.not.include('vipps-payment.registered');
    element.remove();
  }
});

describe('redirect-authorization', () => {
  const reply = resource(['redirect-authorization']);
  const url = 'https://pay.example/authorize';

  it('sends the browser there once, with a link for who stays', async () => {
    const { element, events, navigations } = await scene({ reply });
    holdWaits();
    button(element, 'vipps-payment.operation.redirect-authorization').click();
    await until(() => navigations.length, 'it leaves');
    await element.perform('redirect-authorization');
    expect(navigations).to.deep.equal([{ url, target: '_self' }]);
    expect(events.at(-1)).to.deep.equal([
      'connect-redirect',
      { flow: 'vipps-payment', transactionId: 1234567890, url },
    ]);
    expect(element.matches(':state(redirecting)')).to.equal(true);
    expect(link(element)?.href).to.equal(url);
  });

  it('is asked about when the page is seen ten seconds later: an app may have taken it', async () => {
    const { element, events, server } = await scene({ reply });
    await element.perform('redirect-authorization');
    server.answer(get, resource(['paid-payment']));
    await until(() => names(events).includes('connect-confirmed'), 'it is asked');
    expect(events.at(-1)?.[1]).to.include({ confirmed: true });
    await element.updateComplete;
    expect(messages(element)).to.include('vipps-payment.registered');
  });

  it('is left to the site when connect-redirect is cancelled', async () => {
    const { element, navigations } = await scene({ reply });
    element.addEventListener('connect-redirect', (event) => event.preventDefault());
    await element.perform('redirect-authorization');
    expect(navigations).to.deep.equal([]);
  });

  it('reads the payment again when the page comes back as it was', async () => {
    const { element, server, events } = await scene({
      reply: [reply, reply, resource(['paid-payment'])],
    });
    holdWaits();
    await element.perform('redirect-authorization');
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await until(() => names(events).includes('connect-confirmed'), 'it is confirmed');
    expect(events.at(-1)?.[1]).to.include({ confirmed: true, transactionId: 1234567890 });
    expect(server.count(get)).to.be.greaterThan(2);
    await element.updateComplete;
    expect(messages(element)).to.include('vipps-payment.registered');
  });

  it('that has not been left for is read again when the page comes back, and what is said stays', async () => {
    const { element, server, events } = await scene({ reply: resource(['paid-payment']) });
    server.answer('GET /vipps/1/paid', json({ paid: { number: 77 } }));
    await element.perform('paid-payment');
    const before = server.count(get);
    const told = events.length;
    server.answer(get, resource(['paid-payment'], { description: 'Another' }));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await until(() => shown(element).includes('Another'), 'it shows what holds now');
    expect(server.count(get)).to.equal(before + 1);
    expect(said(element, 'paid-payment')).to.contain('77');
    expect(events).to.have.length(told);
  });

  it('goes when nobody is logged in any more where the page comes back', async () => {
    const { element, server } = await scene({ reply: resource(['paid-payment']) });
    server.answer(get, unauthorized);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await until(() => element.matches(':state(failed)'), 'it says so');
    expect(shown(element)).to.not.contain(samplePayment.description);
  });

  it('goes on being left for when the reader has only looked at another window', async () => {
    const { element, server } = await scene({ reply });
    holdWaits();
    await element.perform('redirect-authorization');
    const before = server.count();
    usePlatform({ now: () => Date.now() + 60_000 });
    dispatchEvent(new Event('focus'));
    await settled();
    expect(server.count()).to.equal(before);
    expect(element.matches(':state(redirecting)')).to.equal(true);
  });

  it('is confirmed, once, by what is read in a pause between two questions', async () => {
    const { element, server, events } = await scene({ reply });
    holdWaits();
    await element.perform('redirect-authorization');
    server.answer(get, resource([], { state: 'Pending' }));
    element.remove();
    await settled();
    document.body.append(element);
    await until(() => shown(element).includes(english('vipps-payment.open.title')), 'it asks');
    await settled();
    await element.reload();
    server.answer(get, resource(['paid-payment'], { state: 'Ready' }));
    await element.reload();
    await element.reload();
    expect(names(events).filter((name) => name === 'connect-confirmed')).to.have.length(1);
    expect(messages(element)).to.deep.equal(['vipps-payment.registered']);
    element.remove();
  });

  for (const [what, rels] of [
    ['it is no longer listed', []],
    ['it is listed still', ['redirect-authorization']],
  ] as const) {
    it(`asks by itself when the payer is back on a page that is loaded anew and ${what}`, async () => {
      const first = await scene({ reply });
      await first.element.perform('redirect-authorization');
      const kept = [...first.store];
      first.element.remove();
      const { element, server, events, store, waits, navigations } = await scene({
        reply: resource(rels, { state: 'Pending', remainingCaptureAmount: 0 }),
      });
      kept.forEach(([key, value]) => store.set(key, value));
      void element.reload();
      await until(() => names(events).includes('connect-confirmed'), 'it is asked');
      expect(events.at(-1)?.[1]).to.include({ confirmed: false });
      // A Vipps request lives ten minutes: before that nothing is told to be unconfirmed for good.
      expect(waits.length).to.be.within(595, 605);
      expect(navigations).to.deep.equal([]);
      // The page that is loaded next does not ask once more.
      expect([...store.keys()]).to.deep.equal([]);
      // What is read later is told as well.
      server.answer(get, resource(['paid-payment'], { state: 'Ready' }));
      await element.reload();
      const told = events.flatMap(([type, detail]) => (type === 'connect-confirmed' ? detail : []));
      expect(told).to.have.length(2);
      expect(told[1]).to.include({ confirmed: true });
      element.remove();
    });
  }
});

describe('the seamless view', () => {
  const reply = resource(['view-authorization', 'view-payment']);

  for (const rel of ['view-authorization', 'view-payment'] as const) {
    it(`of ${rel} is opened in the light DOM by the listed script`, async () => {
      const { loads, opened } = useSeamless();
      const { element } = await scene({ reply });
      element.nonce = 'n0nce';
      await element.perform(rel);
      const container = element.querySelector('[slot=seamless]');
      expect(loads[0]).to.include({ url: hrefs[rel]?.[1], nonce: 'n0nce' });
      expect(opened[0]?.['container']).to.equal(container?.id);
      expect(element.shadowRoot?.querySelector('slot[name=seamless]')).to.not.equal(null);
      expect(element.matches(':state(ready)')).to.equal(true);
    });
  }

  it("keeps the vendor's default where it has nothing to say", async () => {
    const { opened } = useSeamless();
    const { element } = await scene({ reply });
    await element.perform('view-payment');
    expect(Object.keys(opened[0] ?? {}).sort()).to.deep.equal([
      'container',
      'onError',
      'onExternalRedirect',
      'onPaymentCanceled',
      'onPaymentCompleted',
      'onPaymentCreated',
      'onPaymentFailed',
      'onPaymentPending',
      'onPaymentTransactionFailed',
    ]);
  });

  it('tells a payment that was begun', async () => {
    const { tell } = useSeamless();
    const { element, events } = await scene({ reply });
    await element.perform('view-payment');
    tell('onPaymentCreated', { id: '/x', instrument: 'Vipps' });
    expect(events.at(-1)).to.deep.equal([
      'connect-transaction',
      { flow: 'vipps-payment', transactionId: 1234567890, paymentMethod: 'vipps' },
    ]);
  });

  const pending = resource([], { state: 'Pending', remainingCaptureAmount: 0 });
  for (const [event, outcome, after, confirmed, stays, words] of [
    [
      'onPaymentCompleted',
      'unknown',
      resource(['paid-payment']),
      true,
      false,
      'vipps-payment.registered',
    ],
    ['onPaymentCompleted', 'unknown', pending, false, false, 'vipps-payment.open.title'],
    [
      'onPaymentCompleted',
      'unknown',
      resource([], { state: 'Failed' }),
      false,
      false,
      'vipps-payment.unpaid.title',
    ],
    [
      'onPaymentPending',
      'initiated',
      resource(['paid-payment']),
      true,
      true,
      'vipps-payment.registered',
    ],
    [
      'onPaymentPending',
      'initiated',
      pending,
      false,
      true,
      'vipps-payment.outcome.initiated.title',
    ],
    [
      'onPaymentCanceled',
      'cancelled',
      reply,
      false,
      false,
      'vipps-payment.outcome.cancelled.title',
    ],
    [
      'onPaymentCanceled',
      'cancelled',
      resource([], { state: 'Aborted' }),
      false,
      false,
      'vipps-payment.outcome.cancelled.title',
    ],
    [
      'onPaymentFailed',
      'failed',
      resource([], { state: 'Failed' }),
      false,
      false,
      'vipps-payment.outcome.failed.title',
    ],
    [
      'onPaymentFailed',
      'failed',
      resource(['paid-payment']),
      true,
      false,
      'vipps-payment.registered',
    ],
  ] as const) {
    it(`says ${outcome} at ${event}, and what the server says of it: ${words}`, async () => {
      const { tell } = useSeamless();
      const { element, events, server } = await scene({ reply });
      await element.perform('view-payment');
      server.answer(get, after);
      tell(event, { id: '/x', redirectUrl: 'https://site.example/' });
      await until(() => names(events).includes('connect-confirmed'), 'it is confirmed');
      const about = { flow: 'vipps-payment', transactionId: 1234567890 };
      expect(events).to.deep.include(['connect-outcome', { ...about, outcome, verified: false }]);
      expect(events).to.deep.include(['connect-confirmed', { ...about, confirmed }]);
      await element.updateComplete;
      expect(messages(element)).to.include(words);
      expect(element.matches(':state(settled)')).to.equal(true);
      expect(Boolean(element.querySelector('[slot=seamless]'))).to.equal(stays);
    });
  }

  it('that claims success is said to have failed when the server says so', async () => {
    const { tell } = useSeamless();
    const { element, events, server } = await scene({ reply });
    await element.perform('view-payment');
    server.answer(get, resource([], { state: 'Failed' }));
    tell('onPaymentCompleted');
    await until(() => names(events).includes('connect-confirmed'), 'it is asked');
    await element.updateComplete;
    expect(said(element, 'failed')).to.contain(english('vipps-payment.unpaid.body'));
    expect(said(element, 'open')).to.equal('');
  });

  it('confirms nothing while the server does not answer, and can be asked again', async () => {
    const { tell } = useSeamless();
    const { element, events, server } = await scene({ reply });
    await element.perform('view-payment');
    server.answer(get, json({}, 404));
    tell('onPaymentCompleted');
    await until(() => names(events).includes('connect-error'), 'it has no answer');
    await settled();
    expect(names(events)).to.not.include('connect-confirmed');
    expect(said(element, 'open')).to.contain(english('shared.check.no-answer'));
    expect(element.matches(':state(settled)')).to.equal(true);
    server.answer(get, resource(['paid-payment']));
    button(element, 'shared.check-again').click();
    await until(() => names(events).includes('connect-confirmed'), 'it is confirmed');
    expect(events.at(-1)?.[1]).to.include({ confirmed: true });
  });

  it('can be asked again when the server disagrees', async () => {
    const { tell } = useSeamless();
    const { element, events, server } = await scene({ reply });
    await element.perform('view-payment');
    server.answer(get, pending);
    tell('onPaymentCompleted');
    await until(() => names(events).includes('connect-confirmed'), 'it is asked');
    await element.updateComplete;
    server.answer(get, resource(['paid-payment']));
    button(element, 'shared.check-again').click();
    await until(() => messages(element).includes('vipps-payment.registered'), 'it is registered');
  });

  for (const [event, code] of [
    ['onPaymentTransactionFailed', 'declined'],
    ['onError', 'server'],
  ] as const) {
    it(`tells ${code} at ${event} and stays`, async () => {
      const { tell } = useSeamless();
      const { element, events } = await scene({ reply });
      await element.perform('view-payment');
      tell(event, { details: 'why' });
      expect(events.at(-1)?.[1]).to.include({ code, message: 'seamless view: why' });
      await element.updateComplete;
      expect(messages(element)).to.include('vipps-payment.refused');
      expect(said(element, 'error')).to.contain(english(`shared.error.${code}`));
      expect(element.querySelector('[slot=seamless]')).to.not.equal(null);
    });
  }

  it('sends the browser to Vipps, and only to an https address', async () => {
    const { tell } = useSeamless();
    const { element, navigations } = await scene({ reply });
    await element.perform('view-payment');
    for (const redirectUrl of ['javascript:alert(1)', 'http://vipps.example/', '', undefined]) {
      tell('onExternalRedirect', { redirectUrl });
    }
    expect(navigations).to.deep.equal([]);
    tell('onExternalRedirect', { redirectUrl: 'https://vipps.example/app' });
    expect(navigations.map(({ url }) => url)).to.deep.equal(['https://vipps.example/app']);
  });

  it('is opened again by itself when the payer is back on a fresh page', async () => {
    const { opened } = useSeamless();
    const { element } = await scene({ reply });
    await element.perform('view-payment');
    const parent = element.parentElement;
    element.remove();
    await settled();
    expect(document.querySelector('[slot=seamless]')).to.equal(null);
    parent?.append(element);
    await until(() => opened.length === 2, 'it is open again');
  });

  it('leaves the page with the element, script and all', async () => {
    const { loads } = useSeamless();
    const { element } = await scene({ reply });
    await element.perform('view-payment');
    element.remove();
    await settled();
    expect(element.querySelector('[slot=seamless]')).to.equal(null);
    expect(loads[0]?.place.isConnected).to.equal(false);
  });

  it('says nothing more when the element is about another payment', async () => {
    const { tell } = useSeamless();
    const { element, events, server } = await scene({ reply });
    await element.perform('view-payment');
    server.answer('GET /vipps/2', resource([], { number: 2 }));
    element.src = `${apiBase}/vipps/2`;
    await until(() => element.payment?.number === 2, 'the other is shown');
    expect(element.querySelector('[slot=seamless]')).to.equal(null);
    await settled();
    const before = events.length;
    tell('onPaymentCompleted');
    expect(events).to.have.length(before);
  });

  for (const [what, break_] of [
    ['the script does not come', () => Promise.reject(new Error('blocked'))],
    ['the script is another', () => Promise.resolve()],
  ] as const) {
    it(`says so when ${what}`, async () => {
      scripts.load = break_;
      const { element, events, store } = await scene({ reply });
      await element.perform('view-payment');
      expect(names(events)).to.include('connect-error');
      expect(element.querySelector('[slot=seamless]')).to.equal(null);
      expect([...store.values()].join('')).to.equal('');
    });
  }
});

it("names trusted-types when the page's policy keeps the seamless view's script out", async () => {
  const warnings = useWarnings();
  scripts.load = () => Promise.reject(new TypeError('This document requires TrustedScriptURL'));
  const { element, events, store } = await scene({ reply: resource(everything) });
  await element.perform('view-payment');
  const [, error] = events.find(([type]) => type === 'connect-error') ?? [];
  expect(error).to.include({
    code: 'config',
    message: 'trusted-types: expected connect-elements',
    retryable: false,
  });
  expect(warnings).to.have.length(1);
  expect([...store.values()].join('')).to.equal('');
  await idle(element);
  expect(offered(element)).to.include('vipps-payment.operation.redirect-authorization');
});

describe('where the resource is', () => {
  async function at(attributes: Record<string, string>, page = 'https://site.example/account/') {
    useStore();
    useAddress(page);
    const warnings = useWarnings();
    const server = useServer({
      'GET https://site.example/backend/1': resource([]),
      [get]: resource([]),
    });
    const events = useEvents();
    const element = document.createElement('connect-vipps-payment');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    document.body.append(element);
    await until(() => !element.matches(':state(loading)'), 'it has loaded');
    await until(() => events.length, 'it is told');
    element.remove();
    return { server, events, warnings, element };
  }

  it('on the own origin cookies go along, and never a token', async () => {
    const { server } = await at({ src: '/backend/1', token: 't0ken', 'api-url': apiBase });
    expect(server.sent[0]?.headers.get('Authorization')).to.equal(null);
    expect(server.sent[0]?.init.credentials).to.equal('same-origin');
  });

  it('a page without an origin has no own server, and src is named', async () => {
    usePlatform({ isOpaque: () => true });
    const { server, warnings } = await at({ src: '/backend/1' });
    expect(server.sent).to.have.length(0);
    expect(warnings.join()).to.contain('src: expected');
  });

  it('below api-url the token goes along', async () => {
    const { server } = await at({ src, token: 't0ken', 'api-url': apiBase });
    expect(server.sent[0]?.headers.get('Authorization')).to.equal('Bearer t0ken');
  });

  for (const [what, attributes] of [
    ['nowhere', {}],
    ['elsewhere', { src: 'https://evil.example/1', token: 't0ken' }],
    ['elsewhere, with api-url', { src: 'https://evil.example/1', 'api-url': apiBase, token: 'x' }],
    ['beside api-url', { src: `${apiBase}-evil/1`, 'api-url': apiBase, token: 'x' }],
    ['above api-url', { src: `${apiBase}/../1`, 'api-url': apiBase, token: 'x' }],
    ['no address', { src: 'https://', token: 'x' }],
    ['with a name in it', { src: 'https://kari@site.example/backend/1' }],
  ] as const) {
    it(`${what}, nothing is asked and src is named`, async () => {
      const { server, events, warnings } = await at(attributes);
      expect(server.sent).to.have.length(0);
      expect(events.at(-1)?.[1]).to.include({ code: 'config' });
      expect(warnings.join()).to.contain('src: expected');
    });
  }

  it('that is not found says so, with a way to try again', async () => {
    const problem = json({ type: 'https://x/notfound', title: 'Not found', status: 404 }, 404);
    const { element, server } = await scene({ reply: problem });
    await element.updateComplete;
    expect(element.matches(':state(failed)')).to.equal(true);
    expect(messages(element)).to.include('vipps-payment.not-found');
    server.answer(get, resource([]));
    button(element, 'shared.try-again').click();
    await until(() => element.matches(':state(ready)'), 'it is ready');
    await element.updateComplete;
    expect(messages(element)).to.not.include('vipps-payment.not-found');
  });

  it('a late answer does not undo what a later one has said', async () => {
    const late = held(resource([], { state: 'Ready', number: 1 }));
    const { element, server } = await scene({ reply: resource(['paid-payment']) });
    server.answer(get, late.reply, resource([], { state: 'Failed' }));
    const slow = element.reload();
    await settled();
    await element.perform('paid-payment');
    late.release();
    await slow;
    expect(element.payment?.state).to.equal('Failed');
  });
});
