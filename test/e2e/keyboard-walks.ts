import type { TextKey } from '../../src/i18n/keys.js';
import assert from 'node:assert/strict';
import type { EngineName } from '../support/engines.js';
import type { Visit } from './visit.js';

const invoicePage = '/invoices?pay=7435367';
const payment = `document.querySelector('connect-pay-invoice')`;
const radios = `[...${payment}.shadowRoot.querySelectorAll('input')]`;

/** What has the focus, inside whichever shadow trees. */
const focused = `(() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
})()`;

/** Every element of ours that Tab should come to, in the order of the flat tree, which is that of reading. */
const inReadingOrder = `(() => {
  const found = [];
  const walk = (node, isOurs) => {
    const isHere = isOurs || Boolean(node.shadowRoot && node.localName?.startsWith('connect-'));
    const isField = node.matches?.('a[href], button:enabled, input:enabled:not([type=radio]:not(:checked))');
    if (isOurs && isField && node.checkVisibility()) found.push(node);
    const assigned = node.localName === 'slot' ? node.assignedNodes() : [];
    const children = assigned.length ? assigned : (node.shadowRoot ?? node).childNodes;
    children.forEach((child) => walk(child, isHere));
  };
  walk(document.body, false);
  return found;
})()`;

/** Opens the page with the choice, and goes to it with Tab. */
async function goToChoice(visit: Visit): Promise<void> {
  await visit.open(invoicePage);
  await visit.until(`${payment}?.matches(':state(ready)')`);
  await tabTo(visit, `${radios}.includes(${focused})`);
}

/** Presses Tab until it has come there; more presses than any page has stops are too many. */
async function tabTo(visit: Visit, holds: string): Promise<void> {
  for (let press = 0; press < 80; press++) {
    if (await visit.evaluate(holds)) return;
    await visit.key('Tab');
  }
  throw new Error(`Tab does not come to ${holds}`);
}

/** Where the focus and the choice are, each as the number of a radio button. */
const places = (visit: Visit) =>
  visit.evaluate(
    `[${radios}.indexOf(${focused}), ${radios}.findIndex(({ checked }) => checked)].join()`,
  );

const isChosen = (visit: Visit, index: number) =>
  visit.until(
    `${radios}[${index}].checked && ${radios}[${index}] === ${focused} && ` +
      `${payment}.value === ['creditcardPayex', 'swishPayex', 'vippsEcommerce', 'nexi'][${index}]`,
  );

const press = (visit: Visit, key: TextKey, tag: string) =>
  tabTo(visit, `${focused}.dataset.key === '${key}' && ${within(tag)}`).then(() =>
    visit.key('Enter'),
  );

const within = (tag: string) => `document.querySelector('${tag}').shadowRoot.contains(${focused})`;

async function walkTheChoice(visit: Visit, engine: EngineName): Promise<void> {
  await goToChoice(visit);
  assert.equal(await places(visit), '0,0', 'Tab enters at the checked one');
  await visit.key('ArrowDown');
  await isChosen(visit, 1);
  await visit.key('ArrowUp');
  await isChosen(visit, 0);
  await visit.key('ArrowUp');
  // WebKit's own group ends at its ends; the others go round.
  await isChosen(visit, engine === 'webkit' ? 0 : 3);
  if (engine !== 'webkit') await visit.key('ArrowDown');
  await isChosen(visit, 0);
  await visit.key('ArrowDown', ' ');
  await isChosen(visit, 1);
  await visit.key('Home', 'End');
  assert.equal(await places(visit), '1,1', 'browsers give these to the page');
}

async function leaveTheChoice(visit: Visit): Promise<void> {
  await goToChoice(visit);
  await visit.key('ArrowDown', 'Tab');
  assert.equal(await visit.evaluate(`${focused}.localName`), 'button');
  await visit.key('Shift+Tab');
  await isChosen(visit, 1);
  await visit.key('Shift+Tab');
  assert.equal(await visit.evaluate(`${payment}.shadowRoot.contains(${focused})`), false);
}

async function walkFromTheRight(visit: Visit): Promise<void> {
  await goToChoice(visit);
  await visit.evaluate(`document.documentElement.dir = 'rtl'`);
  await visit.key('ArrowDown');
  await isChosen(visit, 1);
  // Which of the two goes forward differs by browser; that the other goes back does not.
  await visit.key('ArrowLeft');
  await visit.until(`${radios}.findIndex(({ checked }) => checked) !== 1`);
  await visit.key('ArrowRight');
  await isChosen(visit, 1);
}

