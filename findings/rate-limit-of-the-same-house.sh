#!/usr/bin/env bash
# express-rate-limit writes the RateLimit header of the draft that it is told to;
# ratelimit-header-parser, of the same house, reads them. The eighth draft changed the form. The
# reader then says neither that there is no limit nor that it cannot read it: it answers as usual,
# with NaN for each figure. NaN is not below 1, so that a client that waits while nothing remains
# never waits.
#
# Packages: express@5.3.0, express-rate-limit@8.7.5, ratelimit-header-parser@0.1.0.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= draft-6: header written; limit 5, remaining 4
#= draft-7: header written; limit 5, remaining 4
#= draft-8: header written; limit NaN, remaining NaN
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  express@5.3.0 express-rate-limit@8.7.5 ratelimit-header-parser@0.1.0
cat >try.mjs <<'JS'
import express from 'express';
import { rateLimit } from 'express-rate-limit';
import { parseRateLimit } from 'ratelimit-header-parser';

for (const draft of ['draft-6', 'draft-7', 'draft-8']) {
  const app = express();
  app.use(rateLimit({ standardHeaders: draft, legacyHeaders: false, limit: 5, windowMs: 60_000 }));
  app.get('/', (request, response) => response.end());
  const server = await new Promise((resolve) => {
    const started = app.listen(0, '127.0.0.1', () => resolve(started));
  });
  const response = await fetch(`http://127.0.0.1:${server.address().port}/`);
  const { limit, remaining } = parseRateLimit(response) ?? {};
  const isWritten = ['ratelimit', 'ratelimit-limit'].some((name) => response.headers.has(name));
  console.log(
    `${draft}: header ${isWritten ? 'written' : 'missing'}; limit ${limit}, remaining ${remaining}`,
  );
  server.close();
}
JS
cat <<'TEXT'
ratelimit-header-parser 0.1.0 reads nothing of what express-rate-limit 8.7.5 writes as draft-8.
TEXT
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
