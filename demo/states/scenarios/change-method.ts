import { longMethods, methods, productCode, transactionId } from '../data.js';
import { answered, of } from '../scenario.js';
import { arrivals, begun, each, leaving, reading } from './shared.js';

const chosen = 'autoGiro';
const reads = { registered: answered(methods(chosen)), not: answered(methods('invoice')) };
const claim = `change-method~return~${transactionId}~${chosen}~${productCode}~`;

export const changeMethod = of(
  'change-method',
  ...each(
    [
      ...reading,
      {
        state: 'failed-config',
        label: 'Failed: a setting is missing',
        attributes: {},
        at: 'failed',
      },
      {
        ...{ state: 'empty', label: 'Empty: nothing else to choose' },
        ...{ reads: answered(longMethods), at: 'empty' },
      },
      { state: 'ready', label: 'Ready', reads: reads.not, at: 'ready' },
      {
        ...{ state: 'one', label: 'One other method' },
        ...{ reads: answered(methods('invoice', ['autoGiro'])), at: 'ready' },
      },
      ...leaving([{ press: 'fieldset + div button' }], 'paymentChangeId', reads),
      ...arrivals(claim, reads),
      ...begun(`change-method ${productCode} `, chosen, reads.not),
    ],
    { attributes: { 'product-code': productCode } },
  ),
);
