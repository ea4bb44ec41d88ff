#!/usr/bin/env bash
# OAuth 2.0 has a client's id and secret form-encoded before they go into a Basic header (RFC 6749,
# 2.3.1). oauth4webapi (under openid-client) does so, and encodes "-", "_" and "." too, which that
# encoding leaves as they are; @node-oauth/oauth2-server does not decode. A client whose id has a
# hyphen, as many have, is unknown to the server; one without works, so that a first trial succeeds.
# With client_secret_post both work.
#
# Packages: oauth4webapi@3.8.8, @node-oauth/oauth2-server@5.3.0.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= ClientSecretBasic: gazette arrives as gazette
#= ClientSecretBasic: gazette-web arrives as gazette%2Dweb
#= ClientSecretPost: gazette arrives as gazette
#= ClientSecretPost: gazette-web arrives as gazette-web
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  oauth4webapi@3.8.8 @node-oauth/oauth2-server@5.3.0
cat >try.mjs <<'JS'
import OAuth2Server from '@node-oauth/oauth2-server';
import * as oauth from 'oauth4webapi';

const server = { issuer: 'https://login.example', token_endpoint: 'https://login.example/token' };
/** What the server's model is asked for, when the client asks for a token. */
async function arrives(id, authentication) {
  let asked;
  const model = {
    getClient: async (clientId) => {
      asked = clientId;
    },
    saveToken: async () => false,
  };
  const answer = async (url, { method, headers, body }) => {
    const form = Object.fromEntries(body);
    const all = { ...headers, 'content-length': '1' };
    const request = new OAuth2Server.Request({ method, headers: all, query: {}, body: form });
    const refused = () => undefined;
    await new OAuth2Server({ model }).token(request, new OAuth2Server.Response({})).catch(refused);
    return new Response('{}');
  };
  const options = { [oauth.customFetch]: answer };
  const client = { client_id: id };
  await oauth.clientCredentialsGrantRequest(server, client, authentication('secret'), {}, options);
  return asked;
}
for (const name of ['ClientSecretBasic', 'ClientSecretPost'])
  for (const id of ['gazette', 'gazette-web'])
    console.log(`${name}: ${id} arrives as ${await arrives(id, oauth[name])}`);
JS
cat <<'TEXT'
oauth4webapi 3.8.8 and @node-oauth/oauth2-server 5.3.0: a client id with a hyphen does not arrive.
TEXT
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
