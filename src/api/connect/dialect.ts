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
 * What the public reference of the Connect API leaves open, and what is taken for it. Each member can be replaced
 * at run time: `configure({ dialect })`, `createClient({ dialect })`, `createFlow({ dialect })`. A function gives
 * undefined when it cannot tell, and one that throws counts as that. What is assumed stands together in
 * `assumedDialect`, and the page "What we assume" is written from these comments.
 */
export interface Dialect extends AnswerDialect {
  /**
   * Reads an item of `paymentMethodResponseItems` (List payment methods); undefined when it is not understood.
   *
   * Assumed: a code by itself, or an object with it in `paymentMethod`, `payMethod`, `method` or `type`, which is
   * the current method when `current`, `active`, `selected`, `isCurrent` or `inUse` is `true`. A product is changed
   * when the server lists the method that was asked for as the current one.
   *
   * Why: the reference shows the array collapsed; that its items tell the two apart is in its text.
   *
   * When wrong: an item that is not understood is left out; a list of which none is understood is
   * `invalid-response`. A code of another vocabulary is shown as it came. In each case one can change to any of the
   * documented methods, since only a list of these codes alone switches anything off. A marker by another name: no
   * method is the current one, so a change is never confirmed.
   *
   * To find out: the tool shows the fields of an item. The codes are those of Change payment method when all are
   * known.
   */
  readonly paymentMethod: (item: unknown) => PaymentMethod | undefined;

  /**
   * How an item of `invoices` stands, from its fields as they came.
   *
   * Assumed: it is paid when `paidAmount` covers both `invoiceAmount` and `amount`, to the hundredth. Nothing is
   * owed when what it is about is nought or less; it is unclear when one of the three is there and cannot be read.
   *
   * Why: the reference has the three amounts in a sample; what the codes of `paymentStatus` and `invoiceStatus` mean
   * is in no public text.
   *
   * When wrong: a paid invoice is listed as owed and its payment never confirmed, or one that is owed is not
   * offered. Undefined counts as `unclear`: whoever asks whether it is paid gets `invalid-response`.
   *
   * To find out: the tool says whether each invoice can be told. Look at one that you know to be paid, and at one
   * that is not.
   */
  readonly standing: (invoice: JsonObject) => Standing | undefined;

  /**
   * What an item of `invoices` is about, in the currency's units: a number or a text, as it came.
   *
   * Assumed: `invoiceAmount`, or else `amount`. One that cannot be read is shown as it came, and not replaced by the
   * other.
   *
   * Why: the reference's sample has both, and they differ.
   *
   * When wrong: another sum is shown beside the invoice than the provider's page asks for.
   *
   * To find out: pay an invoice at the test server whose two amounts differ, and compare what the provider's page
   * asks for.
   */
  readonly amountOf: (invoice: JsonObject) => unknown;

  /**
   * The day that a date of the API stands for, `YYYY-MM-DD`.
   *
   * Assumed: an ISO date, or a moment, which stands for its day in Norway and Sweden: epoch milliseconds or seconds,
   * or ISO 8601 with an offset.
   *
   * Why: the reference's sample has a date in invoices and epoch milliseconds in reminders, and no word on time
   * zones.
   *
   * When wrong: another day is shown, or none; an invoice may be called overdue a day too early.
   *
   * To find out: the tool says which fields hold a day that cannot be read. Compare one with the day on the printed
   * invoice.
   */
  readonly day: (value: unknown) => string | undefined;

  /**
   * The currency (ISO 4217) by country, as in `country`.
   *
   * Assumed: that of the country: NOK, or SEK when `country` is `se`.
   *
   * Why: the API's answers name none.
   *
   * When wrong: sums are shown with another currency's name. No request carries it.
   *
   * To find out: the provider's page of a payment names the currency.
   */
  readonly currencies: Readonly<Record<string, string>>;

  /**
   * What names an item in a list of agreements, tokens or subscriptions; undefined when nothing does.
   *
   * Assumed: the first of `agreementRef`, `recurrenceToken` and `subscriptionId` that is there, which a removal
   * sends back; `replace-card` takes it, of a card of PayEx, along to the login server.
   *
   * Why: Vipps' and PayEx's are documented; no public text shows an item of Klarna or Nexi.
   *
   * When wrong: the agreement is shown and cannot be removed.
   *
   * To find out: the tool shows the fields of an item of each provider.
   */
  readonly agreementReference: (
    item: JsonObject,
    provider: AgreementProvider,
  ) => AgreementReference | undefined;

  /**
   * Whether an agreement is one for a product.
   *
   * Assumed: it is when it names the product, and may be when it names none. Undefined counts as may be; there
   * `replace-card` goes by the product that the card names.
   *
   * Why: no public text shows an item of Klarna or Nexi, nor says that an item has to name a product.
   *
   * When wrong: agreements of other products are listed too, or some of this one are not.
   *
   * To find out: the tool says how many items name a product.
   */
  readonly isAgreementAbout: (agreement: Agreement, productCode: string) => boolean | undefined;

