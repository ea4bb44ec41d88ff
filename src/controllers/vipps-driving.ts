import { toConnectError } from '../api/errors.js';
import type { CallOptions } from '../api/shared-read.js';
import { isChange } from '../api/swedbank-pay/operations.js';
import { asProblem } from '../api/swedbank-pay/problem.js';
import type { VippsPayment } from '../api/swedbank-pay/vipps-payment.js';
import type { VippsRunner } from '../flow/vipps/runner.js';
import type { VippsState } from '../flow/vipps/states.js';
import { view, type View, type ViewMessage } from '../flow/vipps/view.js';
import type { ConnectElement } from '../host/connect-element.js';
import type { News } from '../host/news.js';
import type { Panel } from '../host/panel.js';
import { resourceApi } from '../vipps-payment/resource-address.js';
import type { StateName } from '../host/state-name.js';
import { VippsDriver } from '../vipps-payment/driver.js';
import type { TextKey } from '../i18n/keys.js';
import type { MessageOptions } from '../ui/message.js';
import { byHand, questionForm } from '../views/vipps-body.js';
import { detailFacts, type Writing } from '../views/vipps-facts.js';
import { vippsMessage } from '../views/vipps-message.js';

/** Whose payment it is. */
export interface DrivingHost extends ConnectElement {
  src: string | undefined;
  merchant: boolean;
}

const unread: VippsState = { name: 'unread' };

/** Reads a payment resource, does what it lists, and says what has come of that. */
export class VippsDriving implements News {
  readonly showsView = true;
  readonly #host: DrivingHost;
  readonly #panel: Panel;
  #driver: VippsDriver | undefined;
  /** What was shown last of it. */
  #shown = unread;
  #said: MessageOptions<TextKey> | undefined;

  constructor(host: DrivingHost, panel: Panel) {
    this.#host = host;
    this.#panel = panel;
  }

  /** As it was read last; undefined before that. */
  get payment(): VippsPayment | undefined {
    return this.#driver?.resource.payment;
  }

  /** The operations that one can choose from. */
  get choices(): readonly string[] {
    return this.#driver?.resource.choices ?? [];
  }

  /** How its facts are written. */
  get writing(): Writing {
    const { currency = '' } = { ...this.payment };
    const panel = this.#panel;
    return { currency, language: panel.language(), isStaff: this.#host.merchant, t: panel.t };
  }

  /** Whether nothing can be pressed. */
  get isBusy(): boolean {
    return this.#view.isBusy;
  }

  get state(): StateName | undefined {
    return this.#view.state;
  }

  get awaited(): TextKey | undefined {
    return this.state && 'vipps-payment.submitting';
  }

  get message(): MessageOptions<TextKey> | undefined {
    return this.#said;
  }

  async load(options: CallOptions): Promise<void> {
    const { resource, runner } = this.#drive();
    const standing = await resource.load(options).catch((cause: unknown) => {
      throw asProblem(toConnectError(cause));
    });
    runner.loaded(standing);
  }

  /** Does what the resource lists by this name. Resolves when it is done or refused. */
  perform(rel: string, given?: Readonly<Record<string, unknown>>): Promise<void> {
    return this.#drive().runner.perform({ rel, given });
  }

  /** The reader has pressed the button of an operation; what cannot be taken back is asked for first. */
  press(rel: string): void {
    const needsFields = rel === 'create-capture';
    if (isChange(rel)) this.#drive().runner.send({ type: 'asked', rel, needsFields });
    else void this.perform(rel);
  }

  stop(): void {
    this.#driver?.runner.send({ type: 'left' });
    this.#driver = this.#said = undefined;
    this.#shown = unread;
  }

  seen(): void {
    this.#driver?.runner.send({ type: 'seen' });
  }

  get #view(): View {
    return view(this.#shown);
  }

  /** What drives the payment of now. */
  #drive(): VippsDriver {
    if (this.#driver) return this.#driver;
    const host = this.#host;
    const panel = this.#panel;
    const driver = new VippsDriver(host.src ?? '', {
      element: host,
      settings: () => panel.settings(),
      t: panel.t,
      emit: panel.emit,
      emitError: (error) => panel.emitError(asProblem(error)),
      api: () => resourceApi(host.src, panel.settings(), host),
      isStaff: () => host.merchant,
      changed: () => host.requestUpdate(),
      show: (runner) => runner === this.#driver?.runner && this.#show(runner),
      reload: () => void panel.reload(),
    });
    return (this.#driver = driver);
  }

  /** Says what there is to say of the state now; the focus moves to what is said anew. */
  #show(runner: VippsRunner): void {
    const panel = this.#panel;
    const before = this.#shown;
    const { state, secondsLeft: seconds } = runner;
    const { message: said } = view((this.#shown = state));
    // What is under way takes several steps, and is said once.
    if (said?.moment === 'submitting' && view(before).message?.moment === 'submitting') return;
    const checkAgain = () => runner.send({ type: 'checked-again' });
    const body = (what: ViewMessage) => this.#body(what);
    this.#said = said && vippsMessage(said, { seconds, t: panel.t, checkAgain, body });
    const isCounting = before.name === 'checking' && state.name === 'checking';
    panel.refresh(!!said && before !== state && !isCounting && !said.failure);
  }

  #body({ moment, rel = '', known = {}, url = '' }: ViewMessage): unknown {
    const { t } = this.#panel;
    const { writing } = this;
    if (moment === 'leaving') return byHand(url, this.#panel.settings().target, t);
    if (moment === 'details') return detailFacts(known, writing);
    const { remainingCancellationAmount } = { ...this.payment };
    const contents: Readonly<Record<string, unknown>> = {
      'create-capture': this.#driver?.charge?.fields,
      'create-cancellation': detailFacts({ remainingCancellationAmount }, writing),
    };
    const given = rel === 'create-capture' ? this.#driver?.charge?.typed : undefined;
    const agree = () => void this.perform(rel, given?.());
    const close = () => this.#driver?.runner.send({ type: 'denied' });
    return questionForm({ rel, content: contents[rel], t, agree, close });
  }
}
