import { decodeAgreements, fingerprints } from '../../../src/api/connect/agreements.js';
import { agreements as data, productCode, transactionId } from '../data.js';
import { answered, declined, of, refused, type Told } from '../scenario.js';
import { arrivalOf, arrivals, begun, each, leaving, reading } from './shared.js';

const listed = decodeAgreements(data.oneVipps, 'recurringAgreements', 'vipps');
const known = fingerprints(listed, productCode).join('.');
const reads = { registered: answered(data.vipps), not: answered(data.oneVipps) };
const method = 'recurringVippsPayment';
const claim = `add-agreement~return~${transactionId}~${method}~${productCode}~~${known}`;
const add = { press: '.view > div:last-of-type > .quiet' };
const ask = { press: '[part=item] > .quiet' };
const confirm = { press: '[part=item] [part=message] button' };

const of_ = (provider: string) => ({ 'product-code': productCode, provider });
const kinds: readonly Told[] = [
  { state: 'ready', label: 'Vipps', reads: reads.registered, at: 'ready' },
  {
    ...{ state: 'cards', label: 'Cards: good, soon over, and over' },
    ...{ attributes: of_('payex'), reads: answered(data.payex), at: 'ready' },
  },
  {
    ...{ state: 'klarna', label: 'Klarna' },
    ...{ attributes: of_('klarna'), reads: answered(data.klarna), at: 'ready' },
  },
  {
    ...{ state: 'nexi', label: 'Nexi' },
    ...{ attributes: of_('nexi'), reads: answered(data.nexi), at: 'ready' },
  },
  {
    ...{ state: 'all-products', label: 'Of all products: none can be added' },
    ...{ attributes: {}, reads: reads.registered, at: 'ready' },
  },
  { state: 'long', label: 'Long words', reads: answered(data.long), at: 'ready' },
  { state: 'empty', label: 'Empty', reads: answered(data.none), at: 'empty' },
  {
    ...{ state: 'empty-all-products', label: 'Empty, of all products' },
    ...{ attributes: {}, reads: answered(data.none), at: 'empty' },
  },
];

const removal = { reads: reads.not, steps: [ask, confirm] };
const done = answered({ success: true });
const removing: readonly Told[] = [
  {
    ...{ state: 'question', label: 'Asks whether to remove it', reads: reads.registered },
    ...{ steps: [ask], at: 'ready', shows: '[part=item] [part=message]' },
  },
  {
    ...{ state: 'question-last', label: 'Asks: nothing else pays for it', reads: reads.not },
    ...{ steps: [ask], at: 'ready', shows: '[part=item] [part=message]' },
  },
  {
    ...{ state: 'removing', label: 'Removing' },
    ...{ ...removal, writes: 'held', at: 'submitting' },
  },
  {
    ...{ state: 'removed', label: 'Removed; nothing is left' },
    ...{ ...removal, writes: done, afterwards: answered(data.none), at: 'empty', shows: '.notice' },
  },
  {
    ...{ state: 'removed-still-listed', label: 'Removed, but still listed' },
    ...{ ...removal, writes: done, at: 'ready', shows: '.notice' },
  },
  {
    ...{ state: 'removed-no-answer', label: 'Removed; the list cannot be read' },
    ...{ ...removal, writes: done, afterwards: refused(500), at: 'failed', shows: '.notice' },
  },
  {
    ...{ state: 'not-removed', label: 'Not removed: declined' },
    ...{ ...removal, writes: declined, at: 'ready', shows: '.notice' },
  },
  {
    ...{ state: 'not-removed-refused', label: 'Not removed: the server refuses it' },
    ...{ ...removal, writes: refused(400), at: 'ready', shows: '.error' },
  },
  {
    ...{ state: 'not-removed-unauthorized', label: 'Not removed: logged out' },
    ...{ ...removal, writes: refused(401), at: 'ready', shows: '.error' },
  },
];

export const agreements = of(
  'agreements',
  ...each(
    [
      ...reading,
      {
        ...{ state: 'failed-config', label: 'Failed: a setting is wrong' },
        ...{ attributes: of_('nobody'), at: 'failed' },
      },
      ...kinds,
      ...removing,
      ...leaving([add], 'transactionId', reads),
      ...arrivals(claim, reads),
      {
        ...{ state: 'others', label: 'Back and registered; another product has an older one' },
        ...{ arrival: arrivalOf('finished', claim), reads: answered(data.vippsOfOthers) },
        ...{ at: 'settled', shows: '.others' },
      },
      ...begun(`add-agreement ${productCode} ${method}`, method, reads.not, known),
    ],
    { attributes: { 'product-code': productCode } },
  ),
);
