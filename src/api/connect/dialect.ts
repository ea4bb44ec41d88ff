import type { JsonObject } from '../decode.js';
import type { AnswerDialect } from '../http.js';
import type { Api, WriteMethod } from '../shared-read.js';
import type { Agreement, AgreementProvider } from './agreement.js';
import type { Outcome } from './outcome.js';
import type { PaymentMethod } from './payment-method-item.js';
import type { Standing } from './standing.js';

/** A request that changes something. */
export interface ApiRequest {
  readonly method: WriteMethod;
  /** Below the API's address; begins with a slash. */
  readonly path: string;
  readonly body: JsonObject;
}

/** What names an agreement in a list: a field and its value, which is not empty. */
export interface AgreementReference {
  readonly field: string;
  readonly value: string;
}

/**
 * What the public reference of the Connect API leaves open, and what is taken for it. Each member can be
 * replaced at run time (`withDialect`); what is assumed stands beside each use, and together in
 * `assumedDialect`. A function gives undefined when it cannot tell.
 */
export interface Dialect extends AnswerDialect {
  /**
   * Reads an item of `paymentMethodResponseItems` (List payment methods); undefined when it is not
   * understood.
   *
   * Assumed: a code by itself, or an object with it in `paymentMethod`, `payMethod`, `method` or `type`,
   * which is the current method when `current`, `active`, `selected`, `isCurrent` or `inUse` is `true`.
   * The reference shows the array collapsed; that items tell the two apart is in its text.
   *
   * When wrong: an item that is not understood is left out; a list of which none is understood is
   * `invalid-response`. A marker by another name: no method is the current one, so a change is never
   * confirmed.
   */
  readonly paymentMethod: (item: unknown) => PaymentMethod | undefined;

  /**
   * How an item of `invoices` stands, from its fields as they came.
   *
   * Assumed: it is paid when `paidAmount` covers both `invoiceAmount` and `amount`, to the hundredth. Nothing
   * is owed when what it is about is nought or less; it is unclear when one of the three is there and cannot
   * be read. The codes of `paymentStatus` and `invoiceStatus` are in no public text.
   *
   * When wrong: a paid invoice is listed as owed and its payment never confirmed, or one that is owed is not
   * offered. Undefined counts as `unclear`: whoever asks whether it is paid gets `invalid-response`.
   */
  readonly standing: (invoice: JsonObject) => Standing | undefined;

  /**
   * What an item of `invoices` is about, in the currency's units: a number or a text, as it came.
   *
   * Assumed: `invoiceAmount`, or else `amount`; the reference's sample has both, and they differ. One that
   * cannot be read is shown as it came, and not replaced by the other.
   *
   * When wrong: another sum is shown beside the invoice than the provider's page asks for.
   */
  readonly amountOf: (invoice: JsonObject) => unknown;

  /**
   * The day that a date of the API stands for, `YYYY-MM-DD`.
   *
   * Assumed: an ISO date, or a moment, which stands for its day in Norway and Sweden: epoch milliseconds or
   * seconds, or ISO 8601 with an offset. The reference's sample has a date in invoices and epoch milliseconds
   * in reminders.
   *
   * When wrong: another day is shown, or none; an invoice may be called overdue a day too early.
   */
  readonly day: (value: unknown) => string | undefined;

  /**
   * The currency (ISO 4217) by country, as in `country`.
   *
   * Assumed: that of the country; the API's answers name none.
   *
   * When wrong: sums are shown with another currency's name. No request carries it.
   */
  readonly currencies: Readonly<Record<string, string>>;

  /**
   * What names an item in a list of agreements, tokens or subscriptions; undefined when nothing does.
   *
   * Assumed: the first of `agreementRef`, `recurrenceToken` and `subscriptionId` that is there. Vipps'
   * and PayEx's are documented; no public text shows an item of Klarna or Nexi.
   *
   * When wrong: the agreement is shown and cannot be removed.
   */
  readonly agreementReference: (
    item: JsonObject,
    provider: AgreementProvider,
  ) => AgreementReference | undefined;

