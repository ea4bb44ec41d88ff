import type { ClassAttributes, HTMLAttributes } from 'preact';
import type { ConnectListeners, ConnectProps, ConnectTag, ConnectTags } from './tags.js';

/** The tags in JSX. Preact listens where a prop begins with `on`: `onconnect-load={…}`. */
type PreactTags = {
  [Tag in ConnectTag]: Omit<HTMLAttributes<ConnectTags[Tag]>, keyof ConnectProps<Tag>> &
    ClassAttributes<ConnectTags[Tag]> &
    ConnectProps<Tag> &
    ConnectListeners<'on'>;
};

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends PreactTags {}
  }
}
