import { existsSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';

/** Where a page stands in the index. */
export type Group = 'Start' | 'Elements' | 'Guides' | 'Reference';
export const groups: readonly Group[] = ['Start', 'Elements', 'Guides', 'Reference'];

/** A file of Markdown that becomes a page. */
export interface Source {
  /** From the root of the repository. */
  readonly file: string;
  /** Of the page, without `.html`. */
  readonly slug: string;
  readonly group: Group;
}

export const pagesFolder = 'demo/handbook/pages';

const own: Readonly<Record<string, Group>> = {
  index: 'Start',
  start: 'Start',
  'start-cms': 'Start',
  'start-react': 'Start',
  'start-next': 'Start',
  'start-react-router': 'Start',
  'start-vue': 'Start',
  'start-nuxt': 'Start',
  'start-svelte': 'Start',
  'start-sveltekit': 'Start',
  'start-angular': 'Start',
  agents: 'Start',
  lists: 'Guides',
  due: 'Guides',
  backends: 'Guides',
  tokens: 'Guides',
  'proxy-node': 'Guides',
  'proxy-php': 'Guides',
  'proxy-nginx': 'Guides',
  'return-page': 'Guides',
  'ask-your-server': 'Guides',
  'reminder-link': 'Guides',
  boot: 'Guides',
  early: 'Guides',
  prerender: 'Guides',
  terms: 'Guides',
  analytics: 'Guides',
  consent: 'Guides',
  'pci-dss': 'Guides',
  withdrawal: 'Guides',
  'your-own-look': 'Guides',
  errors: 'Guides',
  csp: 'Guides',
  'css-properties': 'Guides',
  theming: 'Guides',
  languages: 'Guides',
  'server-rendering': 'Guides',
  'swapped-pages': 'Guides',
  forms: 'Guides',
  accessibility: 'Guides',
  'micro-frontends': 'Guides',
  testing: 'Guides',
  'test-data': 'Guides',
  check: 'Guides',
  browsers: 'Guides',
  package: 'Guides',
  size: 'Guides',
  proven: 'Guides',
  versions: 'Guides',
};

const others: readonly Source[] = [
  { file: 'demo/docs/what-we-assume.md', slug: 'what-we-assume', group: 'Reference' },
  { file: 'demo/docs/fault-matrix.md', slug: 'fault-matrix', group: 'Reference' },
  { file: 'demo/docs/screen-reader.md', slug: 'screen-reader', group: 'Reference' },
  { file: 'demo/docs/threat-model.md', slug: 'threat-model', group: 'Reference' },
  { file: 'demo/docs/decisions/stock-lit.md', slug: 'stock-lit', group: 'Reference' },
  { file: 'demo/docs/decisions/flow-machine.md', slug: 'flow-machine', group: 'Reference' },
  { file: 'demo/docs/decisions/speed.md', slug: 'speed', group: 'Reference' },
  { file: 'demo/docs/decisions/texts-by-key.md', slug: 'texts-by-key', group: 'Reference' },
  { file: 'demo/docs/decisions/one-base-class.md', slug: 'one-base-class', group: 'Reference' },
  { file: 'SECURITY.md', slug: 'security', group: 'Reference' },
  { file: 'CHANGELOG.md', slug: 'changelog', group: 'Reference' },
  { file: 'CONTRIBUTING.md', slug: 'contributing', group: 'Reference' },
  { file: 'README.md', slug: 'readme', group: 'Reference' },
];

/** Every page that is written by hand, in the order of the index; those without a place in it come last. */
export function sources(): Source[] {
  const names = readdirSync(pagesFolder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => basename(file, '.md'));
  const unlisted = names.filter((name) => !Object.hasOwn(own, name));
  const all = [...Object.keys(own).filter((name) => names.includes(name)), ...unlisted];
  const pages = all.map((slug) => ({
    file: `${pagesFolder}/${slug}.md`,
    slug,
    group: own[slug] ?? ('Guides' as const),
  }));
  return [...pages, ...others.filter(({ file }) => existsSync(file))];
}
