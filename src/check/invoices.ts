import { decodeList, isObject, type JsonObject } from '../api/decode.js';
import { isGiven, toAmount } from '../api/connect/amount.js';
import { toDay } from '../api/connect/day.js';
import { standingOf, totalOf } from '../api/connect/standing.js';
import { shapeOf } from '../api/note.js';
import { judged, open, type Finding } from './finding.js';
import { asSource } from './leaves.js';
import { isNamed } from './words.js';

/** What List invoices and reminders says of `standing`, `amountOf` and `day`. */
export function checkInvoices(body: unknown): readonly Finding[] {
  const invoices = decodeList(body, 'invoices', 'reminders').filter(isObject);
  const reminders = decodeList(body, 'reminders', 'invoices').filter(isObject);
  const [first] = invoices;
  if (!first) {
    const met = 'no invoice is listed';
    return [open('standing', met), open('amountOf', met), ...checkDays(invoices, reminders)];
  }
  const isClear = invoices.every((one) => standingOf(one) !== 'unclear');
  const isRead = invoices.every((one) => !Number.isNaN(toAmount(totalOf(one))));
  const met = shapeOf(first);
  return [
    judged('standing', isClear, met, fittingStanding(invoices)),
    judged('amountOf', isRead, met, fittingAmount(invoices)),
    ...checkDays(invoices, reminders),
  ];
}

const paidWords = ['paid', 'betalt', 'settled', 'oppgjort'];
/** What turns those into their opposite, or into something else of paying. */
const deniedWords = [
  ...['unpaid', 'not', 'ubetalt', 'ikke', 'ej', 'unsettled', 'uoppgjort'],
  ...['part', 'delvis', 'prepaid', 'bepaid', 'overpaid'],
];
const amountWords = ['amount', 'total', 'sum', 'beløp', 'belop', 'belopp', 'topay'];
/** Sums that are not what an invoice is about: from what is left of it, what was paid would be taken off once more. */
const otherSums = [
  ...['paid', 'betalt', 'vat', 'mva', 'moms', 'tax', 'fee', 'gebyr'],
  ...['remain', 'rest', 'outstanding', 'left'],
];

function namesOf(invoices: readonly JsonObject[]): readonly string[] {
  return [...new Set(invoices.flatMap((one) => Object.keys(one)))];
}

function fittingStanding(invoices: readonly JsonObject[]): string | undefined {
  const isTruth = (name: string) => invoices.every((one) => typeof one[name] === 'boolean');
  const field = namesOf(invoices).find(
    (name) => isNamed(name, paidWords) && !isNamed(name, deniedWords) && isTruth(name),
  );
  if (!field) return undefined;
  const is = asSource('invoice', [field]);
  return `(invoice) => (${is} === true ? 'paid' : ${is} === false ? 'owed' : undefined)`;
}

function fittingAmount(invoices: readonly JsonObject[]): string | undefined {
  const isAmount = (name: string) => invoices.every((one) => !Number.isNaN(toAmount(one[name])));
  const field = namesOf(invoices).find(
    (name) => isNamed(name, amountWords) && !isNamed(name, otherSums) && isAmount(name),
  );
  return field && `(invoice) => ${asSource('invoice', [field])}`;
}

const invoiceDays = ['invoiceDate', 'dueDate', 'paymentDate'];
const reminderDays = ['reminderDate', 'dueDate', 'fromTime', 'includeTime'];

/** Orders of day, month and year that are not read as assumed, and what reads them. */
const orders: readonly (readonly [RegExp, string])[] = [
  [/^\d\d?[./-](0?[1-9]|1[0-2])[./-]\d{4}$/, '(\\d\\d?)[./-](\\d\\d?)[./-](\\d{4}),3,2,1'],
  [/^\d{4}[./]\d\d?[./]\d\d?$/, '(\\d{4})[./](\\d\\d?)[./](\\d\\d?),1,2,3'],
  [/^(19|20)\d{6}$/, '(\\d{4})(\\d\\d)(\\d\\d),1,2,3'],
];

function checkDays(
  invoices: readonly JsonObject[],
  reminders: readonly JsonObject[],
): readonly Finding[] {
  const given = [
    ...invoices.flatMap((one) => invoiceDays.map((name) => [name, one[name]] as const)),
    ...reminders.flatMap((one) => reminderDays.map((name) => [name, one[name]] as const)),
  ].filter(([, value]) => isGiven(value));
  if (!given.length) return [open('day', 'no day is listed')];
  const unread = given.filter(([, value]) => !toDay(value));
  const fields = (list: typeof given) => [
    ...new Set(list.map(([name, value]) => `${name}: ${typeof value}`)),
  ];
  const met = fields(unread.length ? unread : given).join(', ');
  return [judged('day', !unread.length, met, fittingDay(unread.map(([, value]) => value)))];
}

function fittingDay(values: readonly unknown[]): string | undefined {
  const found = orders.find(([order]) => values.every((value) => order.test(String(value))));
  if (!found) return undefined;
  const [pattern = '', year, month, day] = found[1].split(',');
  const part = (index: string | undefined) => `found[${index}].padStart(2, '0')`;
  return [
    '(value) => {',
    `    const found = /^${pattern}$/.exec(String(value));`,
    '    // What is written as assumed is read so.',
    '    if (!found) return String(value);',
    `    return [found[${year}], ${part(month)}, ${part(day)}].join('-');`,
    '  }',
  ].join('\n');
}
