import { html, type TemplateResult } from 'lit';
import { toConnectError } from '../api/errors.js';
import { request } from '../api/http.js';
import type { CallOptions } from '../api/shared-read.js';
import { amountsError, isChange, operationBody } from '../api/swedbank-pay/operations.js';
import {
  decodeVippsDetails,
  isRegistered,
  type VippsDetails,
  type VippsOperation,
} from '../api/swedbank-pay/vipps-payment.js';
import { growingPauses } from '../host/ask-again.js';
import type { Outcome } from '../host/events.js';
import { openSeamlessView, type SeamlessHandlers } from '../host/seamless-view.js';
import { methodName, texts } from '../i18n/en.js';
import { vippsPayment } from '../i18n/vipps-payment.js';
import { platform } from '../platform/platform.js';
import type { MessageOptions } from '../ui/message.js';
import { seamlessHandlers } from './seamless-events.js';
import { VippsResourceElement } from './vipps-resource-element.js';

type Body = Readonly<Record<string, unknown>> | undefined;

/** Addresses of the payments that something is being done to, by any element of the page. */
const underWay = new Set<string>();

/**
 * How a Vipps payment is driven, one operation at a time. Before each the resource is read again, so
 * that nothing is done that is no longer possible; after each it is read once more, so that what is
 * shown is what the server says.
 */
export abstract class VippsElement extends VippsResourceElement {
  #busyWith: string | undefined;
  #seamless: AbortController | undefined;

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
    if (this.isBusy || underWay.has(src)) return;
    underWay.add((this.#busyWith = src));
    const signal = this.restart();
    this.say('submitting');
    try {
      await this.#perform(rel, body, signal);
    } catch (cause) {
      if (!signal.aborted) await this.#fail(cause, signal);
    } finally {
      underWay.delete(src);
      if (this.#busyWith === src) this.#busyWith = undefined;
      this.requestUpdate();
    }
  }

  override restored(): void {
    if (this.stateName !== 'redirecting') return;
    this.say();
    void this.reload();
  }

  /** An operation keeps its lock until its fate is known, also when the element has moved on. */
  protected get isBusy(): boolean {
    return this.#busyWith === (this.src ?? '') || this.stateName === 'redirecting';
  }

  protected override stop(): void {
    super.stop();
    this.#close();
  }

  protected override async load(options: CallOptions): Promise<number> {
    const count = await super.load(options);
    const left = !this.isBusy && !this.#seamless && platform.store(this.#storeKey);
    if (left) {
      // The payer is back from Vipps, and the page has been loaded anew.
      platform.store(this.#storeKey, '');
      if (left.startsWith('view-') && this.find(left)) void this.perform(left);
      else void this.#examine('open');
    }
    return count;
  }

  /** What the answer to `paid-payment` or `failed-payment` looks like. */
  protected abstract renderDetails(details: VippsDetails): TemplateResult;

  get #storeKey(): string {
    return `connect-elements ${this.flow} ${this.resource().url}`;
  }

  async #perform(rel: string, given: Body, signal: AbortSignal): Promise<void> {
    const before = this.payment ?? (await this.fresh(signal));
    const wasListed = this.find(rel);
    const detail = { flow: this.flow, paymentMethod: 'vipps', rel };
    const mayAsk = wasListed && isChange(rel);
    if (mayAsk && !this.emit('connect-submit', detail, true)) return this.say();
    const payment = await this.fresh(signal);
    const operation = wasListed && this.find(rel);
    const body = operationBody(rel, payment, given);
    const refusal = amountsError(body, payment);
    // When somebody else has charged in the meantime, it is no mistake of whoever typed.
    const isLost = !operation || (refusal && !amountsError(body, before));
    if (isLost) return this.notice(vippsPayment.lost, 'notice', vippsPayment.now);
    if (refusal) throw refusal;
    if (rel.startsWith('redirect')) return this.#leave(operation.href, rel);
    return rel.startsWith('view') ? this.#open(operation) : this.#send(operation, body, signal);
  }

  async #send({ rel, href: url, method }: VippsOperation, body: Body, signal: AbortSignal) {
    const { access } = this.resource();
    const isFinal = isChange(rel);
    if (isFinal) this.#close();
    // Aborting a change would leave its fate unknown: an answer that comes too late is ignored instead.
    const until = isFinal ? new AbortController().signal : signal;
    const answer = await request({ method, url, body, access, signal: until });
    const done = { slot: 'notice', tone: 'registered', title: vippsPayment.done };
    if (isFinal) return this.#conclude(done, signal);
    const title = methodName(vippsPayment.operations, rel);
    this.notice(title, rel, this.renderDetails(decodeVippsDetails(answer)));
  }

