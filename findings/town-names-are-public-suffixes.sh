#!/usr/bin/env bash
# The public suffix list has the names of Norwegian towns under .no as suffixes, as it has co.uk.
# A local newspaper at its town's name is no site for whoever goes by that list: the login at
# konto.drammen.no and the articles at www.drammen.no are two sites, a cookie for both is refused,
# and what groups hosts by their "domain" (allow lists, measuring, limits) takes them for
# strangers. Browsers go by the same list.
#
# Packages: tldts@7.6.0, tough-cookie@6.1.0.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= konto.avisen.no: domain avisen.no; cookie for avisen.no: kept
#= konto.drammen.no: domain konto.drammen.no; cookie for drammen.no: Cookie has domain set to a public suffix
#= konto.tromso.no: domain konto.tromso.no; cookie for tromso.no: Cookie has domain set to a public suffix
#= konto.bergen.no: domain konto.bergen.no; cookie for bergen.no: Cookie has domain set to a public suffix
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent tldts@7.6.0 tough-cookie@6.1.0
cat >try.mjs <<'JS'
import { getDomain } from 'tldts';
import { CookieJar } from 'tough-cookie';

const jar = new CookieJar();
for (const site of ['avisen.no', 'drammen.no', 'tromso.no', 'bergen.no']) {
  const login = `konto.${site}`;
  const cookie = jar.setCookie(`session=1; Domain=${site}`, `https://${login}/`);
  const kept = await cookie.then(
    () => 'kept',
    ({ message }) => message,
  );
  console.log(`${login}: domain ${getDomain(login)}; cookie for ${site}: ${kept}`);
}
JS
echo 'tldts 7.6.0 and tough-cookie 6.1.0: a Norwegian town under .no is no site of its own.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
