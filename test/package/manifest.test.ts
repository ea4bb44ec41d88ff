// In test:all: the manifest against each element in a browser.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { findScenario, scenarios } from '../../demo/states/scenarios/index.js';
import { decodeList, decodeObject, text } from '../../src/api/decode.js';
import { openGallery, visit, withPages, type Gallery } from '../support/states.js';

type Fields = Readonly<Record<string, unknown>>;

const manifest: unknown = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
const elements: readonly Fields[] = decodeList(manifest, 'modules')
  .flatMap((module) => decodeObject(module)['declarations'] ?? [])
  .map(decodeObject)
  .filter(({ tagName }) => tagName !== undefined);

function items(element: Fields, list: string): readonly Fields[] {
  const found: unknown = element[list] ?? [];
  assert.ok(Array.isArray(found));
  return found.map(decodeObject);
}
const sorted = (names: Iterable<string>) => [...new Set(names)].sort();
const named = (element: Fields, list: string) =>
  sorted(items(element, list).map(({ name }) => text(name) || 'default'));

/** What was seen of the elements over all states: a tag, a list of the manifest, a name. */
const seen = new Set<string>();
const seenOf = (tag: string, list: string) =>
  sorted(
    [...seen]
      .map((line) => line.split(' '))
      .flatMap(([of, kind, name = '']) => (of === tag && kind === list ? name : [])),
  );
/** What the classes say, by tag. */
const classes = new Map<string, Fields>();

let gallery: Gallery;
before(async () => {
  gallery = await openGallery();
  const lines = await withPages(gallery, scenarios, async (page, scenario) => {
    await page.addInitScript({ path: 'test/package/manifest-reader.js' });
    await visit(page, gallery.url, scenario);
    const read: unknown = await page.evaluate('readElements()');
    assert.ok(Array.isArray(read));
    return read.map(text);
  });
  for (const line of lines.flat()) seen.add(line);
  const page = await gallery.browser.newPage();
  await page.addInitScript({ path: 'test/package/manifest-reader.js' });
  for (const scenario of [
    findScenario('pay-invoice', 'ready'),
    findScenario('change-method', 'ready'),
  ]) {
    assert.ok(scenario);
    await visit(page, gallery.url, scenario);
    await page.locator('input[type=radio]').nth(2).check();
    const read: unknown = await page.evaluate('readElements()');
    assert.ok(Array.isArray(read));
    for (const line of read.map(text)) seen.add(line);
  }
  for (const tag of elements.map(({ tagName }) => text(tagName))) {
    await page.evaluate(`customElements.whenDefined('${tag}')`);
    classes.set(tag, decodeObject(await page.evaluate(`readClass('${tag}')`)));
  }
  await page.close();
});
after(() => gallery.close());

/** What no state of `/states` comes by; each is told by a test of its own, or is for an answer that is never given. */
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  'connect-change-method': ['cssParts skeleton'],
  'connect-due': ['slots initiated', 'slots unknown'],
  'connect-invoices': ['slots initiated', 'slots unknown'],
  'connect-outcome': ['cssParts skeleton', 'cssStates failed'],
  'connect-pay-invoice': ['cssParts skeleton'],
  'connect-payment-methods': ['slots failed', 'slots initiated', 'slots unknown'],
  'connect-vipps-payment': ['events connect-transaction'],
};

for (const element of elements.filter(({ tagName }) => tagName !== 'connect-config')) {
  const tag = text(element['tagName']);
  describe(`the manifest of ${tag}`, () => {
    for (const list of ['cssParts', 'slots', 'cssStates', 'events', 'cssProperties']) {
      it(`has every name that the running element has, and no other: ${list}`, () => {
        const told = named(element, list);
        const found = seenOf(tag, list);
        assert.ok(found.length);
        // A server may name methods that nobody knows.
        const isOfServer = (name: string) =>
          /^connect-(payment-methods|method-status)$/.test(tag) && name.startsWith('icon-');
        assert.deepEqual(
          found.filter((name) => !told.includes(name) && !isOfServer(name)),
          [],
        );
        const left = told.filter((name) => !found.includes(name) && !isOfServer(name));
        const known = (elsewhere[tag] ?? []).filter((line) => line.startsWith(`${list} `));
        assert.deepEqual(
          left.map((name) => `${list} ${name}`),
          known,
        );
      });
    }
  });
}

for (const element of elements) {
  const tag = text(element['tagName']);
  it(`the manifest of ${tag} has the attributes that it observes, and a type for each`, () => {
    const { observedAttributes } = classes.get(tag) ?? {};
    assert.ok(Array.isArray(observedAttributes));
    // The language is read wherever it stands.
    const bare = named(element, 'attributes').filter((name) => name === 'lang');
    assert.deepEqual(
      named(element, 'attributes'),
      sorted([...observedAttributes.map(text), ...bare]),
    );
    const untyped = [...items(element, 'attributes'), ...items(element, 'events')].filter(
      ({ type }) => !decodeObject(type)['text'],
    );
    assert.deepEqual(untyped, []);
  });

  it(`the manifest of ${tag} has its properties, and says which are only read`, () => {
    const given = decodeObject(classes.get(tag)?.['fields']);
    // Frameworks hand over the id of a form as a property, which is taken as its attribute; whoever writes code reads a form.
    const fields: Fields = 'form' in given ? { ...given, form: false } : given;
    const told = items(element, 'members').filter(({ kind }) => kind === 'field');
    assert.ok(told.length > 10);
    for (const { name, readonly = false } of told) {
      assert.equal(fields[text(name)], !readonly, text(name));
    }
    const all = told.map(({ name }) => name);
    const settable = Object.keys(fields).filter((name) => fields[name]);
    assert.deepEqual(
      settable.filter((name) => !all.includes(name)),
      [],
    );
  });
}
