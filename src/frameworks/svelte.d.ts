import type { HTMLAttributes } from 'svelte/elements';
import type { ConnectListeners, ConnectProps, ConnectTag, ConnectTags } from './tags.js';

/** The tags in a template. Svelte 5 listens by `onconnect-load={…}`, Svelte 4 by `on:connect-load={…}`. */
type SvelteTags = {
  [Tag in ConnectTag]: HTMLAttributes<ConnectTags[Tag]> &
    ConnectProps<Tag> &
    ConnectListeners<'on'> &
    ConnectListeners<'on:'>;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends SvelteTags {}
}
