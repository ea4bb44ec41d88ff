/** Beginnings of paths by which a change touches the places of a folder of `test/apps`, beside that folder. */
export const touching: Readonly<Record<string, readonly string[]>> = {
  articles: ['demo/handbook/pages/start-cms.md', 'demo/wordpress/place-elements.js'],
  bundlers: ['src/package/', 'package.json', 'vite.config.ts'],
  cms: [
    'demo/wordpress/',
    'demo/site/online-fundraising.ts',
    'demo/site/proxy.ts',
    'demo/site/stored-methods.ts',
    'demo/site/swedbank-pay.ts',
    'demo/site/vipps-payments.ts',
  ],
  // What comes and goes with an element, and what it takes from its host.
  frameworks: [
    'src/frameworks/',
    'src/controllers/',
    'src/host/connect-element.ts',
    'src/host/declared.ts',
    'src/host/panel.ts',
    'src/redirect/chooser.ts',
    'src/redirect/list-arrivals.ts',
  ],
  // What comes before a framework listens, and what its router does to addresses.
  'meta-frameworks': [
    'demo/handbook/pages/start-',
    'src/frameworks/',
    'src/host/define.ts',
    'src/host/page.ts',
    'src/host/told.ts',
    'src/listen.ts',
    'src/platform/live.ts',
    'src/redirect/arrival.ts',
    'src/redirect/told-claims.ts',
  ],
  // What a page has once, however many copies of the package there are.
  'micro-frontends': [
    'demo/handbook/pages/micro-frontends.md',
    'src/define/',
    'src/everything.ts',
    'src/host/define.ts',
    'src/host/kept.ts',
    'src/host/page-dialect.ts',
    'src/host/page-settings.ts',
    'src/host/settings.ts',
    'src/host/token-pool.ts',
    'src/host/shared-settings.ts',
    'src/redirect/flow-page.ts',
    'src/redirect/list-arrivals.ts',
  ],
  package: [
    'package.json',
    'package-lock.json',
    'vite.config.ts',
    'src/package/',
    'src/client.ts',
    'src/dialect.ts',
    'src/everything.ts',
    'src/flow.ts',
    'src/index.ts',
    'src/listen.ts',
    'src/testing.ts',
  ],
  proxies: [
    'demo/handbook/pages/proxy-',
    'demo/site/proxy.ts',
    'demo/wordpress/proxy.php',
    'demo/wordpress/connect-elements/includes/',
  ],
  // What runs without a page.
  ssr: [
    'demo/site/server-rendered.ts',
    'src/host/connect-element.ts',
    'src/host/page.ts',
    'src/host/panel.ts',
    'src/host/prerendered.ts',
    'src/platform/live.ts',
    'src/server/',
  ],
  'unit-tests': [
    'demo/handbook/pages/testing.md',
    'src/client.ts',
    'src/testing.ts',
    'src/testing/',
  ],
  // What comes and goes while a library swaps the page.
  swapped: [
    'demo/handbook/pages/swapped-pages.md',
    'src/controllers/',
    'src/host/connect-element.ts',
    'src/host/panel.ts',
    'src/host/shared-settings.ts',
    'src/redirect/',
  ],
};

export function isTouched(folder: string, changed: readonly string[]): boolean {
  const paths = [`test/apps/${folder}/`, ...(touching[folder] ?? [])];
  return changed.some((file) => paths.some((path) => file.startsWith(path)));
}
