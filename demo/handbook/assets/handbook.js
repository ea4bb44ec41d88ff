import { logEvent } from './event-log.js';

// The index is folded away where it would push the page down.
const wide = matchMedia('(min-width: 60rem)');
const index = document.querySelector('.index');
const unfold = () => {
  index.open = wide.matches;
};
wide.addEventListener('change', unfold);
unfold();

for (const block of document.querySelectorAll('.code')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(block.querySelector('code').textContent);
    button.textContent = 'Copied';
    setTimeout(() => (button.textContent = 'Copy'), 2000);
  });
  block.append(button);
}

document.querySelectorAll('.example').forEach(setUp);

/** The example's page takes its markup from the session's storage, which it has after a return as well. */
function setUp(example) {
  const { example: name, address } = example.dataset;
  const [markup, frame, log] = ['textarea', 'iframe', 'ol'].map((one) =>
    example.querySelector(one),
  );
  const written = markup.value;
  const show = () => {
    sessionStorage.setItem(`example ${name}`, markup.value);
    frame.src = address;
  };
  let pause;
  markup.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(show, 400);
  });
  addEventListener('message', ({ origin, source, data }) => {
    const isOurs = origin === location.origin && source === frame.contentWindow;
    if (isOurs && data?.type) logEvent(log, data);
  });
  const acts = {
    // With an opener, so that the new tab gets a copy of the session's storage.
    page: () => window.open(address),
    afresh: async () => {
      await fetch('/sandbox/reset', { method: 'POST' });
      for (const storage of [localStorage, sessionStorage]) {
        const kept = Object.keys(storage).filter((key) => key.startsWith('connect-elements '));
        kept.forEach((key) => storage.removeItem(key));
      }
      markup.value = written;
      log.replaceChildren();
      show();
    },
  };
  for (const button of example.querySelectorAll('[data-act]')) {
    button.addEventListener('click', acts[button.dataset.act]);
  }
  show();
}