  /**
   * How an agreement, token or subscription is added; undefined when nobody can say, and nothing is sent.
   *
   * Assumed: as with Vipps and Klarna, where it is documented, by a POST of `productCode` to the path of the list;
   * PayEx wants `tokenType` beside it.
   *
   * Why: the path for PayEx and for Nexi is in no public text.
   *
   * When wrong: adding one ends in `bad-request`; nothing is changed.
   *
   * To find out: add one at the test server, with each provider that you use.
   */
  readonly addAgreement: (
    provider: AgreementProvider,
    productCode: string,
  ) => ApiRequest | undefined;

  /**
   * How one is removed; undefined when nobody can say, and nothing is sent.
   *
   * Assumed: as with Vipps, where it is documented, by a PATCH of the path of the list, with the field that names it
   * and `paymentProviderId`: a number for Vipps and a text for PayEx, as their samples have it, for the others as it
   * was listed.
   *
   * Why: the method and the path for PayEx, and all of the request for Klarna and Nexi, are in no public text.
   *
   * When wrong: removing one ends in `bad-request`, and the list is as before.
   *
   * To find out: remove one at the test server, with each provider that you use.
   */
  readonly removeAgreement: (agreement: Agreement) => ApiRequest | undefined;

  /**
   * Names of the query parameter of `returnUrl` that carries the outcome; the attribute `result-param` wins over
   * them.
   *
   * Assumed: `status`, `result` or `paymentStatus`. Else the one parameter behind ours counts whose value is an
   * outcome.
   *
   * Why: the reference has the six outcomes and not how they come back; no public client has it either.
   *
   * When wrong: whoever comes back is told that it is not known how it went, while the server is asked; what it says
   * then is right.
   *
   * To find out: give the tool an address that somebody came back to.
   */
  readonly resultParameters: readonly string[];

  /**
   * The outcome that a value of such a parameter stands for; undefined when it is none.
   *
   * Assumed: the six documented words, as they are written there; in `fulfillmentStatus`, where that is named among
   * the parameters, also `success` and `cancel`. For a parameter that nobody has named it is
   * called with an empty name.
   *
   * Why: the reference lists them; how they are written in an address is in no public text. The login server tells
   * what came of an order in `fulfillmentStatus`, which may be a relative.
   *
   * When wrong: whoever comes back is told that it is not known how it went, while the server is asked; what it says
   * then is right.
   *
   * To find out: give the tool an address that somebody came back to.
   */
  readonly outcome: (value: string, parameter: string) => Outcome | undefined;

  /**
   * The outcome that an address says as a whole, where it cannot be read from one parameter; what this tells wins
   * over what the parameters say.
   *
   * Assumed: none. The login server appends the outcome, so that what comes behind our own parameter is its: the
   * parameter of a known name, said once; what stood in the address before is the site's own.
   *
   * Why: a server that adds to an address usually appends, and no public text says otherwise.
   *
   * When wrong: whoever comes back is told that it is not known how it went, while the server is asked; what it says
   * then is right.
   *
   * To find out: give the tool an address that somebody came back to.
   */
  readonly outcomeIn: (address: string) => Outcome | undefined;

  /**
   * Where a change of method is completed, below the login server's address.
   *
   * Assumed: `/paymentChange`.
   *
   * Why: the reference prints it without a server; its siblings hang on that one.
   *
   * When wrong: whoever changes the method comes to a page of the login server that is not there, and the method
   * stays as it was.
   *
   * To find out: change a method at the test server.
   */
  readonly changeMethodPath: string;

  /**
   * The parameter of that address that carries the card which a new one replaces (PayEx).
   *
   * Assumed: `ticket`. It is sent only where `replace-card` asks for it.
   *
   * Why: only an older copy of the reference has it.
   *
   * When wrong: the product has both cards.
   *
   * To find out: replace a card at the test server, and list the tokens.
   */
  readonly ticketParameter: string;

  /**
   * What the body of an answer other than 2xx says, for developers.
   *
   * Assumed: `errorMessage`, or OAuth's `error_description`.
   *
   * Why: public clients of the API read these two.
   *
   * When wrong: the message of the error is `HTTP` and the status. Its code never hangs on the body.
   *
   * To find out: the tool asks for what nobody has, and shows the fields of the refusal.
   */
  readonly errorMessage: (body: unknown) => string | undefined;

  /**
   * Milliseconds that an answer asks to wait; undefined when it does not.
   *
   * Assumed: `Retry-After`, in seconds or as a date, or beside a 429 `X-RateLimit-Reset`, in seconds, epoch seconds
   * or epoch milliseconds. A moment is held against the answer's own `Date`.
   *
   * Why: the overview has "remaining epoch seconds" for `X-RateLimit-Reset`, which may mean either; `Retry-After` is
   * what HTTP has for it.
   *
   * When wrong: a read waits too short and is refused again, three times at most, or up to two minutes too long.
   *
   * To find out: the headers of any answer of the test server have `X-RateLimit-Reset`: a small number counts
   * seconds.
   */
  readonly retryAfter: (headers: Headers, status: number, now: number) => number | undefined;
}

/** The Connect API: where, as whom, and what is known better of it than is assumed. */
export interface ConnectApi extends Api {
  readonly dialect: Partial<Dialect>;
}
