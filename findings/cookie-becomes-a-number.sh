#!/usr/bin/env bash
# universal-cookie (under react-cookie) reads what is valid JSON in a cookie as JSON, also what
# was set as a text. A KID loses its last digits, and so does a login's state that happens to
# consist of digits, or of digits and one "e": it does not come back as it was set, and the login
# fails, for few readers and now and then. What starts with a zero stays a text. With doNotParse
# the texts stay.
#
# Packages: universal-cookie@8.1.2.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= '12345678901234567890' -> number 12345678901234567000; with doNotParse string 12345678901234567890
#= '82317e10' -> number 823170000000000; with doNotParse string 82317e10
#= '007435367' -> string 007435367; with doNotParse string 007435367
#= '7435367' -> number 7435367; with doNotParse string 7435367
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent universal-cookie@8.1.2
cat >try.mjs <<'JS'
import Cookies from 'universal-cookie';

for (const text of ['12345678901234567890', '82317e10', '007435367', '7435367']) {
  const cookies = new Cookies();
  cookies.set('kept', text);
  const plain = cookies.get('kept');
  const asked = cookies.get('kept', { doNotParse: true });
  console.log(`'${text}' -> ${typeof plain} ${plain}; with doNotParse ${typeof asked} ${asked}`);
}
JS
echo 'universal-cookie 8.1.2 gives a number where a text was set.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
