import { longWord, vippsPayment } from '../data.js';
import { answered, of, refused, withAction, type Answer, type Told } from '../scenario.js';
import { reading } from './shared.js';

const merchant = { merchant: '' };
const left = { remainingCaptureAmount: 150_000, remainingCancellationAmount: 150_000 };
const charged = { remainingReversalAmount: 150_000 };
const pay = ['redirect-authorization', 'update-payment-abort'];
const all = [
  'redirect-authorization',
  'view-authorization',
  'view-payment',
  'update-payment-abort',
];
const charge = ['create-capture', 'create-cancellation', 'paid-payment'];
const reads = (rels: readonly string[], more: object = {}): Answer =>
  answered(vippsPayment(rels, more));
const press = { press: 'fieldset button' };
const pressLast = { press: 'fieldset button:last-of-type' };
const agree = { press: 'form button' };
const problem = (type: string, status: 403 | 404): Answer => ({
  status,
  body: { type: `https://api.payex.com/psp/errordetail/${type}`, title: 'Problem' },
});

const shown: readonly Told[] = [
  { state: 'ready', label: 'Ready to pay', reads: reads(all), at: 'ready' },
  { state: 'nothing', label: 'Nothing can be done', reads: reads([]), at: 'ready' },
  {
    ...{ state: 'pending', label: 'In progress' },
    ...{ reads: reads(['update-payment-abort'], { state: 'Pending' }), at: 'ready' },
  },
  {
    ...{ state: 'payment-failed', label: 'It failed' },
    ...{ reads: reads(['failed-payment'], { state: 'Failed' }), at: 'ready' },
  },
  { state: 'aborted', label: 'Stopped', reads: reads([], { state: 'Aborted' }), at: 'ready' },
  {
    ...{ state: 'registered', label: 'Registered' },
    ...{ reads: reads(['paid-payment'], charged), at: 'ready', shows: '.registered' },
  },
  {
    ...{ state: 'merchant', label: 'As the newspaper’s staff see it', attributes: merchant },
    ...{ reads: reads(charge, left), at: 'ready' },
  },
  {
    ...{ state: 'long', label: 'Long words and a state that we do not know' },
    ...{ reads: reads(all, { description: longWord, state: 'Something' }), at: 'ready' },
  },
];

const ofStaff = { attributes: merchant, reads: reads(charge, left) };
const stop = { reads: reads(['update-payment-abort']), steps: [press, agree] };
const doing: readonly Told[] = [
  {
    ...{ state: 'question-stop', label: 'Asks whether to stop it', reads: stop.reads },
    ...{ steps: [press], at: 'ready', shows: 'form' },
  },
  {
    ...{ state: 'question-charge', label: 'Asks how much to charge', ...ofStaff },
    ...{ steps: [press], at: 'ready', shows: 'input' },
  },
  {
    ...{ state: 'question-release', label: 'Asks whether to release it', attributes: merchant },
    ...{ reads: reads(['create-cancellation'], left), steps: [press], at: 'ready', shows: 'form' },
  },
  { state: 'submitting', label: 'Submitting', ...stop, writes: 'held', at: 'submitting' },
  {
    ...{ state: 'done', label: 'Done' },
    ...{ ...stop, writes: answered({}), afterwards: reads([], { state: 'Aborted' }) },
    ...{ at: 'ready', shows: '.registered' },
  },
  {
    ...{ state: 'done-no-answer', label: 'Done; the payment cannot be read' },
    ...{
      ...stop,
      writes: answered({}),
      afterwards: refused(500),
      at: 'settled',
      shows: withAction,
    },
  },
  {
    ...{ state: 'in-doubt', label: 'No answer' },
    ...{ ...stop, writes: refused(500), at: 'ready', shows: '.error' },
  },
  {
    ...{ state: 'declined', label: 'Declined' },
    ...{ ...stop, writes: problem('vipps/vipps_declined', 403), at: 'ready', shows: '.error' },
  },
  {
    ...{ state: 'lost', label: 'No longer possible', reads: reads(pay) },
    ...{ steps: [{ perform: 'create-capture' }], at: 'ready', shows: '.notice' },
  },
  {
    ...{ state: 'receipt', label: 'The receipt', reads: reads(['paid-payment'], charged) },
    more: { '/paid-payment': answered({ paid: { number: 1234567891, amount: 150_000 } }) },
    ...{ steps: [press], at: 'ready', shows: '.paid-payment' },
  },
  {
    ...{ state: 'what-went-wrong', label: 'What went wrong' },
    reads: reads(['failed-payment'], { state: 'Failed' }),
    more: {
      '/failed-payment': answered({
        problem: { title: 'Operation failed', detail: 'The payer has no cover' },
      }),
    },
    ...{ steps: [press], at: 'ready', shows: '.failed-payment' },
  },
];

const seamless = { reads: reads(['view-authorization', 'update-payment-abort']), steps: [press] };
const told = (event: string) => ({ ...seamless, vipps: { event } });
const paying: readonly Told[] = [
  {
    ...{ state: 'redirecting', label: 'Redirecting', reads: reads(pay) },
    ...{ steps: [press], at: 'redirecting' },
  },
  {
    ...{ state: 'open', label: 'Back from Vipps, and not registered', reads: reads(pay) },
    ...{ vipps: { left: 'redirect-authorization' }, at: 'settled', shows: withAction },
  },
  {
    ...{ state: 'elsewhere', label: 'Begun in another tab, which is at it now', reads: reads(pay) },
    ...{ vipps: { isLocked: true }, steps: [pressLast, agree], at: 'ready', shows: '.notice' },
  },
  {
    ...{ state: 'on-this-page', label: 'Paying on this page', ...seamless },
    ...{ at: 'ready', shows: '> [slot=seamless] iframe' },
  },
  {
    ...{ state: 'initiated', label: 'On this page: started', ...told('onPaymentPending') },
    ...{ at: 'settled', shows: withAction },
  },
  {
    ...{ state: 'initiated-waiting', label: 'On this page: started, and asked again soon' },
    ...{ ...told('onPaymentPending'), waits: true },
    ...{ at: 'settled', shows: '.initiated', says: 'again in \\d' },
  },
  {
    ...{ state: 'finished', label: 'On this page: completed, not registered' },
    ...{ ...told('onPaymentCompleted'), at: 'settled', shows: withAction },
  },
  {
    ...{ state: 'cancelled', label: 'On this page: cancelled', ...told('onPaymentCanceled') },
    ...{ at: 'settled', shows: withAction },
  },
  {
    ...{ state: 'failed', label: 'On this page: failed', ...told('onPaymentFailed') },
    ...{ at: 'settled', shows: withAction },
  },
  {
    ...{ state: 'transaction-declined', label: 'On this page: declined' },
    ...{ ...told('onPaymentTransactionFailed'), at: 'ready', shows: '.error' },
  },
];

export const vipps = of(
  'vipps-payment',
  ...reading,
  {
    ...{ state: 'failed-config', label: 'Failed: a setting is wrong' },
    ...{ attributes: { src: 'https://elsewhere.example/' }, at: 'failed' },
  },
  {
    ...{ state: 'failed-not-found', label: 'Failed: there is no such payment' },
    ...{ reads: problem('notfound', 404), at: 'failed' },
  },
  ...shown,
  ...doing,
  ...paying,
);
