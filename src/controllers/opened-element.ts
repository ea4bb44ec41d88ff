import type { ReactiveController } from 'lit';
import type { ConnectElement } from '../host/connect-element.js';

/** What another element opens to pay or to change with. */
export type OpenedTag = 'connect-pay-invoice' | 'connect-change-method';

/** An element that another one opens in itself. It goes by the same settings. */
export class OpenedElement implements ReactiveController {
  protected readonly host: ConnectElement;
  #element: HTMLElement | undefined;
  /** The host was taken out of the page while something was under way. */
  #isTakenOut = false;

  constructor(host: ConnectElement) {
    this.host = host;
    host.addController(this);
  }

  get element(): HTMLElement | undefined {
    return this.#element;
  }

  /** Whether it is at the server, or leaves for the login server. */
  get isUnderWay(): boolean {
    return this.#element?.matches(':is(:state(submitting), :state(redirecting))') ?? false;
  }

  /**
   * The host starts anew, or has left the page. What is under way goes on when it has only been taken out of the page,
   * and is there when it is put back.
   */
  forget(): void {
    const isPutBack = this.#isTakenOut && this.host.isConnected;
    this.#isTakenOut = !this.host.isConnected && this.isUnderWay;
    if (!isPutBack && !this.#isTakenOut) this.#element = undefined;
  }

  hostUpdate(): void {
    if (this.#element) Object.assign(this.#element, this.host.ownSettings());
  }

  /**
   * @param about Its properties.
   * @param enter Leads the reader into it, once it is there.
   */
  protected put<Name extends OpenedTag>(
    tag: Name,
    about: object,
    enter: (element: HTMLElementTagNameMap[Name]) => void,
  ): HTMLElement {
    const element = document.createElement(tag);
    Object.assign(element, about);
    const onLoad = () => void element.updateComplete.then(() => enter(element));
    element.addEventListener('connect-load', onLoad, { once: true });
    this.host.requestUpdate();
    return (this.#element = element);
  }

  protected takeOut(): void {
    this.#element = undefined;
    this.host.requestUpdate();
  }
}
