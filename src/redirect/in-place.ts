/** Something to pay or to change with, beside what is paid or changed. The reader is led into it when it is there. */
export function inPlace<Tag extends 'connect-pay-invoice' | 'connect-change-method'>(
  tag: Tag,
  about: object,
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  const enter = () => void element.updateComplete.then(() => element.focus());
  element.addEventListener('connect-load', enter, { once: true });
  return Object.assign(element, about);
}