async function waitWhileBusy(visit: Visit): Promise<void> {
  await goToChoice(visit);
  visit.demo.sandbox.faults.set('payInvoice', { kind: 'latency', ms: 1500 });
  await visit.key('Tab', 'Enter');
  await visit.until(`${payment}.matches(':state(submitting)')`);
  assert.equal(
    await visit.evaluate(`${radios}.every((radio) => radio.matches(':disabled'))`),
    true,
  );
  assert.equal(await visit.evaluate(`${focused}.localName`), 'button', 'the focus stays');
  await visit.key('Enter', 'Shift+Tab');
  assert.equal(await visit.evaluate(`${radios}.includes(${focused})`), false);
  await visit.until(`document.querySelector('#outcome-finished')`);
  assert.equal(visit.requests('payInvoice'), 1);
}

async function payAnInvoice(visit: Visit): Promise<void> {
  await goToChoice(visit);
  await visit.key('ArrowDown', 'ArrowDown');
  await isChosen(visit, 2);
  await visit.key('Tab', 'Enter');
  await visit.until(`document.querySelector('#outcome-finished')`);
  await tabTo(visit, `document.activeElement.id === 'outcome-finished'`);
  await visit.key('Enter');
  await visit.until(`location.href.startsWith('${visit.demo.url}/')`);
  await visit.seesKey('connect-pay-invoice', 'pay-invoice.registered');
  assert.equal(await visit.evaluate(`${focused}.matches('[part=message]')`), true);
  await visit.assertTold('pay-invoice', 'finished', true);
  assert.equal(visit.requests('payInvoice'), 1);
}

async function removeAnAgreement(visit: Visit): Promise<void> {
  const tag = 'connect-agreements[provider=vipps]';
  await visit.open('/agreements');
  await visit.until(`document.querySelector('${tag}')?.matches(':state(ready)')`);
  await press(visit, 'agreements.remove', tag);
  await visit.until(`${focused}.matches('[part=message]') && ${within(tag)}`);
  await press(visit, 'agreements.remove.no', tag);
  await visit.until(`${focused}.dataset.key === 'agreements.remove' && ${within(tag)}`);
  visit.demo.sandbox.faults.set('removeVippsAgreement', { kind: 'latency', ms: 500 });
  await visit.key('Enter');
  await visit.until(`${focused}.matches('[part=message]')`);
  await press(visit, 'agreements.remove.yes', tag);
  await visit.until(`document.querySelector('${tag}').matches(':state(submitting)')`);
  assert.equal(await visit.evaluate(within(tag)), true, 'the focus stays in the element');
  await visit.seesKey(tag, 'agreements.removed.title');
  await visit.until(`${focused}.matches('[part=message]') && ${within(tag)}`);
}

const ours = `[...document.querySelectorAll(':not(connect-config)')]
  .filter(({ localName }) => localName.startsWith('connect-'))`;
const rested = ':state(ready), :state(empty), :state(settled), :state(failed)';

/** Tab comes to everything that can be used, and to it as it is read and as it stands on the page. */
async function readInOrder(visit: Visit): Promise<void> {
  for (const path of [
    '/subscription',
    '/invoices',
    '/agreements',
    '/stored-method',
    '/vipps-payment',
  ]) {
    await visit.open(path);
    await visit.until(`${ours}.length && ${ours}.every((one) => one.matches('${rested}'))`);
    const stops = Number(await visit.evaluate(`(globalThis.stops = ${inReadingOrder}).length`));
    assert.ok(stops, `${path} has something to press`);
    await tabTo(visit, `stops.includes(${focused})`);
    for (let stop = 0; stop < stops; stop++) {
      const where = `stop ${stop} of ${path}`;
      assert.equal(await visit.evaluate(`stops.indexOf(${focused})`), stop, where);
      if (stop < stops - 1)
        await tabTo(visit, `${focused} !== stops[${stop}] && stops.includes(${focused})`);
    }
    // What stands beside each other in a row is read along the row.
    const top = `(one.closest('[part=item], [part=message]') ?? one).getBoundingClientRect().top`;
    const tops = `stops.map((one) => ${top})`;
    const goesUp = `${tops}.some((top, index, all) => top < (all[index - 1] ?? top)
      && stops[index].getRootNode() === stops[index - 1].getRootNode())`;
    assert.equal(await visit.evaluate(goesUp), false, `${path}: from top to bottom`);
  }
}

/** What is done with keys alone, and what it shows. */
export const walks: readonly (readonly [
  string,
  (visit: Visit, engine: EngineName) => Promise<void>,
])[] = [
  ['the choice is entered at the checked one, and the arrows choose and go round', walkTheChoice],
  ['Tab and Shift+Tab leave the choice, which is one stop', leaveTheChoice],
  ['the arrows choose from right to left as well', walkFromTheRight],
  ['nothing can be chosen or pressed again while it is busy', waitWhileBusy],
  ['an invoice is paid', payAnInvoice],
  ['an agreement is kept, then removed, and the focus is never lost', removeAnAgreement],
  ['Tab follows the order of reading on every page', readInOrder],
];
