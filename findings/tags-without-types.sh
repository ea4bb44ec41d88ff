#!/usr/bin/env bash
# A package tells TypeScript of its elements in a `declare global`: with HTMLElementTagNameMap a site's
# `document.querySelector('pay-invoice')` has a `pay` method, and its listeners know the events. Two of the usual tools
# that make one declaration file of many leave that block out without a word: the class is there, the tag is an
# Element, and whoever upgrades to the bundled types has to cast. The third keeps it.
#
# dts-bundle-generator documents an option for it, `--inline-declare-global`, which is off; for API Extractor there is an
# open issue since 2020 (microsoft/rushstack 1709).
#
# Packages: @microsoft/api-extractor@7.60.1, dts-bundle-generator@9.5.1, rollup-plugin-dts@6.5.1, rollup@4.68.8,
# typescript@5.9.3.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= tsc: the class is exported, querySelector gives PayInvoice | null
#= api-extractor: the class is exported, querySelector gives Element | null
#= dts-bundle-generator: the class is exported, querySelector gives Element | null
#= dts-bundle-generator --inline-declare-global: the class is exported, querySelector gives PayInvoice | null
#= rollup-plugin-dts: the class is exported, querySelector gives PayInvoice | null
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  @microsoft/api-extractor@7.60.1 dts-bundle-generator@9.5.1 rollup-plugin-dts@6.5.1 rollup@4.68.8 typescript@5.9.3
cat >element.ts <<'TS'
export class PayInvoice extends HTMLElement {
  pay(): void {}
}
declare global {
  interface HTMLElementTagNameMap {
    'pay-invoice': PayInvoice;
  }
}
TS
echo "export { PayInvoice } from './element.js';" >index.ts
cat >tsconfig.json <<'JSON'
{
  "compilerOptions": {
    "target": "es2022", "module": "nodenext", "lib": ["es2022", "dom"], "types": [],
    "declaration": true, "outDir": "tsc"
  },
  "files": ["index.ts"]
}
JSON
cat >api-extractor.json <<'JSON'
{
  "projectFolder": ".",
  "mainEntryPointFilePath": "<projectFolder>/tsc/index.d.ts",
  "compiler": { "tsconfigFilePath": "<projectFolder>/tsconfig.json" },
  "apiReport": { "enabled": false },
  "docModel": { "enabled": false },
  "tsdocMetadata": { "enabled": false },
  "dtsRollup": { "enabled": true, "untrimmedFilePath": "<projectFolder>/api-extractor.d.ts" }
}
JSON
cat >rollup.config.mjs <<'JS'
import { dts } from 'rollup-plugin-dts';

export default { input: 'tsc/index.d.ts', output: { file: 'rollup-plugin-dts.d.ts' }, plugins: [dts()] };
JS
cat >try.mjs <<'JS'
import ts from 'typescript';

for (const [name, file] of [
  ['tsc', 'tsc/index'],
  ['api-extractor', 'api-extractor'],
  ['dts-bundle-generator', 'plain'],
  ['dts-bundle-generator --inline-declare-global', 'inlined'],
  ['rollup-plugin-dts', 'rollup-plugin-dts'],
]) {
  ts.sys.writeFile(
    'site.ts',
    `import { PayInvoice } from './${file}.js';
export const made = PayInvoice;
export const found = document.querySelector('pay-invoice');`,
  );
  const options = { strict: true, lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'], types: [] };
  const program = ts.createProgram(['site.ts'], options);
  const checker = program.getTypeChecker();
  const site = program.getSourceFile('site.ts');
  const [made, found] = checker
    .getExportsOfModule(checker.getSymbolAtLocation(site))
    .map((symbol) => checker.typeToString(checker.getTypeOfSymbolAtLocation(symbol, site)));
  const exported = made === 'typeof PayInvoice' ? 'exported' : 'missing';
  console.log(`${name}: the class is ${exported}, querySelector gives ${found}`);
}
JS
bin=node_modules/.bin
{
  $bin/tsc
  $bin/api-extractor run --local
  $bin/dts-bundle-generator --no-check -o plain.d.ts index.ts
  $bin/dts-bundle-generator --no-check --inline-declare-global -o inlined.d.ts index.ts
  $bin/rollup -c --silent
} >log 2>&1 || { cat log; exit 1; }
cat <<'TEXT'
@microsoft/api-extractor 7.60.1 and dts-bundle-generator 9.5.1 leave `declare global` out: a custom
element has no type by its tag.
TEXT
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
