import type { agreements } from './agreements.js';
import type { changeMethod, outcome, paymentMethods, payInvoice, texts } from './en.js';
import type { invoices } from './invoices.js';
import type {
  cancellationOutcomes,
  methodMeanings,
  methodNames,
  methodStatus,
} from './method-status.js';
import type { vippsPayment } from './vipps-payment.js';

/** Every text in an object of texts, however deep. */
type TextIn<Texts> = Texts extends string
  ? Texts
  : Texts extends readonly (infer Item)[]
    ? TextIn<Item>
    : { [Key in keyof Texts]: TextIn<Texts[Key]> }[keyof Texts];

/** What every element may say, by its English. */
export type SharedText = TextIn<typeof texts>;

/** What the elements of the Connect API say. */
export type ConnectText =
  | SharedText
  | TextIn<typeof payInvoice>
  | TextIn<typeof changeMethod>
  | TextIn<typeof paymentMethods>
  | TextIn<typeof outcome>
  | TextIn<typeof agreements>
  | TextIn<typeof invoices>;

/** What `connect-method-status` says. */
export type MethodStatusText =
  | SharedText
  | TextIn<typeof methodStatus>
  | TextIn<typeof methodNames>
  | TextIn<typeof methodMeanings>
  | TextIn<typeof cancellationOutcomes>;

/** What `connect-vipps-payment` says. */
export type VippsText = SharedText | TextIn<typeof vippsPayment>;

/** Which elements' texts are fetched together. */
export interface Families {
  connect: ConnectText;
  'method-status': MethodStatusText;
  'vipps-payment': VippsText;
}

export type Family = keyof Families;

/** Any text of the elements, in English: that is the name by which it is looked up in other languages. */
export type Text = Families[Family];

/**
 * Texts in another language, by the English; `{0}` stands where a number, a day or an amount is put in.
 * One that leaves out a text does not compile.
 */
export type Dictionary<Of extends Text = Text> = Readonly<Record<Of, string>>;
