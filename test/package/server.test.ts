import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { before, describe, it } from 'node:test';

/** Renders templates in a Node of its own, where nobody has made a DOM, and gives the HTML. */
function rendered(markup: readonly string[], first = ''): string[] {
  const script = `
    import { render } from '@lit-labs/ssr';
    import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
    import { html } from 'lit';
    import { configure } from 'connect-elements';
    ${first}
    const pages = [${markup.map((one) => `html\`${one}\``).join()}];
    console.log(JSON.stringify(pages.map((page) => collectResultSync(render(page)))));`;
  const output: unknown = JSON.parse(run(script));
  assert.ok(Array.isArray(output));
  return output.map(String);
}

function run(script: string): string {
  return String(execFileSync(process.execPath, ['--input-type=module', '-e', script]));
}

const tags = [
  ...['connect-payment-methods', 'connect-pay-invoice', 'connect-change-method'],
  ...['connect-invoices', 'connect-agreements', 'connect-outcome', 'connect-method-status'],
  ...['connect-vipps-payment', 'connect-config', 'connect-due'],
];
/** What a reader sees of it. */
const readable = (html: string) =>
  html
    .replace(/<style>[^]*?<\/style>|<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const ssr = "import 'connect-elements/ssr';";

describe('what a server renders', () => {
  let pages: string[];
  before(() => {
    pages = rendered(tags.map((tag) => `<${tag} product-code="P"></${tag}>`));
  });

  for (const [index, tag] of tags.entries()) {
    it(`is a declarative shadow root with its style: ${tag}`, () => {
      const [, root = ''] =
        /<template [^>]*shadowrootmode="open">(.*)<\/template>/s.exec(pages[index] ?? '') ?? [];
      assert.match(root, /^<style>\s*:host/);
      // A strip has nothing to say before anything is read.
      if (tag === 'connect-due') return assert.equal(readable(root), '');
      assert.match(root, tag === 'connect-config' ? /<slot><\/slot>/ : /<section part="base"/);
      const isChoice = /pay-invoice|change-method/.test(tag);
      assert.equal(root.includes('type="radio"'), isChoice);
      assert.equal(root.includes('skeleton'), !isChoice && tag !== 'connect-config');
    });
  }

  it('is what the attributes say: which methods, in what order, which one is chosen', () => {
    const [html = ''] = rendered([
      '<connect-pay-invoice methods="nexi swishPayex" value="swishPayex" amount="12.50" currency="SEK" invoice-number="77"></connect-pay-invoice>',
    ]);
    assert.match(
      readable(html),
      /Invoice 77 SEK.12\.50 Pay invoice Card, through Nexi On Nexi’s payment page Swish You approve in the Swish app Pay SEK.12\.50/,
    );
    const inputs = [...html.matchAll(/<input[^>]*>/g)].map(([input]) => input.includes('checked'));
    assert.deepEqual(inputs, [false, true]);
  });

  it('is a choice that cannot be sent yet, and that is off where its attribute says so', () => {
    const [on = '', off = ''] = rendered([
      '<connect-pay-invoice></connect-pay-invoice>',
      '<connect-pay-invoice disabled></connect-pay-invoice>',
    ]);
    assert.match(on, /<button[^>]* disabled/);
    assert.doesNotMatch(on, /<fieldset[^>]* disabled/);
    assert.match(off, /<fieldset[^>]* disabled/);
  });

  it('is what the settings around say', () => {
    const inside = '<connect-pay-invoice amount="5"></connect-pay-invoice>';
    const [html = ''] = rendered(
      [`<connect-config country="se" lang="sv"><p>${inside}</p></connect-config>`],
      ssr,
    );
    assert.match(readable(html), /5,00.kr/);
    assert.match(html, /<section[^>]* lang="sv"/);
  });

  for (const [lang, heading] of [
    ['nb', 'Betal faktura'],
    ['nn-NO', 'Betal faktura'],
    ['sv', 'Betala faktura'],
    ['da', 'Betal faktura'],
    ['fi', 'Maksa lasku'],
    ['en', 'Pay invoice'],
  ] as const) {
    it(`speaks the languages of the library: ${lang}`, () => {
      const [html = ''] = rendered(
        [`<connect-pay-invoice lang="${lang}"></connect-pay-invoice>`],
        ssr,
      );
      assert.ok(readable(html).startsWith(heading), readable(html));
    });
  }

  it('has the texts of the site, and the language that it has configured', () => {
    const first = `${ssr} configure({ lang: 'is', texts: { is: { 'pay-invoice.heading': 'Borga' } } });`;
    const [html = ''] = rendered(['<connect-pay-invoice></connect-pay-invoice>'], first);
    assert.ok(readable(html).startsWith('Borga'), readable(html));
  });

  it('is English where nobody has brought the texts, at the first time as at the second', () => {
    const one = '<connect-pay-invoice lang="nb"></connect-pay-invoice>';
    const [first = '', second] = rendered([one, one], '');
    assert.ok(readable(first).startsWith('Pay invoice'));
    assert.equal(first, second);
  });

  it('has no token in it, however it was given', () => {
    const pages = rendered(
      tags.flatMap((tag) => [
        `<${tag} token="s3cret"></${tag}>`,
        `<${tag} token=\${'s3cret'}></${tag}>`,
        `<${tag} .token=\${'s3cret'} ?token=\${true}></${tag}>`,
      ]),
      "configure({ token: 's3cret' });",
    );
    assert.equal(pages.length, 30);
    for (const page of pages) assert.doesNotMatch(page, /s3cret|\stoken/);
  });

  it('asks nobody anything, and listens to nothing', () => {
    const script = `
      globalThis.fetch = () => { throw new Error('asked'); };
      globalThis.addEventListener = () => { throw new Error('listened'); };`;
    const all = tags.map(
      (tag) => `<${tag} product-code="P" api-url="/x" src="/y" guid="a"></${tag}>`,
    );
    assert.equal(rendered(all, script).length, tags.length);
  });

  it('is also rendered where a framework connects each element', () => {
    const first = `import { LitElementRenderer } from '@lit-labs/ssr';
      LitElementRenderer.renderOptions.push(() => ({ connectedCallback: true }));`;
    const [html = ''] = rendered(
      ['<connect-config><connect-invoices></connect-invoices></connect-config>'],
      first,
    );
    assert.match(html, /skeleton/);
  });

  it('has only styles that styleSources() names for a policy', () => {
    const script = `
      import { createHash } from 'node:crypto';
      import { render } from '@lit-labs/ssr';
      import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
      import { html } from 'lit';
      import 'connect-elements';
      import { styleSources } from 'connect-elements/ssr';
      const page = collectResultSync(render(html\`${tags.map((tag) => `<${tag}></${tag}>`).join('')}\`));
      const styles = [...page.matchAll(/<style>([^]*?)<\\/style>/g)].map(([, text]) =>
        "'sha256-" + createHash('sha256').update(text).digest('base64') + "'");
      const named = await styleSources();
      console.log(styles.length, named.length, styles.every((one) => named.includes(one)));`;
    assert.equal(run(script).trim(), '10 6 true');
  });
});
