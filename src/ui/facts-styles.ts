import { unsafeCSS } from 'lit';

/** Names beside values where there is room, above them where there is not. */
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
`);
