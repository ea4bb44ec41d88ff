// Brings the page's element into its state, and says when it is there.
import * as world from './world.js';

const scenario = JSON.parse(document.querySelector('#scenario').textContent);
const { now, waits = false, arrival, begun, vipps = {}, steps = [], at, shows, says } = scenario;
const element = document.querySelector(`connect-${scenario.element}`);
const { setTimeout } = window;
const pause = () => new Promise((resolve) => setTimeout(resolve, 10));

function find(selector) {
  if (selector.startsWith('> ')) return element.querySelector(`:scope ${selector}`);
  return selector
    .split(' >>> ')
    .reduce((found, part) => found?.shadowRoot?.querySelector(part), element);
}

async function until(look) {
  for (;;) {
    const found = look();
    if (found) return found;
    await pause();
  }
}

const isReady = () => element.matches(':state(ready), :state(empty)');

async function take({ press, perform }) {
  if (press) (await until(() => find(press))).click();
  else if (await until(isReady)) void element.perform(perform);
}

function isThere() {
  if (!element.matches(`:state(${at})`)) return false;
  const found = shows && find(shows);
  return (!shows || found) && (!says || new RegExp(says).test(found.textContent));
}

/** What was left behind before the page was opened. */
async function furnish() {
  if (arrival) history.replaceState(null, '', `${location.search || '?'}&${arrival}`);
  const key = `connect-elements ${new URL(element.getAttribute('src') ?? '', location.href).href}`;
  if (vipps.left) sessionStorage.setItem(key, vipps.left);
  if (vipps.isLocked) await world.holdLock(key);
  if (begun) {
    const { transactionId, paymentMethod, known } = begun;
    const phase = transactionId ? 'left' : 'posting';
    const line = [phase, transactionId, now, 'another-page', paymentMethod, known];
    // Of nobody in particular, a payment is every tab's, and anything else its own tab's.
    const isShared = begun.key.startsWith('connect-elements pay-invoice ');
    (isShared ? localStorage : sessionStorage).setItem(begun.key, line.join(' '));
    if (begun.isLocked) await world.holdLock(begun.key);
  }
}

const startClock = world.stopClock(now, waits);
world.ownStorage();
world.ownLocks();
world.holdAnswers();
world.leaveFocus();
// The page is what is looked at: it stays.
document.addEventListener('connect-redirect', (event) => event.preventDefault());
await furnish();
await import('/dist/cdn/connect-elements.js');
for (const step of steps) await take(step);
await until(isThere);
// A dialog takes no room in the page that it stands on.
if (element.shadowRoot.querySelector('dialog')) document.body.style.minHeight = '46rem';
// The browser itself brings the focus into one.
if (window.top !== window) element.shadowRoot.activeElement?.blur();
await document.fonts.ready;
await pause();
startClock();
document.documentElement.dataset.state = 'reached';