  /**
   * Whether an agreement is one for a product.
   *
   * Assumed: it is when it names the product, and may be when it names none. Undefined counts as may be.
   *
   * When wrong: agreements of other products are listed too, or some of this one are not.
   */
  readonly isAgreementAbout: (agreement: Agreement, productCode: string) => boolean | undefined;

  /**
   * How an agreement, token or subscription is added; undefined when nobody can say, and nothing is sent.
   *
   * Assumed: as with Vipps and Klarna, where it is documented, by a POST of `productCode` to the path of
   * the list; PayEx wants `tokenType` beside it.
   *
   * When wrong: adding one ends in `bad-request`; nothing is changed.
   */
  readonly addAgreement: (
    provider: AgreementProvider,
    productCode: string,
  ) => ApiRequest | undefined;

  /**
   * How one is removed; undefined when nobody can say, and nothing is sent.
   *
   * Assumed: as with Vipps, where it is documented, by a PATCH of the path of the list, with the field
   * that names it and `paymentProviderId`: a number for Vipps and a text for PayEx, as their samples have
   * it, for the others as it was listed.
   *
   * When wrong: removing one ends in `bad-request`, and the list is as before.
   */
  readonly removeAgreement: (agreement: Agreement) => ApiRequest | undefined;

  /**
   * Names of the query parameter of `returnUrl` that carries the outcome.
   *
   * Assumed: `status`, `result` or `paymentStatus`; no public text or client has it.
   *
   * When wrong: whoever comes back is told that it is not known how it went, while the server is asked;
   * what it says then is right.
   */
  readonly resultParameters: readonly string[];

  /**
   * The outcome that a value of such a parameter stands for; undefined when it is none.
   *
   * Assumed: the six documented words, as they are written there.
   *
   * When wrong: as above.
   */
  readonly outcome: (value: string, parameter: string) => Outcome | undefined;

  /**
   * The outcome that an address says as a whole, where it cannot be read from one parameter; what this tells
   * wins over what the parameters say.
   *
   * Assumed: none. The login server appends the outcome, so that what comes behind our own parameter is its:
   * the parameter of a known name, said once; else the one whose value is an outcome.
   *
   * When wrong: as above.
   */
  readonly outcomeIn: (address: string) => Outcome | undefined;

  /**
   * Where a change of method is completed, below the login server's address.
   *
   * Assumed: the reference prints `/paymentChange` without a server; its siblings hang on that one.
   *
   * When wrong: whoever changes the method comes to a page of the login server that is not there, and
   * the method stays as it was.
   */
  readonly changeMethodPath: string;

  /**
   * The parameter of that address that carries the card which a new one replaces (PayEx).
   *
   * Assumed: `ticket`; only an older copy of the reference has it. Off unless asked for.
   *
   * When wrong: the product has both cards.
   */
  readonly ticketParameter: string;

  /**
   * What the body of an answer other than 2xx says, for developers.
   *
   * Assumed: `errorMessage`, or OAuth's `error_description`, as public clients read them.
   *
   * When wrong: the message of the error is `HTTP` and the status. Its code never hangs on the body.
   */
  readonly errorMessage: (body: unknown) => string | undefined;

  /**
   * Milliseconds that an answer asks to wait; undefined when it does not.
   *
   * Assumed: `Retry-After`, in seconds or as a date, or beside a 429 `X-RateLimit-Reset`, in seconds, epoch
   * seconds or epoch milliseconds; the reference's overview describes it. A moment is held against the
   * answer's own `Date`.
   *
   * When wrong: a read waits too short and is refused again, three times at most, or up to two minutes
   * too long.
   */
  readonly retryAfter: (headers: Headers, status: number, now: number) => number | undefined;
}

/** The Connect API: where, as whom, and what is known better of it than is assumed. */
export interface ConnectApi extends Api {
  readonly dialect: Partial<Dialect>;
}
