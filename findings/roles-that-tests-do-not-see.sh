#!/usr/bin/env bash
# A custom element gives itself a role and a state through ElementInternals, without an attribute that a page could
# overwrite. Chromium's own tree of accessibility has it, and so a screen reader does. Playwright's getByRole and its
# snapshots do not find such a button, and axe, which reports a button without a name when the role is an attribute, says
# nothing: a pay button that nobody can name passes, and the test of one that is right does not find it.
#
# Both have an open issue for it (microsoft/playwright 34264, dequelabs/axe-core 4259); a page cannot read the internals of
# an element. A role in the markup, or a real button in the shadow root, is seen by all.
#
# Packages: playwright-core@1.65.1, axe-core@4.14.1, @sparticuz/chromium@147.0.0 (Chromium 147).
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= <div role="button" tabindex="0"></div>: Chromium button, getByRole 1, snapshot "- main: - button", axe aria-command-name
#= <pay-button></pay-button>: Chromium button, getByRole 0, snapshot "- main", axe nothing
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  playwright-core@1.65.1 axe-core@4.14.1 @sparticuz/chromium@147.0.0
cat >try.mjs <<'JS'
import sparticuz from '@sparticuz/chromium';
import axe from 'axe-core';
import { chromium } from 'playwright-core';

const browser = await chromium.launch({
  executablePath: await sparticuz.executablePath(),
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
const session = await page.context().newCDPSession(page);
await page.evaluate(() => {
  customElements.define(
    'pay-button',
    class extends HTMLElement {
      #internals = this.attachInternals();
      connectedCallback() {
        this.#internals.role = 'button';
        this.tabIndex = 0;
      }
    },
  );
});
await page.evaluate(axe.source);
for (const markup of ['<div role="button" tabindex="0"></div>', '<pay-button></pay-button>']) {
  await page.evaluate((html) => {
    document.body.innerHTML = `<main>${html}</main>`;
  }, markup);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const own = nodes.find(({ role }) => role?.value === 'button')?.role.value;
  const found = await page.getByRole('button').count();
  const snapshot = (await page.locator('main').ariaSnapshot()).replace(/:?\s+/g, (gap) =>
    gap.startsWith(':') ? ': ' : ' ',
  );
  const violations = await page.evaluate(async () => (await globalThis.axe.run('main')).violations);
  const names = violations.map(({ id }) => id).join(' ') || 'nothing';
  console.log(`${markup}: Chromium ${own}, getByRole ${found}, snapshot "${snapshot}", axe ${names}`);
}
await browser.close();
JS
cat <<'TEXT'
playwright-core 1.65.1 and axe-core 4.14.1 do not see a role that an element has through its internals,
which Chromium does.
TEXT
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
