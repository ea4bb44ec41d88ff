import type { HTMLAttributes, PublicProps } from 'vue';
import type { ConnectEventMap } from '../host/events.js';
import type { ConnectProps, ConnectTag, ConnectTags } from './tags.js';

type Pascal<Name extends string> = Name extends `${infer Word}-${infer Rest}`
  ? `${Capitalize<Word>}${Pascal<Rest>}`
  : Capitalize<Name>;

/** Vue's names for `@connect-load="…"`. */
type Listeners = {
  [Type in keyof ConnectEventMap as `on${Pascal<Type>}`]?: (event: ConnectEventMap[Type]) => void;
};

/** Vue takes a custom element for a component of which a template sees no more than the props. */
type VueTag<Tag extends ConnectTag> = new () => ConnectTags[Tag] & {
  /** For the type checker of templates alone: it is not there when the page runs. */
  $props: HTMLAttributes & PublicProps & ConnectProps<Tag> & Listeners;
};

type VueTags = { [Tag in ConnectTag]: VueTag<Tag> };

declare module 'vue' {
  interface GlobalComponents extends VueTags {}
}
