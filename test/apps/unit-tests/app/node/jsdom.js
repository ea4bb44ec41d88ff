import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<!doctype html><html lang="en"><body></body></html>', {
  url: 'https://site.example/',
  pretendToBeVisual: true,
});
takeOver(window);

/** What a page has and Node has not: the DOM's classes, and what is of the window. */
export function takeOver(window) {
  const own = Object.getOwnPropertyNames(window).filter((name) => !(name in globalThis));
  const events = [
    'Event',
    'CustomEvent',
    'EventTarget',
    'addEventListener',
    'removeEventListener',
    'dispatchEvent',
  ];
  for (const name of [...own, ...events]) {
    const value = window[name];
    const isFree = typeof value === 'function' && /^[a-z]/.test(name);
    globalThis[name] = isFree ? value.bind(window) : value;
  }
  globalThis.window = globalThis;
}
