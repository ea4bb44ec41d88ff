#!/usr/bin/env bash
# beasties keeps of a page's style elements what selects something in it, and takes the rest out
# for good. It also takes out rules that do select something: those that begin with :is() or
# :where(), and of nested rules the outer declarations, or all. With reduceInlineStyles false they
# stay.
#
# Packages: beasties@0.5.4.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= as it comes: p{color:red} -> p{color:red}
#= as it comes: p:is(.due,.paid){color:red} -> p:is(.due,.paid){color:red}
#= as it comes: :is(p,h1){color:red} -> (nothing)
#= as it comes: :where(p){color:red} -> (nothing)
#= as it comes: p{color:red;&.due{color:blue}} -> (nothing)
#= as it comes: p{color:red;@media print{color:blue}} -> p{@media print{color:blue}}
#= reduceInlineStyles false: p{color:red} -> p{color:red}
#= reduceInlineStyles false: p:is(.due,.paid){color:red} -> p:is(.due,.paid){color:red}
#= reduceInlineStyles false: :is(p,h1){color:red} -> :is(p,h1){color:red}
#= reduceInlineStyles false: :where(p){color:red} -> :where(p){color:red}
#= reduceInlineStyles false: p{color:red;&.due{color:blue}} -> p{color:red;&.due{color:blue}}
#= reduceInlineStyles false: p{color:red;@media print{color:blue}} -> p{color:red;@media print{color:blue}}
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent beasties@0.5.4
cat >try.mjs <<'JS'
import Beasties from 'beasties';

const rules = [
  'p{color:red}',
  'p:is(.due,.paid){color:red}',
  ':is(p,h1){color:red}',
  ':where(p){color:red}',
  'p{color:red;&.due{color:blue}}',
  'p{color:red;@media print{color:blue}}',
];
for (const reduceInlineStyles of [true, false]) {
  const beasties = new Beasties({ logLevel: 'silent', reduceInlineStyles });
  for (const rule of rules) {
    const page = `<html><head><style>${rule}</style></head><body><p class="due">149</p></body></html>`;
    const left = (await beasties.process(page)).match(/<style>(.*)<\/style>/)?.[1] ?? '(nothing)';
    console.log(
      `${reduceInlineStyles ? 'as it comes' : 'reduceInlineStyles false'}: ${rule} -> ${left}`,
    );
  }
}
JS
echo 'beasties 0.5.4 takes rules out of a page that has what they select.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
