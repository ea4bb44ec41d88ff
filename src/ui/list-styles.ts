import { unsafeCSS } from 'lit';

/** Rows with more to say than a name. */
export const listStyles = unsafeCSS(/* css */ `
  [part='item'] {
    flex-wrap: wrap;
  }
  [part='label'] {
    flex: 1 1 10rem;
  }
  .end {
    margin-inline-start: auto;
    text-align: end;
  }
  .end > i {
    display: block;
  }
  i.danger {
    color: var(--connect-color-danger, inherit);
    font-weight: bold;
  }
  [part='item'] > button {
    margin: 0;
  }
  [part='item'] > connect-pay-invoice,
  [part='item'] [part='message'] {
    flex: 0 0 100%;
    box-sizing: border-box;
  }
`);
