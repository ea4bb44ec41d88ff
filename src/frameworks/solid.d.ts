import type { JSX } from 'solid-js';
import type {
  ConnectAttributes,
  ConnectListeners,
  ConnectProperties,
  ConnectTag,
  ConnectTags,
} from './tags.js';

type Prefixed<Prefix extends string, Props> = {
  [Name in keyof Props & string as `${Prefix}:${Name}`]?: Props[Name];
};

/** The tags in JSX. Solid sets attributes, properties by `prop:`, and listens by `on:connect-load={…}`. */
type SolidTags = {
  [Tag in ConnectTag]: Omit<JSX.HTMLAttributes<ConnectTags[Tag]>, keyof ConnectAttributes<Tag>> &
    ConnectAttributes<Tag> &
    Prefixed<'attr', ConnectAttributes<Tag>> &
    Prefixed<'prop', ConnectProperties<Tag>> &
    ConnectListeners<'on:'>;
};

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends SolidTags {}
  }
}
