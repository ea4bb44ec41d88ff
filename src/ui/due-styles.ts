import { unsafeCSS } from 'lit';

/**
 * A strip that takes no room before it has something to say, and a dialog. Nobody knows the page's ground, so the
 * dialog has the browser's, and none of the colours that were chosen for another.
 */
export const dueStyles = unsafeCSS(/* css */ `
  :host {
    display: contents;
  }
  :host(:state(ready)) {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  section {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem var(--space);
    padding: 0.5rem var(--space);
    border: var(--connect-border-width, 1px) solid var(--border);
    border-inline-start: 6px solid var(--tone);
    border-radius: var(--connect-radius, 0.5rem);
    background: var(--connect-color-surface, #8881);
  }
  .late {
    --tone: var(--connect-color-danger, #d3382f);
  }
  p {
    flex: 1 1 14rem;
  }
  section button {
    margin: 0;
  }
  dialog {
    box-sizing: border-box;
    width: 32rem;
    max-width: calc(100vw - 1rem);
    padding: var(--space);
    border: var(--connect-border-width, 1px) solid var(--border);
    border-radius: var(--connect-radius, 0.5rem);
    background: Canvas;
    color: CanvasText;
    --connect-color-text: initial;
    --connect-color-muted: initial;
    --connect-color-surface: initial;
  }
`);
