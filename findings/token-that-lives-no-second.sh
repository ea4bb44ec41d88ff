#!/usr/bin/env bash
# How long an access token lives is a number in most settings: 300. jsonwebtoken and @fastify/jwt take it for seconds,
# fast-jwt, on which the latter stands, for milliseconds, and jose for a moment in time: on 1 January 1970 at 00:05. As
# it comes from the environment it is a text, "300", which the first three take for milliseconds. Such a token is signed
# without a warning and has ended when it is made, and every call of a subscriber is answered with "log in again".
#
# All four document it, each its own; "5m" means the same to all.
#
# Packages: jsonwebtoken@9.0.3, fast-jwt@6.3.6, @fastify/jwt@10.2.8, fastify@5.12.8, jose@6.2.18.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= 300: jsonwebtoken 300 s, @fastify/jwt 300 s, fast-jwt 0 s, jose ends in 1970
#= "300": jsonwebtoken 0 s, @fastify/jwt 0 s, fast-jwt 0 s, jose Invalid time period format
#= "5m": jsonwebtoken 300 s, @fastify/jwt 300 s, fast-jwt 300 s, jose 300 s
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  jsonwebtoken@9.0.3 fast-jwt@6.3.6 @fastify/jwt@10.2.8 fastify@5.12.8 jose@6.2.18
cat >try.mjs <<'JS'
import fastifyJwt from '@fastify/jwt';
import { createSigner } from 'fast-jwt';
import fastify from 'fastify';
import { SignJWT, decodeJwt } from 'jose';
import jsonwebtoken from 'jsonwebtoken';

const key = 'a key of at least thirty-two bytes';
const signers = {
  jsonwebtoken: (expiresIn) => jsonwebtoken.sign({}, key, { expiresIn }),
  '@fastify/jwt': async (expiresIn) => {
    const server = fastify();
    await server.register(fastifyJwt, { secret: key, sign: { expiresIn } });
    return server.jwt.sign({});
  },
  'fast-jwt': (expiresIn) => createSigner({ key, expiresIn })({}),
  jose: (expiresIn) => {
    const token = new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).setIssuedAt();
    return token.setExpirationTime(expiresIn).sign(new TextEncoder().encode(key));
  },
};
async function life(sign, setting) {
  try {
    const { iat, exp } = decodeJwt(await sign(setting));
    return exp < iat ? `ends in ${new Date(exp * 1000).getUTCFullYear()}` : `${exp - iat} s`;
  } catch ({ message }) {
    return message;
  }
}
for (const setting of [300, '300', '5m']) {
  const lives = [];
  for (const [name, sign] of Object.entries(signers)) lives.push(`${name} ${await life(sign, setting)}`);
  console.log(`${JSON.stringify(setting)}: ${lives.join(', ')}`);
}
JS
echo 'The same setting is five minutes, no second at all, or 1970, by the package that signs the token.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
