import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { Demo } from '../../demo/server.js';

/** A page that a test makes up, at an address of the newspaper's so that its session holds there. */
export interface MadePage {
  /** What stands in its body. */
  body: string;
  /** What it runs before the elements are loaded. */
  script?: string;
  /** What stands in its head before that, with `NONCE` for the page's. */
  head?: string;
  /** The file of the elements, below `dist/cdn`. */
  file?: string;
  headers?: (nonce: string) => Record<string, string>;
}

/** A violation of a page's policy, as its own listener saw it before anything else on the page ran. */
export interface Violation {
  directive: string;
  blocked: string;
  sample: string;
}

/** What an element needs to know of the sandbox, as attributes of a `connect-config`. */
export function settingsOf({ sandbox }: Demo): string {
  const { apiUrl, loginUrl, client } = sandbox;
  return `api-url="${apiUrl}" login-url="${loginUrl}" client-id="${client.id}"`;
}

/** Elements with the settings of the sandbox around them, and tokens from the newspaper. */
export function config(demo: Demo, content: string, more = ''): string {
  return `<connect-config ${settingsOf(demo)} token-url="/token" ${more}>${content}</connect-config>`;
}

/** An element about the subscriber's product. */
export function product(tag: string, more = ''): string {
  return `<${tag} product-code="CO27409" ${more}></${tag}>`;
}

/** Pays one of the sandbox's unpaid invoices. */
export function invoice(more = ''): string {
  const about = 'invoice-number="7435367" company-code="5646903690" amount="295.00"';
  return product('connect-pay-invoice', `${about} ${more}`);
}

/** The policy that the elements promise to work under, with what else the page itself may ask and load. */
export function policyOf(
  nonce: string,
  connect: readonly string[],
  { trusted = 'lit-html', more = '', ancestors = "'none'" } = {},
): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `connect-src ${connect.join(' ')}`,
    "require-trusted-types-for 'script'",
    `trusted-types ${trusted}`,
    `frame-ancestors ${ancestors}`,
    ...(more ? [more] : []),
  ].join('; ');
}

/** Pages that a test writes itself, and what their policies have blocked. */
export class MadePages {
  readonly #pages = new Map<string, MadePage>();
  readonly #violations: (Violation | string)[] = [];

  /**
   * For the demo's `inFrontOfSite`. By a server, since a page that a browser's own interception makes up
   * may not ask servers on this machine.
   */
  readonly answer = ({ pathname }: URL): Response | undefined => {
    const found = this.#pages.get(pathname);
    const nonce = randomBytes(12).toString('base64');
    const type = { 'Content-Type': 'text/html; charset=utf-8' };
    return (
      found &&
      new Response(written(found, nonce), { headers: { ...type, ...found.headers?.(nonce) } })
    );
  };

  /** Puts a page at an address of the newspaper's. */
  serve(path: string, page: MadePage): void {
    this.#pages.set(path, page);
  }

  /** Takes all pages away. */
  clear(): void {
    this.#pages.clear();
  }

  /** What policies have blocked, by their events and in the console, since the last call. */
  violations(): (Violation | string)[] {
    return this.#violations.splice(0);
  }

  /** Listens on every page before anything of it runs. */
  async watch(page: Page): Promise<void> {
    page.on('console', (message) => {
      const text = message.text();
      if (/content security policy|trusted ?type/i.test(text)) this.#violations.push(text);
    });
    await page.exposeFunction('tellViolation', (one: Violation) => this.#violations.push(one));
    await page.addInitScript(() => {
      const tell: unknown = Reflect.get(window, 'tellViolation');
      addEventListener('securitypolicyviolation', (event) => {
        const { violatedDirective: directive, blockedURI: blocked, sample } = event;
        if (typeof tell === 'function') {
          Reflect.apply(tell, window, [{ directive, blocked, sample }]);
        }
      });
    });
  }
}

function written(made: MadePage, nonce: string) {
  const { body, script = '', head = '', file = 'connect-elements' } = made;
  const early = script && `<script nonce="${nonce}">${script}</script>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Made</title>${head.replaceAll('NONCE', nonce)}${early}
<script type="module" nonce="${nonce}" src="/dist/cdn/${file}.js"></script></head>
<body>${body.replaceAll('NONCE', nonce)}</body></html>`;
}

/** What can be seen of the elements' looks: from which sheets they come, and whether they are applied. */
export function looksOf(
  page: Page,
): Promise<{ tag: string; sheets: number; inline: number; display: string; isBlock: boolean }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter(({ localName, shadowRoot }) => localName.startsWith('connect-') && shadowRoot)
      .map(({ localName: tag, shadowRoot }) => {
        const section = shadowRoot?.querySelector('section');
        const host = shadowRoot?.host;
        const display = section ? getComputedStyle(section).display : '';
        return {
          tag,
          sheets: shadowRoot?.adoptedStyleSheets.length ?? 0,
          inline: shadowRoot?.querySelectorAll('style, [style]').length ?? -1,
          display,
          isBlock: Boolean(host && getComputedStyle(host).display === 'block'),
        };
      }),
  );
}
