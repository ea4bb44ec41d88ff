import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { isObject, text, type JsonObject } from '../../src/api/decode.js';
import { startDemo, type Demo } from '../../demo/server.js';
import { pageNames, textOf } from './support.js';

let demo: Demo;
before(async () => {
  demo = await startDemo();
});
after(() => demo.close());

/** Read anew here, so that a mistake of the generator's own reader is seen. */
const manifest: unknown = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
const list = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);
const elements = list(isObject(manifest) && manifest['modules'])
  .flatMap((module) => list(module['declarations']))
  .filter((one) => 'tagName' in one);
const names = (one: JsonObject, key: string) => list(one[key]).map(({ name }) => text(name));

const read = async (address: string) => {
  const answer = await fetch(`${demo.url}/docs/${address}`);
  assert.equal(answer.status, 200, address);
  return answer.text();
};

/** The section below a heading, up to the next of its kind. */
function section(html: string, id: string): string {
  const [, rest = ''] = html.split(`<h2 id="${id}">`);
  return textOf(rest.split('<h2')[0] ?? '');
}

describe('the pages of the elements', () => {
  it('are there for every element of the manifest, which has ten', () => {
    const tags = elements.map(({ tagName }) => text(tagName));
    assert.equal(tags.length, 10);
    assert.deepEqual(
      tags.filter((tag) => !pageNames().includes(`${tag}.html`)),
      [],
    );
  });

  const kinds = [
    ['attributes', 'attributes'],
    ['slots', 'slots'],
    ['cssParts', 'parts'],
    ['cssStates', 'states'],
    ['cssProperties', 'css-properties'],
  ] as const;
  for (const element of elements) {
    const tag = text(element['tagName']);
    it(`say everything that the manifest says of ${tag}`, async () => {
      const html = await read(`${tag}.html`);
      // What every element takes stands in a section and on a page of its own.
      const shared: Partial<Record<string, string>> = {
        attributes: section(html, 'shared-settings'),
        cssProperties: textOf(await read('css-properties.html')),
      };
      for (const [key, id] of kinds) {
        const said = `${section(html, id)} ${shared[key] ?? ''}`.split(/\s+/);
        const parts = names(element, key).filter(Boolean);
        const written = { cssParts: '::part($)', cssStates: ':state($)' };
        const missing = parts.filter((name) => {
          const pattern = key === 'cssParts' || key === 'cssStates' ? written[key] : '$';
          return !said.includes(pattern.replace('$', name));
        });
        assert.deepEqual(missing, [], `${tag} ${key}`);
      }
      const members = section(html, 'properties') + section(html, 'methods');
      const own = list(element['members']).filter((one) => {
        const { inheritedFrom } = one;
        return !isObject(inheritedFrom) || inheritedFrom['name'] !== 'ConnectElement';
      });
      for (const { name } of own) assert.ok(members.includes(text(name)), `${tag} ${text(name)}`);
    });
  }

  it('spell out what each event carries, as the interfaces have it', async () => {
    const source = readFileSync('src/host/events.ts', 'utf8');
    for (const element of elements) {
      const html = await read(`${text(element['tagName'])}.html`);
      const events = names(element, 'events').filter((name) => name.startsWith('connect-'));
      for (const event of events) {
        assert.ok(html.includes(`<h3 id="${event}">`), `${text(element['tagName'])} ${event}`);
        const [, rest = ''] = html.split(`<h3 id="${event}">`);
        const told = textOf(rest.split(/<h[23]/)[0] ?? '');
        const [, detail = ''] = new RegExp(`'${event}': CustomEvent<(\\w+)>`).exec(source) ?? [];
        const [, base, body = ''] =
          new RegExp(`interface ${detail}(?: extends (\\w+))? \\{([^}]*)\\}`).exec(source) ?? [];
        const fields = [...body.matchAll(/^ {2}(\w+)\??:/gm)].map(([, name = '']) => name);
        if (base) fields.push('flow', 'paymentMethod');
        assert.ok(fields.length > 1, detail);
        for (const field of fields) assert.match(told, new RegExp(`detail\\.${field}\\b`), event);
        assert.match(told, /"pay-invoice" \| "change-method"/, `${event}: flow is spelled out`);
      }
    }
  });

  it('name the shared settings', async () => {
    const config = elements.find(({ tagName }) => tagName === 'connect-config') ?? {};
    const shared = names(config, 'attributes').filter((name) => !name.endsWith('-origins'));
    assert.ok(shared.length > 8);
    for (const { tagName } of elements) {
      const said = textOf(await read(`${text(tagName)}.html`)).split(/[\s,.]+/);
      assert.deepEqual(
        shared.filter((name) => !said.includes(name)),
        [],
        text(tagName),
      );
    }
  });

  it('warn where there is a connect-outcome', async () => {
    for (const element of elements.filter((one) =>
      names(one, 'events').includes('connect-outcome'),
    )) {
      const html = await read(`${text(element['tagName'])}.html`);
      assert.match(html, /<strong>Grant nothing on <code>connect-outcome<\/code>/);
    }
  });
});

