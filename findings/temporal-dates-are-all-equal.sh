#!/usr/bin/env bash
# Dates of Temporal have no properties of their own. What compares deeply by properties finds none
# that differ: a test that expects 1 December and gets 1 January passes, and a component that
# compares its old due date with the new one is not drawn again. lodash errs the other way: it
# holds a date for another one even when it is the same. Each date has equals() for this. (The
# dates are those of a polyfill.)
#
# Packages: temporal-polyfill@1.0.8, expect@30.5.2, dequal@2.0.3, lodash@4.18.1.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= node:assert: 2026-12-01 and 2026-12-01 are equal
#= node:assert: 2026-12-01 and 2027-01-01 are equal
#= expect, toEqual: 2026-12-01 and 2026-12-01 are equal
#= expect, toEqual: 2026-12-01 and 2027-01-01 are equal
#= expect, toStrictEqual: 2026-12-01 and 2026-12-01 are equal
#= expect, toStrictEqual: 2026-12-01 and 2027-01-01 are equal
#= dequal: 2026-12-01 and 2026-12-01 are equal
#= dequal: 2026-12-01 and 2027-01-01 are equal
#= lodash: 2026-12-01 and 2026-12-01 are not equal
#= lodash: 2026-12-01 and 2027-01-01 are not equal
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  temporal-polyfill@1.0.8 expect@30.5.2 dequal@2.0.3 lodash@4.18.1
cat >try.mjs <<'JS'
import assert from 'node:assert/strict';
import { dequal } from 'dequal';
import { expect } from 'expect';
import lodash from 'lodash';
import { Temporal } from 'temporal-polyfill';

/** Whether a check passes. */
const passes = (check) => {
  try {
    check();
    return true;
  } catch {
    return false;
  }
};
const equal = {
  'node:assert': (a, b) => passes(() => assert.deepEqual(a, b)),
  'expect, toEqual': (a, b) => passes(() => expect(a).toEqual(b)),
  'expect, toStrictEqual': (a, b) => passes(() => expect(a).toStrictEqual(b)),
  dequal,
  lodash: lodash.isEqual,
};
const due = (text) => ({ due: Temporal.PlainDate.from(text) });
for (const [name, isEqual] of Object.entries(equal))
  for (const other of ['2026-12-01', '2027-01-01'])
    console.log(
      `${name}: 2026-12-01 and ${other} are ${isEqual(due('2026-12-01'), due(other)) ? 'equal' : 'not equal'}`,
    );
JS
cat <<'TEXT'
expect 30.5.2, dequal 2.0.3 and node:assert hold any two dates of Temporal for the same; lodash
4.18.1 none.
TEXT
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
