import { longMethods, methods, productCode, transactionId } from '../data.js';
import { answered, of, refused, withAction, type Told } from '../scenario.js';
import { arrivals, begun, each, leaving } from './shared.js';

const about = { 'product-code': productCode };
const chosen = 'autoGiro';
/** The list has been read. */
const badge = '[part=label] > i';
/** What is shown with a choice waits for its list too. */
const marked = (told: Told): Told =>
  told.at === 'ready' && told.shows
    ? { ...told, shows: `section:has(${badge}):has(${told.shows})` }
    : told;
const reads = { registered: answered(methods(chosen)), not: answered(methods('invoice')) };
const claim = `change-method~return~${transactionId}~${chosen}~${productCode}~`;

export const changeMethod = of(
  'change-method',
  ...each(
    [
      {
        state: 'failed-config',
        label: 'Failed: a setting is missing',
        attributes: {},
        at: 'failed',
      },
      {
        ...{ state: 'empty', label: 'Empty: the page leaves nothing to choose' },
        ...{ attributes: { ...about, methods: 'none' }, reads: reads.not, at: 'empty' },
      },
      { state: 'early', label: 'Ready: the list has not answered', reads: 'held', at: 'ready' },
      { state: 'ready', label: 'Ready', reads: reads.not, at: 'ready', shows: badge },
      {
        ...{ state: 'one', label: 'One other method' },
        ...{ reads: answered(methods('invoice', ['autoGiro'])), at: 'ready', shows: badge },
      },
      {
        ...{ state: 'chosen', label: 'The method in use is chosen, to renew it', at: 'ready' },
        ...{ attributes: { ...about, value: 'invoice' }, reads: reads.not, shows: badge },
      },
      {
        ...{ state: 'list-unknown', label: 'A list that is not understood', at: 'ready' },
        ...{ reads: answered({ paymentMethodResponseItems: [{ id: 3, name: 'Faktura' }] }) },
      },
      {
        ...{
          state: 'list-unknown-codes',
          label: 'A list with codes that nobody knows',
          at: 'ready',
        },
        ...{ reads: answered(longMethods), shows: badge },
      },
      {
        ...{ state: 'list-unread', label: 'A list that cannot be read' },
        ...{ reads: refused(400), at: 'ready' },
      },
      {
        ...{ state: 'list-unauthorized', label: 'A list that cannot be read: logged out' },
        ...{ reads: refused(401), at: 'ready', shows: withAction },
      },
      ...leaving([{ press: `fieldset:has(${badge}) + div button` }], 'paymentChangeId', reads).map(
        marked,
      ),
      ...arrivals(claim, reads).map(marked),
      ...begun(`change-method ${productCode} `, chosen, reads.not),
    ],
    { attributes: about },
  ),
);
