import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { choiceOf, choices } from '../../demo/site/showcase/choice.js';
import { snippetsOf } from '../../demo/site/showcase/snippets.js';
import { decodeObject, text } from '../../src/api/decode.js';
import { tags, unknownAttributes, unknownEntries } from './names.js';

const place = {
  origin: 'http://localhost:1',
  apiUrl: 'http://localhost:2/capi',
  loginUrl: 'http://localhost:3/login',
  clientId: 'no.sandbox.newspaper',
};

/** What is copied of an element, by the kind of page. */
function copied(element: string): ReadonlyMap<string, string> {
  const query: Readonly<Record<string, string>> = { element, lang: 'nb', theme: 'daily' };
  const all = snippetsOf(
    choiceOf((name) => query[name]),
    place,
  );
  return new Map(all.map(({ id, code }) => [id, code]));
}

/** The attributes that the plugin's block of an element takes, as a shortcode writes them, with their patterns. */
function taken(element: string): ReadonlyMap<string, string> {
  const folder = `demo/wordpress/connect-elements/blocks/${element.replace('connect-', '')}`;
  const block = decodeObject(JSON.parse(readFileSync(`${folder}/block.json`, 'utf8')));
  const attributes = Object.entries(decodeObject(block['attributes']));
  return new Map(
    attributes.map(([name, about]) => [
      name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      text(decodeObject(about)['pattern']),
    ]),
  );
}

describe('what the front page has to copy', () => {
  it('is there for every element of the manifest', () => {
    assert.deepEqual(choices.element.map(([tag]) => tag).sort(), [...tags].sort());
  });

  for (const element of tags) {
    it(`names only what there is, and the language and the theme that were chosen: ${element}`, () => {
      const all = copied(element);
      for (const [id, code] of all) {
        assert.deepEqual([id, unknownAttributes(code), unknownEntries(code)], [id, [], []]);
        assert.ok(id === 'plain' || code.includes('lang="nb"'), id);
        assert.ok(!code.includes('/examples/swedbank-pay') && !code.includes('/examples/online'));
      }
      assert.ok(all.get('plain')?.includes('<html lang="nb">'));
      assert.ok(all.get('plain')?.includes('/themes/daily.css'));
      assert.ok(
        all.get('react')?.includes(`<${element}`) && all.get('vue')?.includes(`<${element}`),
      );
    });
  }

  for (const element of tags.filter((tag) => tag !== 'connect-config')) {
    it(`has a shortcode with the attributes that the plugin takes: ${element}`, () => {
      const code = copied(element).get('wordpress') ?? '';
      const name = element.replaceAll('-', '_');
      const [, rest = ''] = new RegExp(`^\\[${name}([^\\]]*)\\]`).exec(code) ?? [];
      const written = [...rest.matchAll(/ ([a-z-]+)="([^"]*)"/g)];
      assert.ok(code.includes(`[/${name}]`) && written.length);
      for (const [, attribute = '', value = ''] of written) {
        const pattern = taken(element).get(attribute) ?? 'nothing';
        assert.match(value, new RegExp(`^(?:${pattern})$`), attribute);
      }
    });
  }
});
