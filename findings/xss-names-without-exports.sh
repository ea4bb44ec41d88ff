#!/usr/bin/env bash
# The types of xss have its functions as named exports. TypeScript accepts an import by those names, and Node refuses it:
# the file sets its exports one by one in a loop, which Node's reading of CommonJS does not see. By the default import
# the same functions are there, and that TypeScript refuses: each of the two has the way that the other has not.
#
# Packages: xss@1.0.17, typescript@5.9.3.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= named import, TypeScript: accepted
#= named import, Node: SyntaxError
#= default import, TypeScript: refused
#= default import, Node: function
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent xss@1.0.17 typescript@5.9.3
echo "import { getDefaultWhiteList } from 'xss'; console.log(typeof getDefaultWhiteList);" >named.mts
echo "import xss from 'xss'; console.log(typeof xss.getDefaultWhiteList);" >default.mts
try() {
  local name="$1"
  if npx tsc --module nodenext --target es2022 --lib es2022,dom "$name.mts" >said 2>&1; then
    echo "$name import, TypeScript: accepted"
  else
    echo "$name import, TypeScript: refused"
  fi
  printf '%s import, Node: ' "$name"
  { node "$name.mjs" 2>&1 || true; } | grep -oE '^(function|SyntaxError)' || echo other
}
echo 'xss 1.0.17: names that the types export and Node does not find.'
{ try named; try default; } | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
