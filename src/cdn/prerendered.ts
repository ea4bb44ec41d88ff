/**
 * Takes the place of `host/prerendered.ts` in a file for a script tag, which neither runs on a server nor
 * hydrates: what is left of Lit there replaces what a server has rendered.
 */
export const isHydrating = () => false;
export const isPreview = () => false;
export const endPreview = () => {};
export const noteGiven = () => {};
export const unread = () => [];
export const isUnread = () => false;
export const whenChecked = (isChecked: boolean) => isChecked;
export const langAround = () => undefined;

export { LitElement as PrerenderedElement } from 'lit';
