// The event log and the switches beside the demo's pages. Nothing here is needed to use the elements.

// Folded away where it would stand below what a reader came for.
const wide = matchMedia('(min-width: 60rem)');
const panel = document.querySelector('aside > details');
const unfold = () => (panel.open = wide.matches);
wide.addEventListener('change', unfold);
unfold();

const events = [
  ...[
    'load',
    'select',
    'submit',
    'transaction',
    'redirect',
    'outcome',
    'confirmed',
    'remove',
    'removed',
    'error',
  ],
].map((name) => `connect-${name}`);
const list = document.querySelector('#events');
const key = 'event-log';

// The log is kept over the way to the provider and back, so that the whole story can be read.
const log = JSON.parse(sessionStorage.getItem(key) ?? '[]');

function show({ type, detail }) {
  const item = document.createElement('li');
  const name = document.createElement('strong');
  const pre = document.createElement('pre');
  name.textContent = type;
  pre.textContent = JSON.stringify(detail, null, 1);
  item.append(name, pre);
  list.prepend(item);
}

log.forEach(show);
for (const type of events) {
  document.addEventListener(type, ({ detail }) => {
    log.push({ type, detail });
    sessionStorage.setItem(key, JSON.stringify(log));
    show({ type, detail });
  });
}
document.querySelector('#clear').addEventListener('click', () => {
  sessionStorage.removeItem(key);
  log.length = 0;
  list.replaceChildren();
});

const form = document.querySelector('#faults');
const operations = [
  ...['*', 'listPaymentMethods', 'payInvoice', 'changePaymentMethod', 'listInvoices'],
  ...['listVippsAgreements', 'addVippsAgreement', 'removeVippsAgreement'],
  ...['listPayExTokens', 'addPayExToken', 'removePayExToken'],
  ...['listKlarnaTokens', 'addKlarnaToken', 'removeKlarnaToken'],
  ...['listNexiSubscriptions', 'addNexiSubscription', 'removeNexiSubscription'],
];
const kinds = {
  latency: { ms: 3000 },
  'late-answer': { ms: 30_000 },
  unauthorized: {},
  'rate-limited': { retryAfter: '5' },
  'server-error': {},
  'bad-gateway': {},
  'not-added': {},
  'broken-json': {},
  xml: {},
  'empty-body': {},
  'drop-before': {},
  'drop-after': {},
  'preflight-refused': {},
  'answer-withheld': {},
  redirect: { to: 'https://example.com/' },
};
form.operation.append(...operations.map((name) => new Option(name)));
form.kind.append(...Object.keys(kinds).map((name) => new Option(name)));

async function control(method, path, body) {
  const headers = { 'Content-Type': 'application/json' };
  await fetch(`/sandbox/${path}`, { method, headers, body: body && JSON.stringify(body) });
  await showFaults();
}

async function showFaults() {
  const active = await (await fetch('/sandbox/faults')).json();
  const items = active.map((fault) => {
    const item = document.createElement('li');
    item.textContent = JSON.stringify(fault);
    return item;
  });
  document.querySelector('#active').replaceChildren(...items);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const kind = form.kind.value;
  const times = Number(form.times.value) || undefined;
  control('POST', 'faults', { operation: form.operation.value, kind, ...kinds[kind], times });
});
document.querySelector('#calm').addEventListener('click', () => control('DELETE', 'faults'));
document.querySelector('#reset').addEventListener('click', async () => {
  await control('POST', 'reset');
  location.reload();
});
showFaults();
