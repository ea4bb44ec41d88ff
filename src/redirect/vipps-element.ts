import { isSecure } from '../api/address.js';
import type { PropertyDeclarations, TemplateResult } from 'lit';
import { decodeObject, text, type JsonObject } from '../api/decode.js';
import { configError, ConnectError, toConnectError, type ConnectErrorCode } from '../api/errors.js';
import { never, request } from '../api/http.js';
import { read, type CallOptions } from '../api/shared-read.js';
import { isChange, isScript, isVisited } from '../api/swedbank-pay/operations.js';
import { asProblem } from '../api/swedbank-pay/problem.js';
import {
  decodeVippsDetails,
  decodeVippsPayment,
  isRegistered,
  type VippsOperation,
  type VippsPayment,
} from '../api/swedbank-pay/vipps-payment.js';
import { growingPauses } from '../host/ask-again.js';
import { operationUrl, resourceApi, type ResourceApi } from '../host/resource.js';
import type { SeamlessEvent } from '../host/seamless-view.js';
import { attributes } from '../host/settings-element.js';
import { TellingElement } from '../host/telling-element.js';
import { shared } from '../i18n/en/shared.js';
import { vippsPayment } from '../i18n/en/vipps-payment.js';
import type { TextKey } from '../i18n/keys.js';
import { vippsPayment as source } from '../i18n/load-vipps-payment.js';
import { platform } from '../platform/platform.js';
import { message, type MessageOptions } from '../ui/message.js';
import { bodyOf, loaded, offered, operationName, seamlessFailure } from './vipps-operations.js';
import { isNotFound, refusalOf, told, type Claim } from './vipps-moments.js';

/** Addresses of the payments that something is being done to, by any element of the page. */
const underWay = new Set<string>();

/**
 * How a Vipps payment is driven, one operation at a time. Before each the resource is read again, so
 * that nothing is done that is no longer possible; after each it is read once more, so that what is
 * shown is what the server says.
 */
export abstract class VippsElement extends TellingElement {
  static override properties: PropertyDeclarations = {
    ...attributes(['src']),
    merchant: { type: Boolean },
  };

  /** Address of the payment resource, as a rule at the site's own backend. */
  declare src: string | undefined;
  /** Whether to offer what only the shop's own staff may do. */
  declare merchant: boolean | undefined;

  protected readonly flow = 'vipps-payment' as const;
  protected readonly place = 'vipps-payment';
  protected readonly deed = 'vipps-payment';
  protected readonly english = { shared, 'vipps-payment': vippsPayment };
  protected readonly source = source;
  #payment: VippsPayment | undefined;
  #seamless: AbortController | undefined;
  #warned = '';

  /** The payment as it was read last; undefined before that. */
  get payment(): VippsPayment | undefined {
    return this.#payment;
  }

  /**
   * Does what the resource lists by this name. While another operation on it is under way it does
   * nothing. Resolves when it is done or refused; what happened is told by events.
   *
   * @param rel One of the documented names, such as `update-payment-abort`.
   * @param body Fields of the request's body that win over the element's own: a part of the amount is
   *   charged by `{ transaction: { amount: 500, vatAmount: 100 } }`, in minor units.
   */
  async perform(rel: string, body?: Readonly<Record<string, unknown>>): Promise<void> {
    const { src = '' } = this;
    const page = platform.href();
    // One payment, however its address is written.
    const lock = URL.canParse(src, page) ? new URL(src, page).href : src;
    if (underWay.has(lock) || this.stateName === 'redirecting') return;
    underWay.add(lock);
    const signal = this.restart();
    this.say('submitting', { slot: 'notice', title: 'vipps-payment.submitting' });
    const release = await platform.lock(`connect-elements ${lock}`);
    try {
      if (signal.aborted) return;
      if (release) await this.#perform(rel, body, signal);
      else this.notice(...told('elsewhere'));
    } catch (cause) {
      if (signal.aborted) return;
      const error = toConnectError(cause);
      this.emitError(error);
      // A change whose answer cannot be read may have been made: nobody is told to try again.
      const isUnread = isChange(rel) && error.code === 'invalid-response';
      const [title, body] = isUnread ? told('in-doubt') : refusalOf(error);
      await this.#conclude({ slot: 'error', title, body });
    } finally {
      // Kept until the fate of what was sent is known, also when the element has moved on.
      release?.();
      underWay.delete(lock);
    }
  }

