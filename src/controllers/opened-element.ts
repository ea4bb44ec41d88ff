import type { ConnectElement } from '../host/connect-element.js';

/** What another element opens to pay or to change with. */
export type OpenedTag = 'connect-pay-invoice' | 'connect-change-method';

/**
 * An element that another one opens.
 *
 * @param about Its properties.
 * @param enter Leads the reader into it, once it is there.
 */
export function openedElement<Name extends OpenedTag>(
  tag: Name,
  about: object,
  enter: (element: HTMLElementTagNameMap[Name]) => void,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(tag);
  Object.assign(element, about);
  const onLoad = () => void element.updateComplete.then(() => enter(element));
  element.addEventListener('connect-load', onLoad, { once: true });
  return element;
}

/** Whether it is at the server, or leaves for the login server. */
export function isUnderWay(element: Element | undefined): boolean {
  return element?.matches(':is(:state(submitting), :state(redirecting))') ?? false;
}

/** It goes by the same settings as the one that has opened it. */
export function settle(element: HTMLElement | undefined, host: ConnectElement): void {
  if (element) Object.assign(element, host.ownSettings());
}

/** What is under way goes on when its host has only been taken out of the page, and is there when that is put back. */
export class TakenOut {
  #isSo = false;

  /** Asked when the host starts anew, or has left: whether the element stays. */
  keeps(element: HTMLElement | undefined, host: ConnectElement): boolean {
    const isPutBack = this.#isSo && host.isConnected;
    this.#isSo = !host.isConnected && isUnderWay(element);
    return isPutBack || this.#isSo;
  }
}
