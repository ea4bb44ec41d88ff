/**
 * The sample of the document "Vipps, Payment Resource", word for word, but for one thing: it prints
 * `"operations": [,`, which is no JSON; the stray comma is taken out.
 */
const host = 'https://api.externalintegration.payex.com';
const id = '/psp/vipps/payments/7e6cdfc3-1276-44e9-9992-7cf4419750e1';

export const samplePayment = {
  id,
  number: 1234567890,
  created: '2016-09-14T13:21:29.3182115Z',
  updated: '2016-09-14T13:21:57.6627579Z',
  state: 'Ready',
  operation: 'Purchase',
  intent: 'Authorization',
  currency: 'NOK',
  amount: 1500,
  remainingCaptureAmount: 1500,
  remainingCancellationAmount: 1500,
  remainingReversalAmount: 0,
  description: 'Test Purchase',
  initiatingSystemUserAgent: 'swedbankpay-sdk-dotnet/3.0.1',
  userAgent: 'Mozilla/5.0...',
  language: 'nb-NO',
  prices: { id: `${id}/prices` },
  payeeInfo: { id: `${id}/payeeInfo` },
  payers: { id: `${id}/payers` },
  urls: { id: `${id}/urls` },
  transactions: { id: `${id}/transactions` },
  authorizations: { id: `${id}/authorizations` },
  captures: { id: `${id}/captures` },
  reversals: { id: `${id}/reversals` },
  cancellations: { id: `${id}/cancellations` },
};

export const sample = {
  payment: samplePayment,
  operations: [
    {
      method: 'GET',
      href: `${host}${id}/operation=authorize`,
      rel: 'view-authorization',
      contentType: 'application/javascript',
    },
    {
      method: 'GET',
      href: host + id,
      rel: 'redirect-authorization',
      contentType: 'text/html',
    },
    {
      method: 'PATCH',
      href: host + id,
      rel: 'update-payment-abort',
      contentType: 'application/json',
    },
    {
      method: 'POST',
      href: `${host}${id}/captures`,
      rel: 'create-capture',
      contentType: 'application/json',
    },
    {
      method: 'GET',
      href: `${host}${id}/paid`,
      rel: 'paid-payment',
      contentType: 'application/json',
    },
    {
      method: 'GET',
      href: `${host}${id}/failed`,
      rel: 'failed-payment',
      contentType: 'application/json',
    },
  ],
};
