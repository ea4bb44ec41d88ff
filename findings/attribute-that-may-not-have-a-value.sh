#!/usr/bin/env bash
# Minifiers write selected="selected" as selected. They go by the attribute's name and not by its
# element, so that an attribute of a custom element that is called as one without a value is (or
# once was) of HTML loses what it says: selected, default, open, hidden, enabled, visible and
# others. htmlnano does so in its "safe" preset.
#
# Packages: html-minifier-terser@7.2.0, htmlnano@3.5.1.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= html-minifier-terser: <pay-plan plan="year" default open visible></pay-plan>
#= htmlnano: <pay-plan plan="year" default open visible></pay-plan>
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent html-minifier-terser@7.2.0 htmlnano@3.5.1
cat >try.mjs <<'JS'
import { minify } from 'html-minifier-terser';
import htmlnano from 'htmlnano';

const html = '<pay-plan plan="year" default="month" open="7435367" visible="false"></pay-plan>';
const safe = { ...htmlnano.presets.safe, minifyCss: false, minifySvg: false };
console.log(`html-minifier-terser: ${await minify(html, { collapseBooleanAttributes: true })}`);
console.log(`htmlnano: ${(await htmlnano.process(html, {}, safe)).html}`);
JS
cat <<'TEXT'
html-minifier-terser 7.2.0 and htmlnano 3.5.1: a value goes because of its attribute's name.
TEXT
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
