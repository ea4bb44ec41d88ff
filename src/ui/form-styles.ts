import { unsafeCSS } from 'lit';

/** A group of buttons, and fields to type in that are also parts named item. */
export const formStyles = unsafeCSS(/* css */ `
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin: 0;
    padding: 0;
    border: 0;
  }
  fieldset button {
    margin: 0;
  }
  form label {
    display: block;
  }
  input {
    box-sizing: border-box;
    scale: 1;
  }
`);
