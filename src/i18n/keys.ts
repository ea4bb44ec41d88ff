import type { english } from './en/index.js';
import type { Text } from './moments.js';

type English = typeof english;

/** Where something is said: an element, one of the three redirect flows, or everywhere. */
export type Place = keyof English;

/** All of them: the first part of a key. */
export const places: readonly string[] = [
  'shared',
  'payment-methods',
  'pay-invoice',
  'change-method',
  'add-agreement',
  'agreements',
  'invoices',
  'method-status',
  'vipps-payment',
  'outcome',
  'due',
] satisfies Place[];

type KeyOf<Of extends string, Moments> = {
  [Name in keyof Moments & string]: Moments[Name] extends readonly unknown[]
    ? `${Of}.${Name}.title` | `${Of}.${Name}.body`
    : `${Of}.${Name}`;
}[keyof Moments & string];

/** Names a text: `<place>.<moment>`, with `.title` or `.body` where a moment has both. */
export type TextKey = { [Of in Place]: KeyOf<Of, English[Of]> }[Place];

/** What a place says in one language. A moment that is left out does not compile. */
export type TextsOf<Of extends Place> = {
  readonly [Name in keyof English[Of]]: English[Of][Name] extends readonly unknown[]
    ? readonly [title: string, body: string]
    : Text;
};

/** What some places say in one language. */
export type Texts<Of extends Place = Place> = { readonly [Name in Of]: TextsOf<Name> };

/** Which elements' texts are fetched together, and the places that they speak of. */
export interface Families {
  connect: Exclude<Place, 'method-status' | 'vipps-payment'>;
  'method-status': 'shared' | 'method-status';
  'vipps-payment': 'shared' | 'vipps-payment';
}

export type Family = keyof Families;

/** Every text of a language by its key: what a site gives that adds one. */
export type Dictionary = Readonly<Record<TextKey, Text>>;

/** What is put into a text, by the name in its braces. The number, if there is one, decides its plural. */
export type Values = Readonly<Record<string, string | number>>;

/** Gives a text in a language. */
export type Translate = (key: TextKey, values?: Values) => string;
