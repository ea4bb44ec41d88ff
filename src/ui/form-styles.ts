import { unsafeCSS } from 'lit';

/** A group of buttons, and fields to type in that are also parts named item. */
export const formStyles = unsafeCSS(/* css */ `
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  form label {
    display: block;
  }
  input {
    scale: 1;
  }
`);
