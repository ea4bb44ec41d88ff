#!/usr/bin/env bash
# A CMS that keeps articles as Markdown converts them with turndown, which is told to keep a
# custom element as HTML. It keeps one that has text, and drops one that has none, as most that
# draw themselves are: whatever is blank is dealt with before the list of what to keep is looked
# at. After the next save the invoice is gone from the article. A rule for blank elements of that
# name keeps it.
#
# Packages: turndown@7.2.5.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= keep, 'Pay': "Before.\n\n<pay-invoice invoice-number=\"007435367\">Pay</pay-invoice>\n\nAfter."
#= keep, '': "Before.\n\nAfter."
#= keep and blankReplacement, 'Pay': "Before.\n\n<pay-invoice invoice-number=\"007435367\">Pay</pay-invoice>\n\nAfter."
#= keep and blankReplacement, '': "Before.\n\n<pay-invoice invoice-number=\"007435367\"></pay-invoice>\n\nAfter."
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent turndown@7.2.5
cat >try.mjs <<'JS'
import Turndown from 'turndown';

const article = (text) =>
  `<p>Before.</p><pay-invoice invoice-number="007435367">${text}</pay-invoice><p>After.</p>`;
const blankReplacement = (text, node) =>
  node.nodeName === 'PAY-INVOICE' ? `\n\n${node.outerHTML}\n\n` : '';
for (const [name, options] of Object.entries({
  keep: {},
  'keep and blankReplacement': { blankReplacement },
}))
  for (const text of ['Pay', '']) {
    const turndown = new Turndown(options);
    turndown.keep(['pay-invoice']);
    console.log(`${name}, '${text}': ${JSON.stringify(turndown.turndown(article(text)))}`);
  }
JS
echo 'turndown 7.2.5 does not keep an element that it was told to keep, if that is empty.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
