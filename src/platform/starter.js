/**
 * Stands in the page's HTML, as a classic script of its own in the head, and begins what the elements are going to read,
 * as `api/http.ts` would ask it. At most 400 bytes when it is minified; `early.ts` takes up what it has begun.
 *
 * Below any content it does nothing: markup there can name itself `currentScript`, or move addresses with a `<base>`,
 * and so carry a token elsewhere.
 */
(async (
  { body, currentScript: { dataset } },
  headers = { Accept: 'application/json' },
  // An empty referrer is none.
  init = { headers, redirect: 'manual', referrer: '', cache: 'no-store' },
  begun = (self.connectEarly = [dataset, new Date()]),
  // Whoever finds no answer here asks by itself, and hears then what is wrong.
  read = (answer) => answer.ok && answer.json(),
  begin = (request) =>
    begun.push(
      (request = new Request(request, init)),
      fetch(request)
        .then(read)
        .catch(() => 0),
    ),
  token = dataset.tokenUrl,
) => {
  if (body) return;
  if (token) {
    begin(token);
    // Of all who wait for it the first to go on: who takes the token up finds under way what needs it.
    token = (await begun[3]).access_token;
    headers.Authorization = 'Bearer ' + token;
    init.credentials = 'omit';
    if (!token) return;
  }
  dataset.read.split(' ').map(begin);
})(document);
