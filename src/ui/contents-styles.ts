import { unsafeCSS } from 'lit';

/** For an element that only passes on what is inside it. */
export const contentsStyles = unsafeCSS(/* css */ `
  :host {
    display: contents;
  }
`);
