import { unsafeCSS } from 'lit';

/**
 * Everything is derived from the page's own font and text colour, so that light, dark and brand pages
 * need no setting; the fixed colours keep 3:1 on both white and black.
 */
export const styles = unsafeCSS(/* css */ `
  :host {
    --border: var(--connect-color-border, #888);
    --accent: var(--connect-color-accent, #2f6fde);
    --space: var(--connect-space, 1rem);
    --tone: var(--border);
    display: block;
    color: var(--connect-color-text, inherit);
    font: var(--connect-font, inherit);
  }
  :host([hidden]) {
    display: none;
  }
  section,
  [role='status'],
  [part='list'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space);
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  :host(:dir(rtl)) ::slotted(:not([dir])) {
    direction: rtl;
  }
  h2,
  p {
    margin: 0;
  }
  .view {
    display: contents;
  }
  [part~='item'],
  [part='message'],
  [type='number'],
  button {
    min-height: var(--connect-control-height, 2.75rem);
    padding: 0.5rem var(--space);
    border: var(--connect-border-width, 1px) solid var(--border);
    border-radius: var(--connect-radius, 0.5rem);
    background: var(--connect-color-surface, #8881);
    color: inherit;
    font: inherit;
  }
  [part~='item'] {
    display: flex;
    align-items: center;
    gap: var(--space);
  }
  :has(> :checked),
  [aria-current='true'] {
    box-shadow: inset 0 0 0 2px var(--accent);
  }
  :focus-visible {
    outline: 3px solid var(--connect-color-focus, var(--accent));
    outline-offset: 2px;
  }
  input {
    accent-color: var(--accent);
    scale: 1.5;
  }
  a {
    display: inline-block;
    padding-block: 0.25rem;
  }
  svg,
  ::slotted([slot^='icon-']) {
    flex: none;
    width: var(--connect-icon-size, 1.5rem);
    height: var(--connect-icon-size, 1.5rem);
    fill: none;
    stroke: currentColor;
  }
  [part='label'] {
    flex: 1;
  }
  [part='label'] > span {
    display: block;
    font-size: 0.875em;
  }
  [part='label'] > span,
  i {
    color: var(--connect-color-muted, inherit);
  }
  button {
    margin-block-start: 0.5rem;
    margin-inline-end: 0.5rem;
    border-color: var(--accent);
    background: var(--accent);
    color: var(--connect-color-on-accent, #fff);
  }
  a,
  button + button,
  .quiet,
  .registered button {
    background: none;
    color: inherit;
  }
  :disabled,
  label:has(> [disabled]) {
    opacity: 0.7;
  }
  [part='message'] {
    min-height: 0;
    padding-block: 0.75rem;
    border-inline-start: 6px solid var(--tone);
  }
  .registered {
    --tone: var(--connect-color-success, #2b8a3e);
  }
  .error,
  .failed,
  .in-doubt {
    --tone: var(--connect-color-danger, #d3382f);
  }
  section + p,
  :empty[role='status'] {
    position: absolute;
    clip-path: inset(50%);
  }
  @media print {
    button,
    .open > p,
    .elsewhere > p {
      display: none;
    }
    :focus-visible {
      outline: 0;
    }
  }
`);
