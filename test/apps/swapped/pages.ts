import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Library } from './libraries.js';
import type { Site } from './site.js';

/** The invoices that are paid. */
export const [first, second] = [
  { number: '7435367', amount: '295.00' },
  { number: '7435368', amount: '149.00' },
] as const;

const paths = ['/', '/without', '/account', '/next', '/kept', '/kept-too', '/given', '/rendered'];

/** Which page has come under an address whose content changes. */
export interface Changing {
  invoice: { readonly number: string; readonly amount: string };
}

export interface Settings {
  readonly library: Library;
  readonly site: Site;
  /** Takes the place of the file for a script tag. */
  readonly elements?: string;
  /** What a server has rendered. */
  readonly rendered?: string;
  readonly changing: Changing;
}

const tag = ({ number, amount }: { number: string; amount: string }, more = '') =>
  `<connect-pay-invoice invoice-number="${number}" product-code="CO27409" company-code="5646903690" amount="${amount}" ${more}></connect-pay-invoice>`;

const config = ({ sandbox }: Site, way: string, content: string) =>
  `<connect-config api-url="${sandbox.apiUrl}" login-url="${sandbox.loginUrl}" client-id="${sandbox.client.id}" ${way}>${content}</connect-config>`;

/** What differs from page to page; but for the element that stays, where there is one. */
function content({ site, rendered, changing }: Settings, path: string, token: string): string {
  const way = 'token-url="/token"';
  switch (path) {
    case '/account':
      return config(site, way, tag(changing.invoice));
    case '/next':
      return config(site, way, tag(second));
    case '/given':
      return config(site, `token="${token}"`, tag(first));
    case '/rendered':
      return rendered ?? '';
    default:
      return '<p>The news of the day.</p>';
  }
}

const links = paths.map((path) => `<a href="${path}">${path}</a>`).join(' ');
const scriptTag = '/node_modules/connect-elements/dist/cdn/connect-elements.js';

/** A page of the site; undefined where there is none under this path. */
export function page(settings: Settings, path: string, token: string): string | undefined {
  if (!paths.includes(path)) return undefined;
  const { site, library, elements = scriptTag } = settings;
  const { head = '', body = '', container = '', staying } = library;
  const isKept = path.startsWith('/kept');
  const element = isKept ? config(site, 'token-url="/token"', tag(first, staying)) : '';
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${path}</title>
    <meta name="csrf-token" content="${randomUUID()}" />
    <link rel="icon" href="data:," />
    ${path === '/without' ? '' : `<script type="module" src="${elements}"></script>`}
    ${head}
  </head>
  <body ${body}>
    <nav>${links}</nav>
    ${staying ? '' : element}
    <main id="main" ${container}>
      <h1>${path}</h1>
      ${staying && isKept ? element : content(settings, path, token)}
    </main>
  </body>
</html>`;
}

/** The same of a site that was built: the file of a page, with what the server of the test puts in. */
export function builtPage(
  settings: Settings,
  folder: string,
  path: string,
  token: string,
): string | undefined {
  if (!paths.includes(path)) return undefined;
  const { site, elements = scriptTag } = settings;
  const { apiUrl, loginUrl, client } = site.sandbox;
  const values = {
    ELEMENTS: elements,
    LINKS: links,
    CONTENT: content(settings, path, token),
    API_URL: apiUrl,
    LOGIN_URL: loginUrl,
    CLIENT_ID: client.id,
  };
  let html = readFileSync(`${folder}/${path === '/' ? 'index' : path.slice(1)}.html`, 'utf8');
  for (const [name, value] of Object.entries(values)) html = html.replaceAll(`%${name}%`, value);
  return html;
}
