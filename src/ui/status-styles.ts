import { unsafeCSS } from 'lit';

/** A row that says how something is has the edge of a message; what is seldom wanted does not stand out. */
export const statusStyles = unsafeCSS(/* css */ `
  [part='item'][class] {
    border-inline-start: 6px solid var(--tone, var(--border));
  }
  .seldom {
    background: none;
    color: inherit;
  }
`);
