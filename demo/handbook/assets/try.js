import { logEvent } from './event-log.js';

// The page of a live example: in the frame on an element's page, or in a tab of its own.
const name = new URLSearchParams(location.search).get('example') ?? '';
const place = document.querySelector('#example');
const isFramed = parent !== window;
if (!isFramed) document.querySelectorAll('[hidden]').forEach((one) => (one.hidden = false));

// First of all, since the first event comes as soon as an element is there.
for (const type of document.body.dataset.events.split(' ')) {
  document.addEventListener(type, ({ detail }) => {
    if (isFramed) parent.postMessage({ type, detail }, location.origin);
    else logEvent(document.querySelector('ol'), { type, detail });
  });
}

try {
  const answer = await fetch('/examples/settings');
  if (!answer.ok) throw new Error('no sandbox');
  const { configure } = await import('/dist/cdn/connect-elements.js');
  configure(await answer.json());
  // Only pages of this site can have put it there: an address could be anybody's.
  const markup = sessionStorage.getItem(`example ${name}`) ?? 'Open this from an element’s page.';
  place.append(document.createRange().createContextualFragment(markup));
} catch {
  place.textContent = 'The live examples need the sandbox: npm start serves it with these pages.';
}
