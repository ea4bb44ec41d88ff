// src/routes/account/token/+server.ts
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ request, fetch }) => {
  const headers = { 'Cache-Control': 'no-store' };
  if (request.headers.get('Sec-Fetch-Site') !== 'same-origin') {
    return new Response(null, { status: 403, headers });
  }
  // The sandbox gives anyone a token. Yours goes to whoever is logged in, by the cookie of your site.
  const answer = await fetch('http://localhost:8080/examples/token');
  return new Response(answer.body, { status: answer.status, headers });
};
