#!/usr/bin/env bash
# One site often has two YAML libraries: gray-matter (js-yaml 3, YAML 1.1) in its generator, yaml
# (YAML 1.2) in its editor or build. A value that one writes without quotes, since to it it is a
# text, the other reads as a number: gray-matter leaves 0068979834 bare, and yaml reads it without
# its zeros; yaml leaves the time 12:30 bare, and gray-matter reads 750 (base 60). What an author
# wrote without quotes differs too: 07435367 is an octal number to one and a decimal to the other,
# and neither is the invoice.
#
# Packages: gray-matter@4.0.3, yaml@2.9.1.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= gray-matter writes "code: 0068979834": gray-matter "0068979834", yaml 68979834
#= gray-matter writes "code: '12:30'": gray-matter "12:30", yaml "12:30"
#= yaml writes "code: "0068979834"": gray-matter "0068979834", yaml "0068979834"
#= yaml writes "code: 12:30": gray-matter 750, yaml "12:30"
#= by hand "code: 07435367": gray-matter 1981175, yaml 7435367
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent gray-matter@4.0.3 yaml@2.9.1
cat >try.mjs <<'JS'
import matter from 'gray-matter';
import YAML from 'yaml';

const readers = {
  'gray-matter': (yaml) => matter(`---\n${yaml}\n---\n`).data.code,
  yaml: (yaml) => YAML.parse(yaml).code,
};
const writers = {
  'gray-matter': (code) => matter.stringify('', { code }).split('\n')[1],
  yaml: (code) => YAML.stringify({ code }).trim(),
};
const tell = (origin, yaml) => {
  const read = Object.entries(readers).map(([name, f]) => `${name} ${JSON.stringify(f(yaml))}`);
  console.log(`${origin} "${yaml}": ${read.join(', ')}`);
};
for (const [name, write] of Object.entries(writers))
  for (const code of ['0068979834', '12:30']) tell(`${name} writes`, write(code));
tell('by hand', 'code: 07435367');
JS
echo 'gray-matter 4.0.3 and yaml 2.9.1 read differently what the other has written.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
