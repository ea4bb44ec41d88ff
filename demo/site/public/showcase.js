// The front page: what is chosen is shown at once, and what it says is written down as it comes.
const form = document.querySelector('.choice');
const place = document.querySelector('#show');
const send = (path, body) => {
  const headers = { 'Content-Type': 'application/json' };
  return fetch(path, { method: 'POST', headers, body: JSON.stringify(body), keepalive: true });
};

let isStruck = false;

/** A fault that was set elsewhere, as in the panel, is not this page's to take away. */
async function switchFault(fault) {
  const wasStruck = isStruck;
  isStruck = fault !== 'none';
  if (isStruck || wasStruck) await send('/showcase/fault', { fault });
}

async function show() {
  const query = new URLSearchParams(new FormData(form));
  const [answer] = await Promise.all([fetch(`/?${query}`), switchFault(form.fault.value)]);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const opened = place.querySelector('details[open]')?.dataset.snippet;
  place.replaceChildren(...page.querySelector('#show').childNodes);
  const same = place.querySelector(`details[data-snippet="${opened}"]`);
  if (same) same.open = true;
  history.replaceState(null, '', `/?${query}`);
}

function write({ type, detail }) {
  const item = document.createElement('li');
  const name = document.createElement('strong');
  const pre = document.createElement('pre');
  name.textContent = type;
  pre.textContent = JSON.stringify(detail, null, 1);
  item.append(name, pre);
  place.querySelector('.heard ol').prepend(item);
}

addEventListener('message', ({ origin, source, data }) => {
  const frame = place.querySelector('iframe');
  if (origin !== location.origin || source !== frame.contentWindow) return;
  if (data.type) write(data);
  else if (data.height) frame.style.height = `${data.height}px`;
});
// The pages of the login and the provider are of other origins, and tell no height.
const onLoad = ({ target }) => {
  if (!target.contentDocument) target.style.height = '34rem';
};
place.addEventListener('load', onLoad, true);

const acts = {
  afresh: async () => {
    await send('/sandbox/reset', {});
    for (const storage of [localStorage, sessionStorage]) {
      const kept = Object.keys(storage).filter((key) => key.startsWith('connect-elements '));
      kept.forEach((key) => storage.removeItem(key));
    }
    await show();
  },
  copy: async (button) => {
    const code = button.closest('.code').querySelector('code');
    await navigator.clipboard.writeText(code.textContent);
    const name = button.textContent;
    if (name === 'Copied') return;
    button.textContent = 'Copied';
    setTimeout(() => (button.textContent = name), 2000);
  },
};

form.addEventListener('change', show);
place.addEventListener('click', ({ target }) => {
  const button = target.closest('[data-act]');
  if (button) acts[button.dataset.act](button);
});
// A fault is for this page alone: who goes on to the newspaper finds everything at work.
addEventListener('pagehide', () => switchFault('none'));
if (form.fault.value !== 'none') show();
