/**
 * Puts an element in the place of a link whose fragment says which one, such as
 * `<a href="https://gazette.example/account#connect-pay-invoice;invoice-number=7435367;product-code=CO27409;company-code=5646903690">Pay your invoice</a>`.
 * Editors and cleaners leave such a link as it is, and where no script runs it leads to the account page. There the
 * same fragment, in the page's address, puts the element into `<div data-connect-link></div>`.
 *
 * Load it in the theme, after the settings. The page's head may say, as selectors and origins:
 *
 *   <meta name="connect-editorial" content="article" />         where articles stand
 *   <meta name="connect-readers" content=".letters" />          where readers write, beside the usual comments
 *   <meta name="connect-account" content="https://account.gazette.example" />  where links may lead, beside this origin
 */

// Whoever writes articles decides about these, and about nothing else: no server, no way back.
const ofProduct = ['product-code'];
const ofInvoice = ['invoice-number', 'product-code', 'company-code', 'methods'];
const elements = new Map([
  ['payment-methods', ofProduct],
  ['pay-invoice', [...ofInvoice, 'amount', 'currency']],
  ['change-method', ['product-code', 'methods']],
  ['invoices', ['product-code', 'from', 'to', 'unpaid']],
  ['agreements', ['provider', 'product-code']],
  ['due', ['product-code', 'watch', 'dismissible']],
  ['outcome', []],
]);
// Anyone can make up an address: what it says is owed is not shown.
const neverOfAddress = ['amount', 'currency'];

const said = (name) => document.head.querySelector(`meta[name="${name}"]`)?.content;
const editorial =
  said('connect-editorial') ?? 'article, .entry-content, .e-content, [itemprop~="articleBody"]';
// An article within an article is a comment, says HTML.
const ofReaders = [
  'article article',
  '#comments, .comment, .comments, .comments-area, .comment-list, .comment-body, .comment-content',
  '[role="comment"], [itemprop~="comment"], [itemtype$="/Comment"]',
  '[contenteditable]',
  said('connect-readers'),
]
  .filter(Boolean)
  .join();
const accounts = [location.origin, ...(said('connect-account') ?? '').split(/\s+/)];

/** What a fragment says, or nothing: its first field is the tag, the others are attributes. */
function readFragment(hash) {
  const [tag, ...fields] = hash.slice(1).split(';');
  if (!tag.startsWith('connect-')) return undefined;
  // A plus is a blank, and what is escaped wrongly stays as it is.
  const pairs = fields.flatMap((field) => [...new URLSearchParams(field)].slice(0, 1));
  return { name: tag.slice('connect-'.length), attributes: new Map(pairs) };
}

/** What a link or a `data-connect` says. */
function readPlace(place) {
  const name = place.getAttribute('data-connect');
  if (name !== null) {
    const written = [...place.attributes].filter(({ name }) => name.startsWith('data-'));
    const pairs = written.map(({ name, value }) => [name.slice('data-'.length), value]);
    return { name, attributes: new Map(pairs) };
  }
  const isLink = place instanceof HTMLAnchorElement && accounts.includes(place.origin);
  return isLink ? readFragment(place.hash) : undefined;
}

/** An element with the attributes of the list, or nothing when there is none of that name. */
function make({ name, attributes }, except = []) {
  const allowed = elements.get(name);
  if (!allowed) return undefined;
  const element = document.createElement(`connect-${name}`);
  for (const attribute of allowed) {
    const value = attributes.get(attribute);
    if (value !== undefined && !except.includes(attribute)) element.setAttribute(attribute, value);
  }
  return element;
}

function putInPlace(place) {
  if (!place.closest(editorial) || place.closest(ofReaders)) return;
  const read = readPlace(place);
  const element = read && make(read);
  if (!element) return;
  // A heading of the author's is the element's.
  element.append(...place.querySelectorAll('h1, h2, h3, h4, h5, h6'));
  place.replaceWith(element);
}

const carriers = 'a[href*="#connect-"], [data-connect]';

function putAllInPlace(root) {
  if (root.matches?.(carriers)) putInPlace(root);
  else for (const place of root.querySelectorAll(carriers)) putInPlace(place);
}

let shown = '';

/** The account page: what its address says, where the page has a place for it. */
function followAddress() {
  const place = document.querySelector('[data-connect-link]');
  if (!place || (shown === location.hash && place.firstElementChild)) return;
  const read = readFragment(location.hash);
  const element = read && make(read, neverOfAddress);
  shown = location.hash;
  if (element) place.replaceChildren(element);
}

putAllInPlace(document);
followAddress();
addEventListener('hashchange', followAddress);

// Articles come later too: with the next page of an app, at the end of a page that never ends.
new MutationObserver((changes) => {
  for (const { target, type, addedNodes } of changes) {
    const roots = type === 'attributes' ? [target] : addedNodes;
    for (const root of roots) if (root instanceof Element && root.isConnected) putAllInPlace(root);
  }
  followAddress();
}).observe(document, {
  childList: true,
  subtree: true,
  attributeFilter: ['href', 'data-connect'],
});
