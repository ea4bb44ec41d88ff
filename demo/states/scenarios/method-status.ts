import { dankort, guid, longWord, storedMethod, subscriptions } from '../data.js';
import { answered, declined, of, refused, withAction, type Told } from '../scenario.js';
import { each, reading } from './shared.js';

const active = storedMethod('Active', 'Card', dankort);
const method = (state: string, type: string, more: object = {}): Told => ({
  ...{ state: `${state}-${type}`.toLowerCase(), label: `${state}, ${type}` },
  ...{ reads: answered(storedMethod(state, type, more)), at: 'ready' },
});
const cancelledTs = '2026-06-01 08:15:00 +0200';
const { metaData } = dankort;

const kinds: readonly Told[] = [
  { state: 'ready', label: 'Active, Card', reads: answered(active), at: 'ready' },
  method('Active', 'MobilePaySubscriptions', {
    metaData: { mps: { externalId: '1568581537XXX' } },
  }),
  method('Active', 'VippsMobilePayRecurring', { paymentGatewayProvider: 'VippsMobilePay' }),
  method('New', 'Betalingsservice', {
    metaData: { bs: { mandate: '956964XXX', customerNumber: '605XXX' } },
  }),
  method('Pending', 'SwishRecurring'),
  method('OnHold', 'Card', { metaData }),
  method('SessionExpired', 'MobilePaySubscriptions', { errorCode: 200003 }),
  method('Expired', 'Card', { metaData, errorCode: 200004 }),
  method('Rejected', 'SwishSingle', { errorCode: 200002 }),
  method('Cancelled', 'MobilePayOnline', { cancelCode: 200101, cancelledTs }),
  method('Cancelled', 'Card', { cancelCode: 200102, cancelledTs, metaData }),
  method('Failed', 'Betalingsservice', { errorCode: 200001 }),
  method('Inactive', 'SMS', { metaData: { sms: { msisdn: '4512345678' } } }),
  {
    ...method('Active', longWord, { errorCode: 999, errorDescription: longWord }),
    ...{ state: 'long', label: 'Codes that we do not know, and long words' },
  },
  {
    ...{ state: 'no-subscriptions', label: 'Without subscriptions', reads: answered(active) },
    ...{ more: { '/subscriptions': answered([]) }, at: 'ready' },
  },
  {
    ...{ state: 'unread-subscriptions', label: 'Subscriptions that cannot be read' },
    ...{ reads: answered(active), more: { '/subscriptions': refused(403) }, at: 'ready' },
  },
  { state: 'gone', label: 'Gone', reads: refused(404), at: 'empty' },
];

const ask = { press: '.quiet' };
const cancel = { reads: answered(active), steps: [ask, { press: withAction }] };
const asked = { ...cancel, writes: { status: 202, body: {} } } as const;
const cancelling: readonly Told[] = [
  {
    ...{ state: 'question', label: 'Asks whether to cancel it', reads: answered(active) },
    ...{ steps: [ask], at: 'ready', shows: withAction },
  },
  { state: 'submitting', label: 'Cancelling', ...cancel, writes: 'held', at: 'submitting' },
  {
    ...{ state: 'asked-checking', label: 'Asked to cancel, and the server is asked' },
    ...{ ...asked, afterwards: 'held', at: 'settled', shows: '.asked' },
  },
  {
    ...{ state: 'asked-waiting', label: 'Asked to cancel, and the server is asked again soon' },
    ...{ ...asked, waits: true, at: 'settled', shows: '.asked', says: 'again in \\d' },
  },
  {
    ...{ state: 'asked-not-yet', label: 'Asked to cancel, and not cancelled yet' },
    ...{ ...asked, at: 'settled', shows: withAction },
  },
  {
    ...{ state: 'asked-cancelled', label: 'Asked to cancel, and cancelled' },
    afterwards: answered(storedMethod('Cancelled', 'Card', { ...dankort, cancelledTs })),
    ...{ ...asked, at: 'settled', shows: '.registered' },
  },
  {
    ...{ state: 'asked-no-answer', label: 'Asked to cancel, and the server does not say' },
    ...{ ...asked, afterwards: refused(500), at: 'failed', shows: withAction },
  },
  {
    ...{ state: 'asked-gone', label: 'Asked to cancel, and gone' },
    ...{ ...asked, writes: refused(404), afterwards: refused(404), at: 'empty' },
  },
  {
    ...{ state: 'pending-payments', label: 'Payments are pending' },
    writes: { status: 400, body: { errorCode: 'PendingPayments' } },
    ...{ ...cancel, at: 'ready', shows: '.pending' },
  },
  {
    ...{ state: 'cancel-refused', label: 'Refused, for no reason that we know' },
    ...{ ...cancel, writes: refused(400), at: 'ready', shows: '.error' },
  },
  {
    ...{ state: 'in-doubt', label: 'No answer, and not cancelled' },
    ...{ ...cancel, writes: refused(500), at: 'ready', shows: '.in-doubt' },
  },
  {
    ...{ state: 'cancel-declined', label: 'Declined' },
    ...{ ...cancel, writes: declined, at: 'ready', shows: '.error' },
  },
  {
    ...{ state: 'cancel-unauthorized', label: 'Logged out' },
    ...{ ...cancel, writes: refused(401), at: 'ready', shows: '.error' },
  },
];

export const methodStatus = of(
  'method-status',
  ...each(
    [
      ...reading,
      {
        state: 'failed-config',
        label: 'Failed: a setting is missing',
        attributes: {},
        at: 'failed',
      },
      ...kinds,
      ...cancelling,
    ],
    { attributes: { guid }, more: { '/subscriptions': answered(subscriptions) } },
  ),
);
