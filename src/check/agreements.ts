import { decodeList, isObject, text, type JsonObject } from '../api/decode.js';
import { agreementReference } from '../api/connect/agreement-requests.js';
import { agreementProviders, type AgreementProvider } from '../api/connect/agreement.js';
import { shapeOf } from '../api/note.js';
import { judged, open, type Finding } from './finding.js';
import { isNamed } from './words.js';

/** The answers of the four lists, by provider; an absent one could not be read. */
export type AgreementLists = Readonly<Partial<Record<AgreementProvider, unknown>>>;

interface Listed {
  readonly provider: string;
  readonly items: readonly JsonObject[];
}

/** What the lists of agreements say of `agreementReference` and `isAgreementAbout`. */
export function checkAgreements(bodies: AgreementLists): readonly Finding[] {
  const lists = Object.entries(bodies).map(([provider, body]): Listed => {
    const list = Object.entries(agreementProviders).find(([name]) => name === provider)?.[1].list;
    return { provider, items: decodeList(body, list ?? '').filter(isObject) };
  });
  const all = lists.flatMap(({ items }) => items);
  if (!all.length) {
    const met = 'no agreement is listed';
    return [open('agreementReference', met), open('isAgreementAbout', met)];
  }
  const unnamed = lists
    .map(({ provider, items }) => ({
      provider,
      items: items.filter((one) => !agreementReference(one)),
    }))
    .filter(({ items }) => items.length);
  const shown = unnamed.length ? unnamed : lists.filter(({ items }) => items.length);
  const met = shown.map(({ provider, items }) => `${provider} ${shapeOf(items[0])}`).join(', ');
  const products = all.filter((one) => text(one['productCode'])).length;
  const about = `${products} of ${all.length} name a product in productCode`;
  return [
    judged('agreementReference', !unnamed.length, met, fitting(unnamed)),
    products === all.length
      ? judged('isAgreementAbout', true, about, undefined)
      : open('isAgreementAbout', about),
  ];
}

const nameWords = ['token', 'ref', 'mandate', 'agreement', 'subscription', 'id'];
/** Ids of something else. */
const otherIds = ['provider', 'merchant', 'product', 'customer', 'number'];

function fitting(unnamed: readonly Listed[]): string | undefined {
  const fields = unnamed.map(({ items }) => fieldOf(items));
  const known = fields.flatMap((field) => field ?? []);
  if (!known.length) return undefined;
  const names = ['agreementRef', 'recurrenceToken', 'subscriptionId', ...new Set(known)];
  return [
    '(item) => {',
    `    const field = ${JSON.stringify(names)}.find((name) => item[name] != null && item[name] !== '');`,
    '    return field ? { field, value: String(item[field]) } : undefined;',
    '  }',
  ].join('\n');
}

/** The field that has another value in each item, and the name of something that names. */
function fieldOf(items: readonly JsonObject[]): string | undefined {
  const names = Object.keys(items[0] ?? {}).filter((name) => !isNamed(name, otherIds));
  const isDistinct = (name: string) => {
    const values = items.map((item) => text(item[name]));
    return values.every(Boolean) && new Set(values).size === items.length;
  };
  return nameWords
    .flatMap((word) => names.filter((name) => isNamed(name, [word])))
    .find(isDistinct);
}
