// Stands in a page's head, served by the test: tells it what becomes of the page, which nothing is attached to.
const { origin } = new URL(document.currentScript.src);
const id = crypto.randomUUID();
let lastBeat = performance.now();

function report(what, more = {}) {
  const said = {
    what,
    document: id,
    path: location.pathname,
    isPrerendering: !!document.prerendering,
  };
  // As text without CORS it needs no preflight; kept alive, it also comes from a page that is left.
  const options = { method: 'POST', mode: 'no-cors', keepalive: true };
  fetch(`${origin}/report`, { ...options, body: JSON.stringify({ ...said, ...more }) }).catch(
    () => {},
  );
}

setInterval(() => (lastBeat = performance.now()), 50);
addEventListener('pageshow', ({ persisted }) => report('shown', { persisted }));
document.addEventListener('prerenderingchange', () => report('activated'));
document.addEventListener('freeze', () => report('frozen'));
document.addEventListener('resume', () =>
  report('resumed', { silence: performance.now() - lastBeat }),
);
report('started');
