import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import type { Spoken } from './dialects/spoken.js';
import { page } from './layout.js';
import { methodNames, outcomes, toOutcome, type Outcome } from './names.js';
import { alreadyCompleted, unknownPayment, type Refused } from './redirects.js';
import type { Invoice } from './seed.js';
import type { State } from './state.js';
import { forcedOutcome } from './test-invoices.js';
import type { Transaction } from './transactions.js';
import type { Visit, Visits } from './visits.js';

export interface ProviderParts {
  readonly state: State;
  readonly visits: Visits;
  readonly resultParam: string;
  readonly spoken: Spoken;
}

interface Opened {
  readonly visit: Visit;
  readonly transaction: Transaction;
}

const buttonTexts: Readonly<Record<Outcome, readonly [string, string]>> = {
  finished: ['Approve', 'It is registered at once'],
  cancelled: ['Cancel', 'Nothing is registered'],
  failed: ['Be declined', 'Nothing is registered'],
  unknown: ['Leave it unclear', 'Nobody can tell how it went'],
  initiated: ['Approve, but slowly', 'It is registered a little later'],
  error: ['Break down', 'Goes to the error address'],
};

/** The pages of the payment providers, each below the name of its method. */
export function providerPages({ state, visits, resultParam, spoken }: ProviderParts): Hono {
  const app = new Hono();
  const open = (method: string, ticket = ''): Refused | Opened => {
    const visit = visits.get(ticket);
    const transaction = visit && state.transactions.get(visit.transactionId);
    if (!transaction || transaction.paymentMethod !== method) return unknownPayment;
    return transaction.completed ? alreadyCompleted : { visit, transaction };
  };

  /** Where the payer goes then. */
  const complete = ({ visit, transaction }: Opened, outcome: Outcome) => {
    state.transactions.complete(transaction, outcome, visit.ticket);
    const { returnUrl, errorUrl } = visit;
    return outcome === 'error'
      ? errorUrl
      : spoken.wayBack({ returnUrl, outcome, parameter: resultParam });
  };

  // As vendors have it: whoever has the address sees it.
  app.get('/invoice/:number', (c) => {
    const invoice = state.invoiceOf(c.req.param('number'));
    return invoice ? c.html(documentPage(invoice)) : c.notFound();
  });
  app.get('/:method', (c) => {
    const opened = open(c.req.param('method'), c.req.query('payment'));
    if ('status' in opened) return c.html(page({ ...opened, place }), opened.status);
    const forced = forcedOutcome(opened.transaction.invoiceNumber);
    return forced
      ? c.redirect(complete(opened, forced), 303)
      : c.html(paymentPage(state, opened.transaction, spoken.isCancelledByBack));
  });
  app.post('/:method', async (c) => {
    const opened = open(c.req.param('method'), c.req.query('payment'));
    if ('status' in opened) return c.html(page({ ...opened, place }), opened.status);
    const outcome = toOutcome((await c.req.parseBody())['outcome']);
    if (!outcome) return c.html(page({ title: 'Choose an outcome', place }), 400);
    return c.redirect(complete(opened, outcome), 303);
  });
  app.notFound((c) => c.html(page({ title: 'Nothing here', place }), 404));
  return app;
}

const place = 'Sandbox payment provider';

/** Whoever leaves the page without a choice has cancelled, as with Vipps. */
const cancelsWhenLeft = raw(`<script>
  let isChosen = false;
  document.forms[0].addEventListener('submit', () => { isChosen = true; });
  addEventListener('pagehide', () => {
    const cancelled = new URLSearchParams({ outcome: 'cancelled' });
    if (!isChosen) navigator.sendBeacon(location.href, cancelled);
  });
</script>`);

/** What "See the invoice" leads to. */
function documentPage({ invoiceNumber, product, invoiceAmount, dueDate, invoiceDate }: Invoice) {
  const content = html`<p class="amount">${invoiceAmount} kr</p>
    <p>Product ${product}. Invoiced on ${invoiceDate}, due on ${dueDate}.</p>
    <p class="soft">What a subscriber gets by post or e-mail. It is of the sandbox.</p>`;
  return page({ title: `Invoice ${invoiceNumber}`, place: 'Sandbox invoices', content });
}

function paymentPage(
  state: State,
  { paymentMethod, productCode, invoiceNumber, id }: Transaction,
  isCancelledByBack: boolean,
) {
  const invoice =
    invoiceNumber === undefined ? undefined : state.invoice(productCode, invoiceNumber);
  const about = invoice
    ? html`<p class="amount">${invoice.invoiceAmount} kr</p>
        <p>Invoice ${invoice.invoiceNumber} for ${productCode}.</p>`
    : html`<p>Pay for ${productCode} this way from now on. Nothing is charged today.</p>`;
  const buttons = outcomes.map((outcome) => {
    const [text, more] = buttonTexts[outcome];
    const look = outcome === 'finished' ? 'main' : '';
    return html`<button id="outcome-${outcome}" class="${look}" name="outcome" value="${outcome}">
      ${text} <small>${more}</small>
    </button>`;
  });
  const content = html`${about}
    <form method="post">${buttons}</form>
    <p class="soft">Payment ${id}. Choose how it ends; no money moves.</p>
    ${isCancelledByBack ? cancelsWhenLeft : ''}`;
  return page({ title: methodNames.get(paymentMethod) ?? paymentMethod, place, content });
}
