// app/routes/token.ts
import type { Route } from './+types/token';

export async function loader({ request }: Route.LoaderArgs) {
  const headers = { 'Cache-Control': 'no-store' };
  if (request.headers.get('Sec-Fetch-Site') !== 'same-origin') {
    return new Response(null, { status: 403, headers });
  }
  // The sandbox gives anyone a token. Yours goes to whoever is logged in, by the cookie of your site.
  const answer = await fetch('http://localhost:8080/examples/token');
  return new Response(answer.body, { status: answer.status, headers });
}
