import { readFileSync, writeFileSync } from 'node:fs';
import { browsers, dataVersion, releasedIn, since } from './compat.js';
import { guarded, needed } from './features.js';

/** The oldest version of each browser that has all that is needed. */
export const oldest: ReadonlyMap<string, number> = new Map(
  browsers.map(([browser]) => [browser, Math.max(...needed.map(({ key }) => since(key, browser)))]),
);

/** What the bundler calls them. Samsung Internet, which it does not know, is Chromium. */
const ofBundler: Readonly<Record<string, string>> = {
  safari_ios: 'ios',
  samsunginternet_android: '',
};

/** The build's target, which is to follow the table: `chrome125`. */
export const target: readonly string[] = [...oldest].flatMap(([browser, version]) => {
  const name = ofBundler[browser] ?? browser;
  return name ? [`${name}${version}`] : [];
});

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const rule = (cells: readonly string[]) => row(cells.map(() => '---'));

function versions(): string[] {
  const head = ['Browser', 'From', 'Out since', 'Because of'];
  const lines = browsers.map(([browser, title]) => {
    const version = oldest.get(browser) ?? Infinity;
    const deciding = needed.filter(({ key }) => since(key, browser) === version);
    const what = deciding.map((one) => one.what).join(', ');
    return row([title, `${version}`, releasedIn(browser, version), what]);
  });
  return [row(head), rule(head), ...lines];
}

function features(): string[] {
  const head = ['Feature', 'What for', ...browsers.map(([, title]) => title)];
  const lines = needed.map(({ key, what, use }) =>
    row([what, use, ...browsers.map(([browser]) => `${since(key, browser)}`)]),
  );
  return [row(head), rule(head), ...lines];
}

/** What the page and the README say, made from the data. */
export function blocks(): Readonly<Record<string, string>> {
  const used = guarded.map(({ what, use }) => `- ${what}: ${use}.`);
  const named = browsers.map(([browser, title]) => `${title} ${oldest.get(browser)}`);
  return {
    browsers: versions().join('\n'),
    'browser-features': features().join('\n'),
    'browser-comforts': used.join('\n'),
    'browser-data': `\`@mdn/browser-compat-data\` ${dataVersion()}`,
    'browser-line': `${named.join(', ')}, and later ones.`,
  };
}

export const documents = ['README.md', 'demo/handbook/pages/browsers.md'] as const;

/** A document with its blocks as they are made now. */
export function renewed(document: string): string {
  return Object.entries(blocks()).reduce(
    (all, [name, content]) =>
      all.replace(
        new RegExp(`(<!-- ${name} -->\\n\\n)[^]*?(\\n\\n<!-- /${name} -->)`),
        (_, start: string, end: string) => start + content + end,
      ),
    readFileSync(document, 'utf8'),
  );
}

export function writeDocuments(): void {
  for (const document of documents) writeFileSync(document, renewed(document));
}
