import type { ConnectErrorCode } from '../api/errors.js';

/** A text with a number in it, by the number's category (CLDR); `other` where a language has no text of its own. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** A text; `{name}` stands where a value is put in. */
export type Text = string | Plural;

/** What is said at one moment: a text, or a title and a body. */
export type Moment = Text | readonly [title: string, body: string];

/** What the login server may say came of it. */
type Outcome = 'finished' | 'cancelled' | 'failed' | 'unknown' | 'initiated' | 'error';

/** By error code. */
export type Refusals = Record<`error.${ConnectErrorCode}`, readonly [string, string]>;

type Said =
  | 'heading'
  | 'empty'
  | 'action'
  | 'submitting'
  | 'leaving'
  | 'leaving.by-hand'
  | 'checking'
  | 'registered'
  | 'wait'
  | 'continue'
  | 'check-again'
  | 'start-over'
  | 'start-over.yes'
  | 'start-over.no'
  | 'not-paid'
  | 'pay-again';

type Told =
  | `outcome.${Outcome}`
  | `unconfirmed.${Outcome}`
  | 'open'
  | 'elsewhere'
  | 'in-doubt'
  | 'not-registered'
  | 'away'
  | 'already'
  | 'ask.start-over'
  | 'ask.not-paid'
  | 'ask.again'
  | keyof Refusals;

/**
 * The moments that paying, changing and adding have in common, each with sentences of its own: code may
 * say `${flow}.${moment}`. `outcome` is what came back and is not confirmed yet, `unconfirmed` the same
 * once the server has been asked to the end.
 */
export type FlowTexts = Readonly<Record<Said, Text> & Record<Told, readonly [string, string]>>;

/** What only a flow says in which money moves. */
export type MoneyTexts = Readonly<Record<'new-amount', readonly [string, string]>>;

/** What a payment method is called; `hint` is a second line. */
export type MethodTexts<Code extends string> = Readonly<
  Record<`method.${Code}`, string> & Partial<Record<`method.${Code}.hint`, string>>
>;

/** Why something could not be loaded has one title in each place; what to do about it is `shared.error`. */
export function loadErrors(title: string): Record<`load.error.${ConnectErrorCode}`, string> {
  return {
    'load.error.config': title,
    'load.error.bad-request': title,
    'load.error.unauthorized': title,
    'load.error.rate-limited': title,
    'load.error.server': title,
    'load.error.network': title,
    'load.error.timeout': title,
    'load.error.invalid-response': title,
    'load.error.declined': title,
    'load.error.in-doubt': title,
  };
}