  /** Says what came of an operation, together with how it stands now. */
  async #conclude(message: MessageOptions, signal: AbortSignal): Promise<void> {
    const body = await this.fresh(signal).then(
      () => vippsPayment.now,
      () => texts.noAnswer,
    );
    if (!signal.aborted) this.say(undefined, { ...message, body });
  }

  async #fail(cause: unknown, signal: AbortSignal): Promise<void> {
    const error = toConnectError(cause);
    this.emitError(error);
    await this.#conclude({ slot: 'error', title: this.sentence(error) }, signal);
  }

  #leave(url: string, rel?: string): void {
    const { target } = this.settings;
    if (rel) platform.store(this.#storeKey, rel);
    const link = html`<a href=${url} target=${target}>${texts.redirectByHand}</a>`;
    this.say('redirecting', { slot: 'redirecting', title: texts.busy, body: link });
    const detail = { flow: this.flow, transactionId: this.#number, url };
    if (this.emit('connect-redirect', detail, true)) platform.navigate(url, target);
  }

  async #open({ rel, href }: VippsOperation): Promise<void> {
    this.#close();
    const { signal } = (this.#seamless = new AbortController());
    // The payer goes to Vipps from there, and comes back to a page where it must be opened again.
    platform.store(this.#storeKey, rel);
    try {
      await openSeamlessView(this, href, this.#handlers(), signal);
      if (this.stateName === 'submitting') this.say();
    } catch (cause) {
      if (signal.aborted) return;
      this.#end();
      throw cause;
    }
  }

  /** ASSUMED: once it has ended, the iframe has nothing more to say; a payment that was started has. */
  #handlers(): SeamlessHandlers {
    const { flow } = this;
    return seamlessHandlers({
      begins: () => {
        const transactionId = this.#number;
        this.emit('connect-transaction', { flow, transactionId, paymentMethod: 'vipps' });
      },
      ends: (outcome) => {
        if (outcome !== 'initiated') this.#end();
        const transactionId = this.#number;
        this.emit('connect-outcome', { flow, transactionId, outcome, verified: false });
        void this.#examine(outcome);
      },
      fails: (error) => {
        this.emitError(error);
        this.notice(this.sentence(error), 'error');
      },
      leaves: (url) => this.#leave(url),
    });
  }

  /** Asks the server what is true after a claim of the vendor's page, or back from there without one. */
  async #examine(claim: Outcome | 'open'): Promise<void> {
    const isOver = /cancelled|failed/.test(claim);
    const [title, body] = texts.outcomes[claim];
    const actions = [{ label: texts.checkAgain, act: () => void this.#examine(claim) }];
    const known = { slot: claim, title, body };
    let fact: boolean | undefined;
    const ask = async (signal: AbortSignal) => {
      fact = isRegistered(await this.fresh(signal));
      return fact != null;
    };
    const pauses = isOver ? [0] : growingPauses;
    const isTold = await this.examine(known, pauses, ask, 'settled', actions);
    if (isTold == null) return;
    const [failed, retry] = texts.outcomes.failed;
    if (fact) this.say('settled');
    else if (isOver) this.say('settled', known);
    else if (isTold) this.say('settled', { slot: 'failed', title: failed, body: retry });
    else this.say('settled', { ...known, actions });
    const { flow } = this;
    const confirmed = fact === !isOver;
    this.emit('connect-confirmed', { flow, transactionId: this.#number, confirmed });
  }

  get #number(): number {
    return this.payment?.number ?? 0;
  }

  #close(): void {
    this.#seamless?.abort();
    this.#seamless = undefined;
  }

  /** The vendor's page is done for good. */
  #end(): void {
    this.#close();
    platform.store(this.#storeKey, '');
  }
}
