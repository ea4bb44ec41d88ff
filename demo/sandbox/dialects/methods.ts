import { text, type JsonObject } from '../../../src/api/decode.js';
import { productMethods } from '../names.js';
import type { SandboxDialect } from './dialect.js';
import { inList } from './rewriting.js';

const norwegian = new Map<string, string>([
  ['invoice', 'Faktura'],
  ['autoGiro', 'Avtalegiro'],
  ['recurringVippsPayment', 'Vipps'],
  ['recurringPayExCardPayment', 'Kort'],
  ['recurringKlarnaPayment', 'Klarna'],
  ['recurringNexiPayment', 'Nexi'],
]);

const codeOf = ({ paymentMethod }: JsonObject) => text(paymentMethod);
const numberOf = (item: JsonObject) =>
  productMethods.findIndex((method) => method === codeOf(item)) + 1;
const nameOf = (item: JsonObject) => norwegian.get(codeOf(item)) ?? codeOf(item);
const inCapitals = (code: string) => code.replace(/[A-Z]/g, '_$&').toUpperCase();

const items = (title: string, item: (assumed: JsonObject) => JsonObject): SandboxDialect => ({
  title,
  answers: { listPaymentMethods: inList('paymentMethodResponseItems', item) },
});

/** Other shapes of the items of List payment methods. */
export const methodDialects = {
  'nested-methods': items('the code and the marker of a method deep in its item', (item) => ({
    id: numberOf(item),
    method: { code: codeOf(item) },
    state: { isCurrent: item['current'] },
  })),
  'localised-methods': items('methods by their Norwegian names', (item) => ({
    navn: nameOf(item),
    valgt: item['current'],
  })),
  'numbered-methods': items('methods by number and name', (item) => ({
    id: numberOf(item),
    name: nameOf(item),
    isDefault: item['current'],
  })),
  'capital-methods': items('methods by codes in capitals', (item) => ({
    paymentMethod: inCapitals(codeOf(item)),
    current: item['current'],
  })),
} as const satisfies Record<string, SandboxDialect>;
