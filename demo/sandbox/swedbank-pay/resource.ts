import { isOpen, left, type Payment } from './payments.js';

const links = [
  ...['prices', 'payeeInfo', 'payers', 'urls', 'transactions'],
  ...['authorizations', 'captures', 'reversals', 'cancellations'],
];

export const pathOf = ({ id }: Payment) => `/psp/vipps/payments/${id}`;

/** The payment resource, as the document has it: the payment and what can be done with it now. */
export function resource(payment: Payment, origin: string, operations = operationsOf(payment)) {
  const { number, state, currency, authorized, description, captured } = payment;
  const id = pathOf(payment);
  const remaining = left(payment);
  return {
    payment: {
      ...{ id, number, state, currency, description },
      // What it is to cost is in `prices`, and left to charge.
      amount: authorized,
      ...{ created: payment.created.toISOString(), updated: payment.updated.toISOString() },
      ...{ operation: 'Purchase', intent: 'Authorization' },
      remainingCaptureAmount: remaining,
      remainingCancellationAmount: remaining,
      remainingReversalAmount: captured,
      initiatingSystemUserAgent: 'sandbox-newspaper/1.0',
      userAgent: 'Mozilla/5.0...',
      language: payment.language,
      ...Object.fromEntries(links.map((name) => [name, { id: `${id}/${name}` }])),
    },
    operations: operations.map(([rel, method, path, contentType]) => ({
      ...{ method, rel, contentType },
      href: origin + path,
    })),
  };
}

type Listed = readonly [rel: string, method: string, path: string, contentType: string];

function operationsOf(payment: Payment): readonly Listed[] {
  const { token, state, authorized } = payment;
  const path = pathOf(payment);
  const json = 'application/json';
  const script = `/vipps/core/scripts/client/px.vipps.client.js?token=${token}`;
  if (state === 'Failed') {
    return [['failed-payment', 'GET', `${path}/failed`, 'application/problem+json']];
  }
  if (state === 'Aborted') return [['aborted-payment', 'GET', `${path}/aborted`, json]];
  if (isOpen(payment)) {
    return [
      ['update-payment-abort', 'PATCH', path, json],
      ['redirect-authorization', 'GET', `/vipps/payments/authorize/${token}`, 'text/html'],
      ['view-authorization', 'GET', script, 'application/javascript'],
      ['view-payment', 'GET', script, 'application/javascript'],
    ];
  }
  if (!authorized) return [];
  const more: readonly Listed[] = [
    ['create-capture', 'POST', `${path}/captures`, json],
    ['create-cancellation', 'POST', `${path}/cancellations`, json],
  ];
  return [['paid-payment', 'GET', `${path}/paid`, json], ...(left(payment) ? more : [])];
}