  override restored(): void {
    if (this.stateName !== 'redirecting') return;
    this.say();
    void this.reload();
  }

  protected identity(): readonly unknown[] {
    return [this.src];
  }

  protected override stop(): void {
    super.stop();
    this.#close();
    this.#payment = undefined;
  }

  protected async load(options: CallOptions): Promise<number> {
    const known = this.#payment;
    const payment = decodeVippsPayment(await read(this.api(), '', options));
    // What was read while something was done is newer.
    if (known === this.#payment) this.#take(payment);
    const left = !this.state && !this.#seamless && this.#left();
    if (left) {
      // The payer is back from Vipps, and the page has been loaded anew.
      this.#left('');
      if (isScript(left) && this.#find(left)) void this.perform(left);
      else void this.#examine('unknown');
    }
    return 1;
  }

  /** What may be done now by whoever is in front of it, in the order in which it is shown. */
  protected get choices(): readonly string[] {
    return offered.filter((rel) => (this.merchant || !rel.startsWith('create')) && this.#find(rel));
  }

  protected override api(): ResourceApi {
    return resourceApi(this.src, this.settings);
  }

  protected override emitError(error: ConnectError): void {
    super.emitError(asProblem(error));
  }

  protected override renderFailure(error: ConnectError): TemplateResult {
    if (!isNotFound(error)) return super.renderFailure(asProblem(error));
    const [title, body] = refusalOf(error);
    const retry = { label: 'shared.try-again', act: () => void this.reload() } as const;
    return message({ slot: 'error', title, body, actions: [retry] }, this.t);
  }

  /** Says that nothing was done, and why. */
  protected refuse(code: ConnectErrorCode): void {
    this.notice('vipps-payment.refused', `shared.error.${code}`, 'error');
  }

  /** What is known of a payment, or of how it was paid or failed. */
  protected abstract renderDetails(known: JsonObject): TemplateResult;

  /** Reads the payment now: a request that began before something was done would tell of before. */
  async #fresh(options: CallOptions): Promise<VippsPayment> {
    return this.#take(decodeVippsPayment(await read(this.api(), '', options)));
  }

  /** Names once what is listed with an address that may not be followed. */
  #take(payment: VippsPayment): VippsPayment {
    this.#payment = payment;
    this.requestUpdate();
    const refused = payment.operations
      .map(({ rel }) => rel)
      .filter((rel) => offered.some((name) => name === rel) && !this.#find(rel))
      // Who has named no scripts wants none.
      .filter((rel) => !isScript(rel) || this.settings.scriptOrigins != null)
      .join(' ');
    if (refused && refused !== this.#warned) {
      this.emitError(configError(refused, 'an address of src, operation-origins or scriptOrigins'));
    }
    this.#warned = refused;
    return payment;
  }

  /** What is listed by this name, with an absolute address; undefined when that may not be followed. */
  #find(rel: string): VippsOperation | undefined {
    const operation = this.payment?.operations.find((one) => one.rel === rel);
    const href = operation && operationUrl(operation.href, this.api(), rel, this.settings);
    return href ? { ...operation, href } : undefined;
  }

  async #perform(rel: string, given: JsonObject | undefined, signal: AbortSignal): Promise<void> {
    const payment = await this.#fresh({ signal, isFresh: true });
    const operation = this.choices.includes(rel) && this.#find(rel);
    if (!operation) return this.notice(...told('lost'));
    const { method, href: url } = operation;
    if (isVisited(rel)) {
      // The payer may come back to a page that is loaded anew.
      this.#left(rel);
      return isScript(rel)
        ? this.#open(url)
        : this.depart('vipps-payment', { ...this.#about, url });
    }
    const body = isChange(rel) && (await bodyOf(rel, payment, given));
    signal.throwIfAborted();
    if (body) {
      const detail = { flow: this.flow, paymentMethod: 'vipps', rel };
      if (!this.emit('submit', detail, true)) return this.say();
      this.#close();
    }
    // Aborting a change would leave its fate unknown: an answer that comes too late is ignored instead.
    const answer = decodeObject(
      await request({ ...this.api(), method, url, body: body || undefined, signal: never }),
    );
    signal.throwIfAborted();
    const title = 'vipps-payment.done';
    if (body) return this.#conclude({ slot: 'notice', tone: 'registered', title });
    const details = decodeVippsDetails(answer);
    this.notice(operationName(rel), () => this.renderDetails(details), rel);
  }

  /** Says what came of an operation, together with how it stands now. */
  async #conclude(message: MessageOptions<TextKey>): Promise<void> {
    const label = 'shared.check-again';
    const actions = [{ label, act: () => void this.#conclude(message) }] as const;
    const ask = async (options: CallOptions) => !!(await this.#fresh(options));
    if (await this.examine(message, [0], ask, 'settled', actions)) this.say(undefined, message);
  }

  async #open(url: string): Promise<void> {
    this.#close();
    const { signal } = (this.#seamless = new AbortController());
    try {
      const { openSeamlessView } = await loaded(import('../host/seamless-view.js'));
      signal.throwIfAborted();
      await openSeamlessView(this, url, this.#heed, signal, seamlessFailure);
      if (this.stateName === 'submitting') this.say();
    } catch (cause) {
      if (!signal.aborted) this.#end();
      throw cause;
    }
  }

  /** ASSUMED: once it has ended, the iframe has nothing more to say; a payment that was started has. */
  readonly #heed = (event: SeamlessEvent, { details, redirectUrl }: JsonObject): void => {
    if (event === 'begins') {
      this.emit('transaction', { ...this.#about, paymentMethod: 'vipps' });
    } else if (event === 'leaves') {
      const url = text(redirectUrl);
      if (URL.canParse(url) && isSecure(new URL(url)))
        this.depart('vipps-payment', { ...this.#about, url });
      else this.emitError(configError('redirectUrl', 'an https address'));
    } else if (event === 'declined' || event === 'server') {
      const error = new ConnectError(event, `seamless view: ${text(details)}`);
      this.emitError(error);
      this.refuse(event);
    } else {
      if (event !== 'initiated') this.#end();
      this.emit('outcome', { ...this.#about, outcome: event, verified: false });
      void this.#examine(event);
    }
  };

  /** Asks the server what is true after a claim of the vendor's page, or back from there without one. */
  async #examine(claim: Claim): Promise<void> {
    const isOver = /cancelled|failed/.test(claim);
    const [title, body] = told(claim === 'unknown' ? 'open' : `outcome.${claim}`);
    const about = { slot: claim === 'unknown' ? 'open' : claim, title, body };
    const again = { label: 'shared.check-again', act: () => void this.#examine(claim) } as const;
    const isTold = await this.examine(
      about,
      isOver ? [0] : growingPauses,
      async (options) => isRegistered(await this.#fresh(options)) != null,
      'settled',
      [again],
    );
    if (isTold == null) return;
    const fact = this.payment && isRegistered(this.payment);
    const [unpaid, then] = told('unpaid');
    const known = isTold && !isOver ? { slot: 'failed', title: unpaid, body: then } : about;
    this.say('settled', fact ? undefined : { ...known, actions: [again] });
    this.emit('confirmed', { ...this.#about, confirmed: fact === true });
  }

  get #about() {
    return { flow: this.flow, transactionId: this.payment?.number ?? 0 };
  }

  /** The operation that the payer has left by, kept for the session. */
  #left(rel?: string): string | null {
    return platform.store(`connect-elements ${this.api().url}`, rel, true);
  }

  #close(): void {
    this.#seamless?.abort();
    this.#seamless = undefined;
  }

  /** The vendor's page is done for good. */
  #end(): void {
    this.#close();
    this.#left('');
  }
}
