import { longMethods, methods, productCode, transactionId } from '../data.js';
import { answered, of } from '../scenario.js';
import { arrivals, each, reading } from './shared.js';

const ready = answered(methods('recurringVippsPayment'));
const card = 'recurringPayExCardPayment';
const claim = `change-method~return~${transactionId}~${card}~${productCode}~`;
const told = ['finished', 'cancelled', 'finished-registered', 'finished-waiting'];

export const paymentMethods = of(
  'payment-methods',
  ...each(
    [
      ...reading,
      {
        state: 'failed-config',
        label: 'Failed: a setting is missing',
        attributes: {},
        at: 'failed',
      },
      { state: 'empty', label: 'Empty', reads: answered({}), at: 'empty' },
      { state: 'ready', label: 'Ready', reads: ready, at: 'ready' },
      { state: 'one', label: 'One method', reads: answered(methods('invoice', [])), at: 'ready' },
      {
        ...{ state: 'long', label: 'Methods that we do not know, and long words' },
        ...{ reads: answered(longMethods), at: 'ready' },
      },
      ...arrivals(claim, { registered: answered(methods(card)), not: ready }).filter(({ state }) =>
        told.includes(state),
      ),
    ],
    { attributes: { 'product-code': productCode } },
  ),
);
