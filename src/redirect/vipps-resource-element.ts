import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { configError, type ConnectError } from '../api/errors.js';
import { request } from '../api/http.js';
import { read, type Api, type CallOptions } from '../api/shared-read.js';
import { isVisited } from '../api/swedbank-pay/operations.js';
import { asProblem, problemType } from '../api/swedbank-pay/problem.js';
import {
  decodeVippsPayment,
  isRegistered,
  type VippsOperation,
  type VippsPayment,
} from '../api/swedbank-pay/vipps-payment.js';
import { operationUrl, resourceApi } from '../host/resource.js';
import { attributes } from '../host/settings-element.js';
import { TellingElement } from '../host/telling-element.js';
import { texts } from '../i18n/en.js';
import { vippsPayment } from '../i18n/vipps-payment.js';
import { message } from '../ui/message.js';

const problems: Readonly<Record<string, string>> = vippsPayment.problems;

/** A payment resource as the server tells it, and the operations in it that may be followed. */
export abstract class VippsResourceElement extends TellingElement {
  static override properties: PropertyDeclarations = {
    ...attributes(['src']),
    merchant: { type: Boolean },
  };

  /** Address of the payment resource, as a rule at the site's own backend. */
  declare src: string | undefined;
  /** Whether to offer what only the shop's own staff may do. */
  declare merchant: boolean | undefined;

  protected readonly flow = 'vipps-payment' as const;
  #payment: VippsPayment | undefined;
  /** With absolute addresses. */
  #offers: readonly VippsOperation[] = [];
  /** Reads are numbered: an answer must not undo what a later read has said. */
  #asked = 0;
  #answered = 0;
  readonly #warned = new Set<string>();

  /** The payment as it was read last; undefined before that. */
  get payment(): VippsPayment | undefined {
    return this.#payment;
  }

  /** What may be done now by whoever is in front of it, in the order in which it is shown. */
  protected get choices(): readonly VippsOperation[] {
    return this.#offers.filter(({ rel }) => this.merchant || !rel.startsWith('create-'));
  }

  protected identity(): readonly unknown[] {
    return [this.src, this.settings.operationOrigins];
  }

  protected override stop(): void {
    super.stop();
    this.#payment = undefined;
    this.#offers = [];
    this.#warned.clear();
    this.#answered = ++this.#asked;
  }

  protected async load(options: CallOptions): Promise<number> {
    await this.#take(this.resource(), (api) => read(api, '', options));
    return 1;
  }

  protected override emitError(error: ConnectError): void {
    super.emitError(asProblem(error));
  }

  /** By the problem's type where that has words of its own. */
  protected override sentence(error: ConnectError): string {
    const { code, body } = asProblem(error);
    const type = problemType(body);
    if (/doubt|invalid/.test(code)) return texts.outcomes['in-doubt'][0];
    return (Object.hasOwn(problems, type) && problems[type]) || super.sentence(asProblem(error));
  }

  protected override renderView(): TemplateResult {
    const { payment, told } = this;
    const registered = { slot: 'registered', title: vippsPayment.registered };
    return html`${!told && payment && isRegistered(payment) ? message(registered) : ''}
      ${super.renderView()}<slot name="seamless"></slot>`;
  }

  /** Throws a `config` error. */
  protected resource(): Api {
    return resourceApi(this.src, this.settings);
  }

  /** Reads the payment now: a request that began before something was done would tell of before. */
  protected async fresh(signal: AbortSignal): Promise<VippsPayment> {
    return this.#take(this.resource(), (api) => request({ method: 'GET', ...api, signal }));
  }

  protected find(rel: string): VippsOperation | undefined {
    return this.choices.find((operation) => operation.rel === rel);
  }

  async #take(api: Api, ask: (api: Api) => Promise<unknown>): Promise<VippsPayment> {
    const turn = ++this.#asked;
    const payment = decodeVippsPayment(await ask(api));
    if (turn > this.#answered) {
      this.#answered = turn;
      this.#payment = payment;
      this.#offers = Object.keys(vippsPayment.operations).flatMap(
        (rel) => this.#offer(api.url, payment, rel) ?? [],
      );
      this.requestUpdate();
    }
    return payment;
  }

  /** The operation with an address that may be followed. One that may not is named once. */
  #offer(resource: string, { operations }: VippsPayment, rel: string): VippsOperation | undefined {
    const operation = operations.find((one) => one.rel === rel);
    if (!operation) return undefined;
    const href = operationUrl(operation.href, resource, isVisited(rel), this.settings);
    if (href) return { ...operation, href };
    if (!this.#warned.has(rel)) {
      this.#warned.add(rel);
      this.emitError(
        configError(`${rel} at ${operation.href}`, 'an address at src or operation-origins'),
      );
    }
    return undefined;
  }
}
