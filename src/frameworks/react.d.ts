import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { ConnectListeners, ConnectProps, ConnectTag, ConnectTags } from './tags.js';

/** The tags in JSX. React 19 listens where a prop begins with `on`: `onconnect-load={…}`. */
type ReactTags = {
  [Tag in ConnectTag]: DetailedHTMLProps<HTMLAttributes<ConnectTags[Tag]>, ConnectTags[Tag]> &
    ConnectProps<Tag> &
    ConnectListeners<'on'>;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends ReactTags {}
  }
}
