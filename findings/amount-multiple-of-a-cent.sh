#!/usr/bin/env bash
# A contract says of an amount: "type: number, multipleOf: 0.01". ajv divides and valibot takes the
# rest of a division, both in floating point, so that proper amounts of two decimals are refused:
# 0.29, 0.57, 19.99. Other validators of the same JSON Schema keyword accept them all, so that a
# request passes the client and is refused by the server. ajv has multipleOfPrecision for it, which
# is off.
#
# Packages: ajv@8.20.0, valibot@1.5.0, zod@4.6.7, jsonschema@1.5.0, @cfworker/json-schema@4.1.6.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= ajv: 1363 of 10000 amounts up to 100.00 refused, such as 0.07, 0.14, 0.28, 0.29
#= valibot: 9986 of 10000 amounts up to 100.00 refused, such as 0.03, 0.05, 0.06, 0.07
#= zod: 0 of 10000 amounts up to 100.00 refused
#= jsonschema: 0 of 10000 amounts up to 100.00 refused
#= @cfworker/json-schema: 0 of 10000 amounts up to 100.00 refused
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  ajv@8.20.0 valibot@1.5.0 zod@4.6.7 jsonschema@1.5.0 @cfworker/json-schema@4.1.6
cat >try.mjs <<'JS'
import { Validator } from '@cfworker/json-schema';
import { Ajv } from 'ajv';
import { validate } from 'jsonschema';
import * as v from 'valibot';
import { z } from 'zod';

const schema = { type: 'number', multipleOf: 0.01 };
const ajv = new Ajv().compile(schema);
const cfworker = new Validator(schema);
const valibot = v.pipe(v.number(), v.multipleOf(0.01));
const zod = z.number().multipleOf(0.01);
const validators = {
  ajv: (amount) => ajv(amount),
  valibot: (amount) => v.safeParse(valibot, amount).success,
  zod: (amount) => zod.safeParse(amount).success,
  jsonschema: (amount) => validate(amount, schema).valid,
  '@cfworker/json-schema': (amount) => cfworker.validate(amount).valid,
};
const amounts = Array.from({ length: 10_000 }, (_, i) => Number(((i + 1) / 100).toFixed(2)));
for (const [name, accepts] of Object.entries(validators)) {
  const refused = amounts.filter((amount) => !accepts(amount));
  const such = refused.length ? `, such as ${refused.slice(0, 4).join(', ')}` : '';
  console.log(
    `${name}: ${refused.length} of ${amounts.length} amounts up to 100.00 refused${such}`,
  );
}
JS
cat <<'TEXT'
ajv 8.20.0 and valibot 1.5.0 refuse proper amounts as "not a multiple of 0.01"; three others
refuse none.
TEXT
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
