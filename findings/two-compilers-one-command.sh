#!/usr/bin/env bash
# The native compiler of TypeScript 7 is used beside TypeScript 6, which linters still need, by an alias; both have a
# command `tsc`. Which of the two `tsc` is depends on how the same lock file was installed: `npm install` links that of
# the package that was added last, `npm ci` that of the other. A developer and the CI check with two compilers and are
# told nothing. And what the two write differs: declarations keep the quotes of the source in one and not in the other.
#
# Packages: typescript@6.0.3, typescript@7.0.2 under the name typescript-native; npm 11.19.1.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= npm install: Version 7.0.2
#= npm ci: Version 6.0.3
#= typescript: readonly path: "/paymentChange";
#= typescript-native: readonly path: '/paymentChange';
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
quiet='--ignore-scripts --no-audit --no-fund --silent'
npm install $quiet typescript@6.0.3
npm install $quiet typescript-native@npm:typescript@7.0.2
cat >login.ts <<'TS'
export const login = { path: '/paymentChange' } as const;
TS
{
  echo "npm install: $(node_modules/.bin/tsc --version)"
  npm ci $quiet
  echo "npm ci: $(node_modules/.bin/tsc --version)"
  for one in typescript typescript-native; do
    node "node_modules/$one/bin/tsc" login.ts --declaration --emitDeclarationOnly --target es2022 --outDir "$one"
    echo "$one: $(grep path "$one/login.d.ts" | sed 's/^ *//')"
  done
} | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
