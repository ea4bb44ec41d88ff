import { unsafeCSS } from 'lit';

/** Names beside values, and fields to type in. */
export const factsStyles = unsafeCSS(/* css */ `
  dl {
    display: grid;
    grid-template-columns: fit-content(45%) 1fr;
    gap: 0.25rem var(--space);
    margin: 0;
    flex: 0 0 100%;
  }
  dt {
    color: var(--connect-color-muted, inherit);
  }
  dd {
    margin: 0;
  }
  form > [part='item'] {
    margin-block: 0.5rem;
  }
  [type='number'] {
    min-width: 0;
    scale: 1;
  }
`);
