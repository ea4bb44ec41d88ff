import { backendSettings } from './backends.js';
import type { Site } from './site.js';
import type { Visitor } from './visitor.js';

/** What an article may say of an element, whichever. */
const free = [
  ...[
    'invoice-number',
    'product-code',
    'company-code',
    'methods',
    'amount',
    'currency',
    'remember',
  ],
  ...['unpaid', 'from', 'to', 'provider', 'replace-card', 'lang', 'return-url'],
  ...['guid', 'src'],
];

/** What a value has to be like, where it may be more than a word. */
const fitting: Readonly<Record<string, RegExp>> = {
  // A way back is a path of the site, whatever it is called.
  'return-url': /^\/(?!\/)[\w/.~%?&=-]*$/,
  src: /^\/backend\/vipps\/[\w/-]+$/,
};

/** Every attribute of every element of ours, as `tag name=value`: as it was sent, and as it is now. */
function attributesOf({ page }: Visitor, source: string): Promise<string[]> {
  return page.evaluate((html) => {
    const sent = new DOMParser().parseFromString(html, 'text/html');
    return [...sent.querySelectorAll('*'), ...document.querySelectorAll('*')]
      .filter(({ localName }) => localName.startsWith('connect-'))
      .flatMap(({ localName, attributes }) =>
        [...attributes].map(({ name, value }) => `${localName} ${name}=${value}`),
      );
  }, source);
}

async function saidOfElements(
  reader: Visitor,
  { sandbox, backends }: Site,
  source: string,
): Promise<string[]> {
  const settings = [
    'api-url=/wp-json/connect-elements/v1/capi',
    `client-id=${sandbox.client.id}`,
    'environment=production',
    'country=no',
    `login-url=${sandbox.loginUrl}`,
    ...backendSettings(backends),
  ];
  const all = await attributesOf(reader, source);
  return all.filter((attribute) => {
    const [tag, rest = ''] = attribute.split(/ (.*)/s);
    if (tag === 'connect-config') return !settings.includes(rest);
    const [name = '', value = ''] = rest.split(/=(.*)/s);
    return !free.includes(name) || !(fitting[name] ?? /^[\w. -]*$/).test(value);
  });
}

/** What in an article does nothing yet, and would for a click. */
function waitingIn({ page }: Visitor): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.entry-content *')].flatMap((one) => [
      ...(one.matches('form, iframe, script, style, object, embed') ? [one.localName] : []),
      ...[...one.attributes]
        .filter(
          ({ name, value }) =>
            /^on|^style$/.test(name) ||
            (URL.canParse(value) && new URL(value).protocol === 'javascript:'),
        )
        .map(({ name, value }) => `${one.localName} ${name}=${value}`),
    ]),
  );
}

/** Opens an article and does what a reader might, until its elements are done. Gives what was sent. */
async function read({ page }: Visitor, address: string): Promise<string> {
  const source = await (await page.goto(address))?.text();
  const busy =
    ':is(connect-pay-invoice, connect-vipps-payment):not(:state(ready), :state(failed)), :not(:defined)';
  await page.waitForFunction((those) => !document.querySelector(those), busy);
  // What waits for a hand or for focus gets it.
  for (const one of await page.locator('connect-pay-invoice, .entry-content a').all()) {
    await one.hover();
    await one.focus();
  }
  return source ?? '';
}

/** The harm that an article does to whom it is shown: none, or what it is, in words. */
export async function harmOf(reader: Visitor, site: Site, address: string): Promise<string[]> {
  const { wordpress, token } = site;
  const source = await read(reader, address);
  const foreign = reader
    .requests()
    .filter((url) => /^https?:/.test(url))
    .filter((url) => new URL(url).origin !== wordpress.origin);
  const seen = await reader.seen();
  return [
    ...(await saidOfElements(reader, site, source)).map((attribute) => `says ${attribute}`),
    ...(await waitingIn(reader)).map((what) => `holds ${what}`),
    ...foreign.map((url) => `asks ${url}`),
    ...(reader.hasRun() ? ['runs a script'] : []),
    ...(token.split('.').some((part) => seen.includes(part)) ? ['shows a token'] : []),
  ];
}