describe('the guides', () => {
  it('say what to do on each code of the closed list', async () => {
    const source = readFileSync('src/api/errors.ts', 'utf8');
    const [, union = ''] = /type ConnectErrorCode =([^;]*);/.exec(source) ?? [];
    const codes = [...union.matchAll(/'([\w-]+)'/g)].map(([, code = '']) => code);
    assert.equal(codes.length, 10);
    const html = await read('errors.html');
    for (const code of codes) assert.match(section(html, code), /Do:/, code);
  });

  it('name every property that the style sheets read, with its default', async () => {
    const rows = [...(await read('css-properties.html')).matchAll(/<tr>.*?<\/tr>/gs)].map(([row]) =>
      textOf(row),
    );
    const sheets = readdirSync('src/ui').filter((file) => file.endsWith('styles.ts'));
    const all = sheets.map((file) => readFileSync(`src/ui/${file}`, 'utf8')).join('\n');
    const used = [...all.matchAll(/var\((--connect-[\w-]+), ([^()]+)\)/g)];
    assert.ok(used.length > 12);
    for (const [, name = '', byDefault = ''] of used) {
      const row = rows.find((one) => one.split(/\s+/).includes(name));
      assert.ok(row, name);
      if (/^[#\d]/.test(byDefault)) assert.ok(row.includes(byDefault), `${name}: ${byDefault}`);
    }
  });

  it('draw the six flows, each with its words and its ways out of trouble', async () => {
    const html = await read('flows.html');
    const figures = html.split('<figure').slice(1);
    assert.equal(figures.length, 6);
    for (const figure of figures) {
      const [, described = ''] = /aria-describedby="([\w-]+)"/.exec(figure) ?? [];
      const [picture = '', words = ''] = figure.split(`id="${described}"`);
      assert.match(picture, /currentColor/);
      const drawn = [...picture.matchAll(/class="event-name"[^>]*>([\w-]+)</g)].map(
        ([, name]) => name,
      );
      const told = [...words.matchAll(/fires <code>([\w-]+)<\/code>/g)].map(([, name]) => name);
      assert.ok(drawn.length > 4);
      assert.deepEqual(told, drawn);
      assert.match(words, /in-doubt/);
      assert.match(words, /401/);
    }
  });
});

describe('the links', () => {
  it('lead somewhere: every page, file and fragment is there', async () => {
    const pages = new Map<string, string>();
    const statuses = new Map<string, number>();
    for (const name of pageNames()) pages.set(name, await read(name));
    const dead: string[] = [];
    for (const [name, html] of pages) {
      for (const [, , address = ''] of html.matchAll(/<[^>]* (href|src)="([^"]*)"/g)) {
        const url = new URL(address.replaceAll('&amp;', '&'), `${demo.url}/docs/${name}`);
        if (url.origin !== demo.url) continue;
        const { pathname, hash } = url;
        if (!statuses.has(pathname)) statuses.set(pathname, (await fetch(url)).status);
        const target = pages.get(pathname.replace('/docs/', '') || 'index.html');
        const hasFragment =
          !hash ||
          target === undefined ||
          target.includes(`id="${decodeURIComponent(hash.slice(1))}"`);
        if (statuses.get(pathname) !== 200 || !hasFragment) dead.push(`${name}: ${address}`);
      }
    }
    assert.ok(statuses.size > 40, `${statuses.size} addresses`);
    assert.deepEqual(dead, []);
  });

  it('lead to every page from the index', async () => {
    const html = await read('');
    const missing = pageNames().filter(
      (name) => name !== 'try.html' && !html.includes(`"${name}"`),
    );
    assert.deepEqual(missing, []);
  });

  it('lead here from the newspaper', async () => {
    assert.match(await (await fetch(demo.url)).text(), /href="\/docs\/"/);
  });

  it('of a server on other ports show those in what a reader copies', async () => {
    const html = await read('start.html');
    assert.ok(!html.includes('http://localhost:8081'));
    assert.ok(html.includes(demo.sandbox.apiUrl));
  });
});
