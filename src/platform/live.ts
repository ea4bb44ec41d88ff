import { isServer } from 'lit';

/** `Node.DOCUMENT_NODE`; a server has no `Node` to ask. */
const documentNode = 9;

/**
 * Whether the elements stand in a page, rather than in a server that writes them as HTML. Lit's `isServer` says by
 * which condition the package was resolved: in a unit test that is Node's, although the test has brought a
 * document along. What Lit SSR and Astro put in the place of a document is no node.
 *
 * Asked once, as Lit asks once what its elements are made of: a test that takes its document away again leaves
 * elements behind that are still those of a page.
 */
export const isLive: boolean =
  !isServer || (typeof document !== 'undefined' && document.nodeType === documentNode);
