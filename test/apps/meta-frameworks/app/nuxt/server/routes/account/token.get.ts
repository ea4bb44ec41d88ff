// server/routes/account/token.get.ts
export default defineEventHandler(async (event) => {
  setHeader(event, 'Cache-Control', 'no-store');
  if (getHeader(event, 'sec-fetch-site') !== 'same-origin') throw createError({ statusCode: 403 });
  // The sandbox gives anyone a token. Yours goes to whoever is logged in, by the cookie of your site.
  return $fetch('http://localhost:8080/examples/token');
});
