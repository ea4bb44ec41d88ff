import type { LitElement } from 'lit';
import type { ConnectAgreements } from '../elements/agreements.js';
import type { ConnectChangeMethod } from '../elements/change-method.js';
import type { ConnectConfig } from '../elements/config.js';
import type { ConnectDue } from '../elements/due.js';
import type { ConnectInvoices } from '../elements/invoices.js';
import type { ConnectMethodStatus } from '../elements/method-status.js';
import type { ConnectOutcome } from '../elements/outcome.js';
import type { ConnectPayInvoice } from '../elements/pay-invoice.js';
import type { ConnectPaymentMethods } from '../elements/payment-methods.js';
import type { ConnectVippsPayment } from '../elements/vipps-payment.js';
import type { TokenProvider } from '../api/token.js';
import type { ConnectEventMap } from '../host/events.js';

/** The elements by their tags. */
export interface ConnectTags {
  'connect-agreements': ConnectAgreements;
  'connect-change-method': ConnectChangeMethod;
  'connect-config': ConnectConfig;
  'connect-due': ConnectDue;
  'connect-invoices': ConnectInvoices;
  'connect-method-status': ConnectMethodStatus;
  'connect-outcome': ConnectOutcome;
  'connect-pay-invoice': ConnectPayInvoice;
  'connect-payment-methods': ConnectPaymentMethods;
  'connect-vipps-payment': ConnectVippsPayment;
}

export type ConnectTag = keyof ConnectTags;

/** Two types are the same only where a generic function may stand for both: so `readonly` shows. */
type IsSame<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

type IsWritable<Of, Name extends keyof Of> = IsSame<
  Pick<Of, Name>,
  { -readonly [Key in Name]: Of[Key] }
>;

type OwnName<Of> = Exclude<keyof Of, keyof LitElement> & string;

/** What is set is no method, and what is only read is `readonly`. */
type SettableName<Of> = {
  [Name in OwnName<Of>]: Of[Name] extends string | boolean | TokenProvider | undefined
    ? IsWritable<Of, Name> extends true
      ? Name
      : never
    : never;
}[OwnName<Of>];

/** What is no text and yet says that there is none; a template writes it for `isKnown && number`. */
type Nothing = false | null | undefined;

/** A number is its text. */
type GivenText = string | number | Nothing;

/** Those that take several texts. */
type ListName = 'methods' | 'resultParam' | 'returnOrigins' | 'operationOrigins';

/** What an element takes for a property, as it comes out of a template. */
type Given<Name, Value> = Name extends ListName
  ? GivenText | readonly (string | number)[]
  : Exclude<Value, undefined> extends boolean
    ? boolean | 'true' | 'false' | null | undefined
    : Exclude<Value, undefined> extends string
      ? GivenText
      : Value | Nothing;

type Kebab<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : '';

/** The properties of an element that a page sets. */
export type ConnectProperties<Tag extends ConnectTag> = {
  [Name in SettableName<ConnectTags[Tag]>]?: Given<Name, ConnectTags[Tag][Name]>;
};

/** The attributes of an element beside those that all elements of HTML have. */
export type ConnectAttributes<Tag extends ConnectTag> = Formed<Tag> & {
  [Name in Exclude<SettableName<ConnectTags[Tag]>, 'tokenProvider'> as Kebab<Name>]?: Given<
    Name,
    ConnectTags[Tag][Name]
  >;
};

/** Fields may name a form elsewhere on the page, as the browser's own do. */
type Formed<Tag extends ConnectTag> = 'form' extends keyof ConnectTags[Tag]
  ? { form?: GivenText }
  : unknown;

/** What a template may write on a tag: attributes, or properties by their names in a script. */
export type ConnectProps<Tag extends ConnectTag> = ConnectAttributes<Tag> & ConnectProperties<Tag>;

/** Listeners by the name that a framework gives them: what stands before the event's type. */
export type ConnectListeners<Before extends string> = {
  [Type in keyof ConnectEventMap as `${Before}${Type}`]?:
    ((event: ConnectEventMap[Type]) => void) | undefined;
};
