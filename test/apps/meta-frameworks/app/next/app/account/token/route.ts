// app/account/token/route.ts
export async function GET(request: Request) {
  const headers = { 'Cache-Control': 'no-store' };
  if (request.headers.get('Sec-Fetch-Site') !== 'same-origin') {
    return new Response(null, { status: 403, headers });
  }
  // The sandbox gives anyone a token. Yours goes to whoever is logged in, by the cookie of your site.
  const answer = await fetch('http://localhost:8080/examples/token', { cache: 'no-store' });
  return new Response(answer.body, { status: answer.status, headers });
}
