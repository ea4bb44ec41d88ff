/** What a library keeps of a page that is left. */
export interface Kept {
  /** The DOM of then, the HTML as it came, or nothing. */
  readonly what: 'DOM' | 'HTML' | 'nothing';
  /** Gives, in a page, what is kept of that under `path`. */
  readonly read: string;
}

/** A library that swaps pages, and how a site uses it. */
export interface Library {
  readonly name: string;
  /** What it is proven with: titles and package names. */
  readonly packages: Readonly<Record<string, string>>;
  /** In the head of every page. */
  readonly head?: string;
  /** Attributes of the body. */
  readonly body?: string;
  /** Attributes of what is swapped. */
  readonly container?: string;
  /** Attributes of an element that stays when pages are swapped; without, it stands outside of what is swapped. */
  readonly staying?: string;
  readonly keeps: Kept;
  /** Whether a script that only the next page has is run when that is swapped in. */
  readonly runsScripts?: boolean;
  /** The folder of a site that is built; its own pages take the place of what is said here. */
  readonly built?: string;
  /** Has, in a page, what is kept shown on a visit until its fresh copy has come; where the library can. */
  readonly preview?: string;
  /** Has, in a page, the one of its address come anew; where the library can. */
  readonly refresh?: string;
  /** Whether elements stay then, and get the attributes of the new ones. */
  readonly morphs?: boolean;
}

const module = (code: string) => `<script type="module">${code}</script>`;
const script = (path: string) => `<script src="/node_modules/${path}"></script>`;

export const libraries: readonly Library[] = [
  {
    name: 'Turbo',
    packages: { Turbo: '@hotwired/turbo' },
    head: `<meta name="turbo-refresh-method" content="morph" />
      <script type="module" src="/node_modules/@hotwired/turbo/dist/turbo.es2017-esm.js"></script>`,
    staying: 'id="kept" data-turbo-permanent',
    preview: `'as it comes'`,
    runsScripts: true,
    keeps: {
      what: 'DOM',
      read: `Turbo.session.view.snapshotCache.get(new URL(path, location)).element.outerHTML`,
    },
    morphs: true,
    refresh: `Turbo.session.refresh(location.href)`,
  },
  {
    name: 'htmx 2',
    packages: { htmx: 'htmx2', idiomorph: 'idiomorph' },
    head: script('htmx2/dist/htmx.min.js') + script('idiomorph/dist/idiomorph-ext.min.js'),
    body: 'hx-boost="true" hx-ext="morph"',
    staying: 'id="kept" hx-preserve="true"',
    keeps: { what: 'DOM', read: `sessionStorage.getItem('htmx-history-cache')` },
    morphs: true,
    refresh: `htmx.ajax('GET', location.pathname, { target: '#main', select: '#main', swap: 'morph:outerHTML' })`,
  },
  {
    name: 'htmx 4',
    packages: { htmx: 'htmx4' },
    head: script('htmx4/dist/htmx.min.js') + script('htmx4/dist/ext/hx-history-cache.min.js'),
    body: 'hx-boost:inherited="true"',
    staying: 'id="kept" hx-preserve="true"',
    keeps: { what: 'DOM', read: `JSON.stringify({ ...sessionStorage })` },
    morphs: true,
    refresh: `htmx.ajax('GET', location.pathname, { target: '#main', select: '#main', swap: 'outerMorph' })`,
  },
  {
    name: 'Unpoly',
    packages: { Unpoly: 'unpoly' },
    head: `${script('unpoly/unpoly.min.js')}<script>up.link.config.followSelectors.push('a[href]')</script>`,
    container: 'up-main',
    staying: 'id="kept" up-keep',
    preview: `up.network.config.cacheExpireAge = 0`,
    keeps: { what: 'HTML', read: `(await up.request(path, { cache: true })).text` },
    refresh: `up.reload('#main')`,
  },
  {
    name: 'swup',
    packages: { swup: 'swup' },
    head: `${script('swup/dist/Swup.umd.js')}${module(`window.swup = new Swup({ containers: ['#main'], animationSelector: false })`)}`,
    staying: 'data-swup-persist="invoice"',
    keeps: { what: 'HTML', read: `swup.cache.get(path).html` },
  },
  {
    name: 'Barba',
    packages: { Barba: '@barba/core' },
    head: `${script('@barba/core/dist/barba.umd.js')}${module(`barba.init()`)}`,
    body: 'data-barba="wrapper"',
    container: 'data-barba="container" data-barba-namespace="page"',
    keeps: {
      what: 'HTML',
      read: `(await barba.cache.get(new URL(path, location).href).request).html`,
    },
  },
  {
    name: 'Astro, ClientRouter',
    packages: { Astro: 'astro' },
    built: 'swapped/app/astro',
    runsScripts: true,
    keeps: { what: 'nothing', read: `''` },
  },
];
