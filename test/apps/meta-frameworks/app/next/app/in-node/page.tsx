import { version } from 'connect-elements/cdn';

/** The server has a copy of the package for this, and another for what it renders of the client's components. */
export default function InNode() {
  return <p>{version}</p>;
}
