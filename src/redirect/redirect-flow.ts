import { html } from 'lit';
import { invalidResponse } from '../api/decode.js';
import type { Told } from '../flow/events.js';
import { FlowRunner } from '../flow/runner.js';
import type { FlowHost, FlowPage } from '../flow/seam.js';
import type { FlowState, Request } from '../flow/states.js';
import { subjectKey } from '../flow/subject-key.js';
import type { Transaction } from '../flow/transaction.js';
import { events, view, type View } from '../flow/view.js';
import { ownName } from '../host/kept.js';
import type { Means } from '../host/means.js';
import type { News } from '../host/news.js';
import { pageReady } from '../host/page.js';
import type { TextKey } from '../i18n/keys.js';
import { platform } from '../platform/platform.js';
import type { MessageOptions } from '../ui/message.js';
import { endArrival, forgetArrival, noteTold, pageArrival, type PageArrival } from './arrival.js';
import { flowMessage, isForReader } from './flow-message.js';
import { flowPage } from './flow-page.js';
import { flowServer } from './flow-server.js';
import { prepareRedirect } from './login-server.js';
import type { RedirectOptions } from './redirect-options.js';
import { Receipt } from './receipt.js';
import { expectAnew } from './told-claims.js';

const idle: FlowState = { name: 'idle' };

/** The way to the login server and back, as an element shows and tells it. */
export class RedirectFlow implements News, FlowHost {
  readonly #means: Means;
  readonly #options: RedirectOptions;
  readonly #receipt: Receipt;
  #runner: FlowRunner | undefined;
  /** Where the runner keeps what is open. */
  #keeper: FlowPage | undefined;
  #subject: Request | undefined;
  /** What waits until somebody has opened the page. */
  #pending: Request | undefined;
  /** What came back, and is told by this flow. */
  #page: PageArrival | undefined;
  /** What came back, and is shown by this flow, whoever has told it. */
  #shown: PageArrival | undefined;
  /** Where the browser was sent. */
  #url = '';
  #before = idle;
  #whenSent: (() => void)[] = [];

  constructor(means: Means, options: RedirectOptions) {
    this.#means = means;
    this.#options = options;
    this.#receipt = new Receipt(means);
  }

