import { unsafeCSS } from 'lit';

/** A row that says how something is, with the same edge as a message. */
export const statusStyles = unsafeCSS(/* css */ `
  [part='item'][class] {
    border-inline-start: 6px solid var(--tone, var(--border));
  }
`);
