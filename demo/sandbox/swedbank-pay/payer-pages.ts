import { Hono, type Context } from 'hono';
import { html, raw } from 'hono/html';
import { decimals, money } from '../../../src/i18n/format.js';
import { page } from '../layout.js';
import { deeds, isDeed, isOpen, type Deed, type Payment, type Payments } from './payments.js';
import { clientScript, frameScript } from './scripts.js';

const place = 'Sandbox Vipps';

const buttonTexts: Readonly<Record<Deed, readonly [string, string]>> = {
  approve: ['Approve', 'The money is reserved at once'],
  'approve-slowly': ['Approve, but slowly', 'It is reserved a little later'],
  cancel: ['Cancel', 'Nothing is reserved'],
  'leave-off': [
    'Cancel, told as completed',
    'Nothing is reserved, and the page says that it is done',
  ],
  fail: ['Fail for good', 'Nothing is reserved, and it cannot be tried again'],
  decline: ['Be declined once', 'It can be tried again'],
  break: ['Break down', 'The page tells of an error'],
};

/** What the page tells the vendor's script, by what the payer did. */
const eventsOf: Readonly<Record<Deed, readonly string[]>> = {
  approve: ['onPaymentCreated', 'onPaymentCompleted'],
  'approve-slowly': ['onPaymentCreated', 'onPaymentPending'],
  cancel: ['onPaymentCanceled'],
  // The vendor: it comes when the payer completes or cancels.
  'leave-off': ['onPaymentCompleted'],
  fail: ['onPaymentFailed'],
  decline: ['onPaymentTransactionFailed'],
  break: ['onError'],
};

/** The pages that a payer sees: one to be redirected to, and one inside an iframe with its script. */
export function payerPages(payments: Payments, origin: string): Hono {
  const app = new Hono();
  addPaymentPage(app, payments);
  addSeamlessView(app, payments, origin);
  // Vipps itself: from there the payer comes back to the page with the seamless view.
  app.get('/vipps/app/:token', (c) => {
    const payment = open(payments, c);
    if (!payment) return closed(c);
    const content = html`<p><a id="back" href="${payment.paymentUrl}">Back to the shop</a></p>
      <form method="post">
        <button id="go-back">Go back <small>Vipps cancels the payment</small></button>
      </form>`;
    return c.html(page({ title: 'Vipps', place, content }));
  });
  // Vipps cancels a payment whose payer goes back from its page. ASSUMED: the vendor's has failed then.
  app.post('/vipps/app/:token', (c) => {
    const payment = open(payments, c);
    if (!payment) return closed(c);
    payments.act(payment, 'fail');
    return c.redirect(payment.paymentUrl, 303);
  });
  return app;
}

function open(payments: Payments, c: Context): Payment | undefined {
  const payment = payments.byToken(c.req.param('token') ?? c.req.query('token'));
  return payment && isOpen(payment) ? payment : undefined;
}

const closed = (c: Context) => c.html(page({ title: 'This payment is not open', place }), 404);

function addPaymentPage(app: Hono, payments: Payments): void {
  app.get('/vipps/payments/authorize/:token', (c) => {
    const payment = open(payments, c);
    if (!payment) return closed(c);
    const here = ['approve', 'approve-slowly', 'cancel', 'fail'] as const;
    return c.html(payerPage(payment, html`<form method="post">${buttons(here)}</form>`));
  });
  app.post('/vipps/payments/authorize/:token', async (c) => {
    const payment = open(payments, c);
    const deed = (await c.req.parseBody())['deed'];
    if (!payment || !isDeed(deed)) return closed(c);
    payments.act(payment, deed);
    // Completed or failed: the address does not say which.
    return c.redirect(deed === 'cancel' ? payment.cancelUrl : payment.completeUrl, 303);
  });
}

function addSeamlessView(app: Hono, payments: Payments, origin: string): void {
  app.get('/vipps/core/scripts/client/px.vipps.client.js', (c) => {
    const payment = open(payments, c);
    if (!payment) return c.text('', 404);
    c.header('Content-Type', 'application/javascript');
    return c.body(clientScript(`${origin}/vipps/frame/${payment.token}`, payment));
  });
  app.get('/vipps/frame/:token', (c) => {
    const payment = open(payments, c);
    if (!payment) return closed(c);
    const content = html`<form>
        ${buttons(deeds)}
        <button name="deed" value="leave">
          Go to Vipps <small>And come back to the page</small>
        </button>
      </form>
      <script>
        ${raw(frameScript)};
      </script>`;
    return c.html(payerPage(payment, content));
  });
  app.post('/vipps/frame/:token', async (c) => {
    const payment = open(payments, c);
    const deed = (await c.req.parseBody())['deed'];
    const id = payment?.id;
    if (deed === 'leave' && payment) {
      const redirectUrl = `${origin}/vipps/app/${payment.token}`;
      return c.json([{ event: 'onExternalRedirect', detail: { redirectUrl } }]);
    }
    if (!payment || !isDeed(deed)) return c.json([], 404);
    payments.act(payment, deed);
    const detail = { id, details: 'As the payer chose', redirectUrl: payment.completeUrl };
    return c.json(eventsOf[deed].map((event) => ({ event, detail })));
  });
}

function buttons(deeds: readonly Deed[]) {
  return deeds.map((deed) => {
    const [label, more] = buttonTexts[deed];
    return html`<button
      id="${deed}"
      class="${deed === 'approve' ? 'main' : ''}"
      name="deed"
      value="${deed}"
    >
      ${label} <small>${more}</small>
    </button>`;
  });
}

function payerPage({ amount, currency, description, number }: Payment, form: unknown) {
  const content = html`<p class="amount">
      ${money(amount / 10 ** decimals(currency), currency, 'en')}
    </p>
    <p>${description}</p>
    ${form}
    <p class="soft">Payment ${number}. Choose how it ends; no money moves.</p>`;
  return page({ title: 'Vipps', place, content });
}