  get view(): View {
    return view(this.#now);
  }

  get state() {
    return this.view.state;
  }

  get showsView(): boolean {
    return this.#options.staysShown ?? this.view.showsChoice;
  }

  get awaited(): TextKey | undefined {
    return this.state && this.#subject && `${this.#subject.flow}.submitting`;
  }

  get message(): MessageOptions<TextKey> | undefined {
    const { message: said } = this.view;
    const { t } = this.#means;
    const subject = this.#subject;
    if (!said || !subject) return undefined;
    const { flow } = subject;
    return flowMessage(said, {
      flow,
      t,
      values: { number: subject.invoiceNumber, amount: this.#options.amount?.() ?? '' },
      secondsLeft: this.#runner?.secondsLeft ?? 0,
      link: () => this.#link(`${flow}.leaving.by-hand`),
      receipt: () => this.#receipt.text(subject, this.#registeredId),
      more: this.#receipt.copy(this.#registeredId),
      act: (action) => this.#runner?.send(events[action]),
    });
  }

  /** Whether something is on its way to the server or the login. */
  get isBusy(): boolean {
    return this.state === 'submitting' || this.state === 'redirecting';
  }

  /** Whether a press begins something. */
  get mayBegin(): boolean {
    const { name } = this.#now;
    return name === 'idle' || name === 'choosing' || name === 'registered';
  }

  /** What the server was found to want instead of what the button said; in the currency's own units. */
  get newAmount(): number | undefined {
    const now = this.#now;
    return now.name === 'choosing' && now.notice?.is === 'new-amount'
      ? now.notice.amount
      : undefined;
  }

  /** Takes up what the page's address says of a subject, else what the browser keeps of it. */
  follow(subject: Request): void {
    this.#pending = platform.isPrerendering() ? subject : undefined;
    if (this.#pending) return;
    const runner = this.#run(subject);
    const page = pageArrival(this.#means.settings());
    const isOurs = page?.arrival && subjectKey(page.arrival) === subjectKey(subject);
    if (runner.state.name !== 'idle') runner.begin();
    else if (page && isOurs && !page.isOver) this.#take(page, runner);
    else {
      runner.begin();
      if (page && !page.arrival && !this.view.message) this.#take(page, runner);
    }
    // Nobody else on the page may be about it either: it is told all the same, unless this flow has ended too.
    if (page)
      void pageReady().then(() => {
        if (runner.state.name !== 'idle') this.announce(page);
      });
  }

  /** Shows and tells an arrival, whatever it is about; an old one as far as it has come. */
  take(page: PageArrival): void {
    this.#take(page, this.#run(page.arrival ?? blank));
  }

  /** Tells what came back, unless some element of the page has told it. */
  announce(page: PageArrival): void {
    const { arrival } = page;
    if (page.isAnnounced) return;
    noteTold(page, this.#means.settings());
    if (!arrival) return this.#means.emitError(invalidResponse('connect'));
    const { outcome, flow, transactionId } = arrival;
    this.#means.emit('outcome', { flow, transactionId, outcome, verified: false });
  }

  /** Asks for a transaction and leaves with it. Resolves when it has left, or the attempt has ended. */
  async press(request: Request): Promise<void> {
    const runner = this.#run(request);
    if (runner.state.name === 'idle') runner.begin();
    runner.send({ type: 'pressed', subject: request });
    if (this.state === 'submitting') {
      await new Promise<void>((resolve) => this.#whenSent.push(resolve));
    }
  }

  /** Reads the server before the press, which then need not wait for it. */
  touch(request: Request): void {
    if (this.#now.name === 'choosing') this.#runner?.touch(request);
  }

  stop(): void {
    if (this.#shown) this.#shown.isShown = false;
    this.#pending = this.#page = this.#shown = undefined;
    this.#runner?.end();
  }

  /** Wherever the reader could ask. */
  asked(): void {
    if (this.view.message?.actions.includes('check-again')) {
      this.#runner?.send(events['check-again']);
    }
  }

  seen(): void {
    if (this.#pending) this.follow(this.#pending);
    else this.#runner?.seen();
  }

  stored(key: string | null): void {
    const name = key === null ? key : ownName(this.#means.settings(), key);
    if (name !== undefined) this.#runner?.heed(name);
    this.#options.stored?.(key);
  }

  changed(): void {
    const [before, now] = [this.#before, this.#now];
    this.#before = now;
    if (this.state !== 'submitting') this.#whenSent.splice(0).forEach((resolve) => resolve());
    this.#means.refresh(isForReader(before, now));
  }

  async permit(request: Request): Promise<boolean> {
    const { flow, paymentMethod, productCode, invoiceNumber } = request;
    // Before anything is sent: a way back that cannot be built is a `config` error.
    prepareRedirect(this.#means.settings(), this.#options.operationOf(request));
    const about = { flow, paymentMethod, ...(invoiceNumber && { invoiceNumber }), productCode };
    if (!this.#means.emit('submit', about, true)) return false;
    await this.#options.more?.read(request);
    return true;
  }

  /** With a link for a browser that stays, unless the site navigates itself. */
  async depart(transaction: Transaction): Promise<void> {
    const settings = this.#means.settings();
    const address = prepareRedirect(settings, this.#options.operationOf(transaction));
    const more = await this.#options.more?.of(transaction);
    if (this.#now.name !== 'leaving') return;
    const { flow, transactionId } = transaction;
    const url = (this.#url = address(transaction, more));
    expectAnew(settings, transaction);
    this.#means.refresh(false);
    if (this.#means.emit('redirect', { flow, transactionId, url }, true)) {
      platform.navigate(url, settings.target);
    }
  }

  tell(told: Told): void {
    const { emit, emitError } = this.#means;
    switch (told.name) {
      case 'transaction': {
        const { flow, transactionId, paymentMethod } = told.transaction;
        return void emit('transaction', { flow, transactionId, paymentMethod });
      }
      case 'outcome':
        return this.#page && this.announce(this.#page);
      case 'confirmed':
        return this.#confirm(told.transactionId, told.confirmed);
      case 'error':
        return emitError(told.error);
    }
  }

  forgetArrival(isLeaving: boolean): void {
    this.#page = undefined;
    forgetArrival(isLeaving);
  }

  get #now(): FlowState {
    return this.#runner?.state ?? idle;
  }

  /** A runner that is at the same already goes on with it. */
  #run(subject: Request): FlowRunner {
    const [known, keeper] = [this.#subject, this.#keeper];
    this.#subject = subject;
    const page = (this.#keeper = flowPage(this.#means.settings(), subject.flow));
    const isSame = page === keeper && known && subjectKey(known) === subjectKey(subject);
    if (this.#runner && isSame) return this.#runner;
    this.#runner?.end();
    this.#before = idle;
    const companyCodeOf = () => this.#subject?.companyCode;
    const server = flowServer(() => this.#means.api(), this.#options.operationOf, companyCodeOf);
    return (this.#runner = new FlowRunner(subject, page, server, this));
  }

  #take(page: PageArrival, runner: FlowRunner): void {
    const { arrival } = page;
    page.isShown = true;
    this.#shown = page;
    // How it went is known, and is told to nobody anew.
    if (page.isOld || page.isOver) return runner.begin();
    this.#page = page;
    runner.arrive({ arrival });
  }

  #confirm(transactionId: number, confirmed: boolean): void {
    const isRepeated = !confirmed && this.#page?.isDenied;
    if (this.#page && !confirmed) this.#page.isDenied = true;
    // What is known is not told anew to whoever comes to the page later.
    if (this.#page && this.#now.name !== 'unconfirmed') {
      endArrival(this.#page, this.#means.settings());
    }
    const { flow } = this.#subject ?? blank;
    if (!isRepeated) this.#means.emit('confirmed', { flow, transactionId, confirmed });
  }

  #link(byHand: TextKey): unknown {
    const { target } = this.#means.settings();
    const text = this.#means.t(byHand);
    return this.#url && html`<a href=${this.#url} target=${target} data-key=${byHand}>${text}</a>`;
  }

  /** 0 when nobody here has heard it. */
  get #registeredId(): number {
    const state = this.#now;
    return state.name === 'registered' ? state.transaction.transactionId : 0;
  }
}

/** What came back cannot be read: it is about nothing that is known. */
const blank: Request = {
  flow: 'pay-invoice',
  paymentMethod: '',
  productCode: '',
  invoiceNumber: '',
};
