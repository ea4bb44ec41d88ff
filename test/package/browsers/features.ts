/** A feature that is needed, by its key in `@mdn/browser-compat-data`, and what for. */
export interface Feature {
  readonly key: string;
  readonly what: string;
  readonly use: string;
  /** What stands in the sources, when that is another. */
  readonly seenAs?: string;
}

/** What decides how old a browser may be: without any of these the elements do not work. */
export const needed: readonly Feature[] = [
  {
    key: 'css.selectors.state',
    what: '`:state()`',
    use: 'an element says how it stands; an older browser, which throws at names such as `loading`, is told `--loading`',
    seenAs: 'api.ElementInternals.states',
  },
  {
    key: 'api.ElementInternals.setFormValue',
    what: 'form-associated elements',
    use: 'the chosen method in a form',
  },
  {
    key: 'api.AbortSignal.any_static',
    what: '`AbortSignal.any()`',
    use: 'a request ends by its deadline or with its element',
  },
  { key: 'api.AbortSignal.timeout_static', what: '`AbortSignal.timeout()`', use: 'the deadline' },
  { key: 'api.URL.canParse_static', what: '`URL.canParse()`', use: 'the check of each address' },
  { key: 'css.selectors.has', what: '`:has()`', use: 'the row of what is chosen' },
  { key: 'css.properties.scale', what: '`scale`', use: 'the size of a radio button' },
  { key: 'javascript.classes.private_class_fields', what: '`#private`', use: 'everywhere' },
  {
    key: 'javascript.builtins.Object.hasOwn',
    what: '`Object.hasOwn()`',
    use: 'names that a server gives',
  },
  { key: 'javascript.operators.nullish_coalescing_assignment', what: '`??=`', use: 'everywhere' },
  { key: 'javascript.operators.import', what: '`import()`', use: 'texts and what is seldom used' },
];

/** Newer, and used where there is something to do without. */
export const guarded: readonly Feature[] = [
  {
    key: 'css.properties.accent-color',
    what: '`accent-color`',
    use: 'the colour of a radio button; without it that is the browser’s own. Safari before 26.2 does not mind the contrast',
  },
  {
    key: 'api.CustomElementRegistry.get',
    what: '`customElements.get()`',
    use: 'which copy has a tag. Safari lacks it for customized built-in elements alone, of which there are none here',
  },
  {
    key: 'api.HTMLElement.focus.options_preventScroll_parameter',
    what: '`focus({ preventScroll })`',
    use: 'a reader stays where they are in what is rendered anew; without it the page may scroll there',
  },
  {
    key: 'api.Document.prerendering',
    what: '`document.prerendering`',
    use: 'a page that nobody looks at yet tells nothing. a browser without it prerenders no page',
  },
  {
    key: 'api.Document.prerenderingchange_event',
    what: '`prerenderingchange`',
    use: 'a page that was prerendered acts when it is opened. a browser without it prerenders no page',
  },
  {
    key: 'api.Document.resume_event',
    what: '`resume`',
    use: 'what is shown is read again after a tab was frozen. Elsewhere `visibilitychange` says that it is seen',
  },
  {
    key: 'api.Window.requestIdleCallback',
    what: '`requestIdleCallback()`',
    use: 'what nobody asked for is read when the page has nothing better to do. Safari has none; there it is read a moment after the page is there',
  },
];
