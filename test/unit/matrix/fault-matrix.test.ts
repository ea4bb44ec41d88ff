import { expect } from '@open-wc/testing';
import '../../../src/everything.js';
import { useSandbox, type Report, type SandboxClient } from '../../support/sandbox-client.js';
import { isWhole } from '../whole.js';
import { Cell, poll, sum, type Seen } from './cell.js';
import { places, type Place, type Sight } from './places.js';
import { endOf, matrixFaults, ruleOf, saidOf, triesOf, type MatrixFault } from './rules.js';
import { matrixDocument } from './table.js';

/** What design and place say must be seen. */
function expected(place: Place, fault: MatrixFault): Seen {
  const { kind, before, after, operation, offers } = place;
  const { code } = ruleOf(fault, kind);
  const tries = triesOf(place, fault);
  const end = endOf(fault, kind);
  const sentences = code ? saidOf(place, code) : [];
  const told: Sight = { ...offers, says: [...(offers.says ?? []), ...sentences] };
  const strikes = { [operation]: fault.isSeen === false ? 0 : tries };
  return {
    ...(place.sights[end] ?? told),
    codes: code ? [code] : [],
    counts: sum(before, strikes, after[end]),
  };
}

/** What is seen once the element was used again: the good end, but for what cannot be done twice. */
function recovered(place: Place, fault: MatrixFault): Seen {
  const { kind, sights, operation, after, again, isRepeatable, leaves, reloads, unasked } = place;
  const end = endOf(fault, kind);
  const seen = expected(place, fault);
  const isOver = end === 'well' || (end === 'doubt, done' && !isRepeatable);
  if (isOver) return { ...seen, counts: sum(seen.counts, leaves ? {} : reloads) };
  // A list that nobody has asked for rests after a 429.
  const rests = kind === 're-read' && unasked === 'alone' && fault.family === 'limited';
  const more = sum({ [operation]: 1 }, again, rests ? {} : after.well);
  return { ...seen, ...(sights.well ?? seen), counts: sum(seen.counts, more) };
}

/** Looks until it is as expected; what it is when patience ends is what is compared. */
async function see(
  cell: Cell,
  sandbox: SandboxClient,
  { says, button, state, counts, codes }: Seen,
): Promise<{ seen: Seen; report: Report }> {
  const sight = { says, button, state };
  const text = (all: Seen['counts']) => JSON.stringify(Object.entries(all).sort());
  await poll(() => JSON.stringify(cell.look(sight)) === JSON.stringify(sight));
  let report = await sandbox.report();
  await poll(async () => {
    const isThere = text(cell.countsOf(report, counts)) === text(counts);
    if (!isThere) report = await sandbox.report();
    return isThere;
  });
  // What is shown may not hang on the answer that is told.
  await poll(() => cell.codes.length === codes.length);
  report = await sandbox.report();
  const seen = { ...cell.look(sight), codes: cell.codes, counts: cell.countsOf(report, counts) };
  return { seen, report };
}

/** The pauses between tries are those that the server has asked for, and are shown. */
function checkPauses(cell: Cell, { kind, unasked }: Place, fault: MatrixFault): void {
  // The pauses of what nobody has asked for are the flow's.
  if (kind === 'write' || unasked) return;
  const { tries } = ruleOf(fault, kind);
  const waited = cell.waits.reduce((total, ms) => total + ms, 0);
  // Our own account: 500 ms, doubled each time, times 0.5 to 1.5.
  const own = fault.own ?? [1750, 5250];
  const asked = fault.pause?.map((ms) => 3 * ms) ?? own;
  const [least = 0, most = 0] = tries === 4 ? asked : [];
  expect(waited, 'waited').to.be.within(least, most);
  if (fault.pause) expect([...cell.meanwhile].join()).to.match(/ again in \d+ seconds?…/);
}

/** Nothing was done twice, nor what should not have been, and no request went astray. */
function checkServer(
  { requests, transactions, strays }: Report,
  { kind, operation, make, isRepeatable }: Place,
  deeds: number,
): void {
  expect(strays, 'requests to another origin').to.equal(0);
  expect(requests.every(({ hadToken }) => hadToken)).to.equal(true);
  if (kind === 'write') {
    const done = requests.filter((one) => one.operationId === operation && one.isDone).length;
    expect(done, 'times that it was done').to.equal(deeds);
  }
  expect(transactions, 'transactions').to.equal((make?.length ?? 0) + (isRepeatable ? deeds : 0));
}

/** How often the element tries. */
function allTriesOf(place: Place, fault: MatrixFault): number {
  // Whatever the element reads afterwards is struck as well.
  const later = place.after[endOf(fault, place.kind)]?.[place.operation] ?? 0;
  return triesOf(place, fault) + later;
}

/** How often the fault strikes. */
function strikesOf(place: Place, fault: MatrixFault): number {
  if (!fault.fault) return 0;
  return fault.family === 'renewed' ? 1 : allTriesOf(place, fault);
}

/** The fault has struck, as often as the element has tried. */
function checkStrikes(cell: Cell, { met }: Report, place: Place, fault: MatrixFault): void {
  expect(cell.tries, 'tries').to.equal(allTriesOf(place, fault));
  expect(met - cell.resent, 'strikes').to.equal(strikesOf(place, fault));
  expect(cell.renewals, 'renewals').to.equal(Number(/renewed|unauthorized/.test(fault.family)));
}

/** A seventh of the faults of each place, another for the next; where an invoice is paid, each of them. */
function isSampled({ operation, kind }: Place, row: number, column: number): boolean {
  const isPayment = operation === 'payInvoice' && kind === 'write';
  return isWhole || isPayment || (row + column) % 7 === 0;
}

describe('the fault matrix', () => {
  let sandbox: SandboxClient;
  const names = matrixFaults('').map(({ name }) => name);
  const results = new Map<Place, Map<MatrixFault['name'], Seen>>();

  before(async () => {
    sandbox = await useSandbox();
  });

  async function play(place: Place, name: string): Promise<void> {
    const fault = matrixFaults(sandbox.elsewhere).find((one) => one.name === name);
    if (!fault) throw new Error(`no fault ${name}`);
    const cell = new Cell(place, fault, sandbox);
    try {
      await check(cell, place, fault);
    } finally {
      cell.close();
    }
  }

  async function check(cell: Cell, place: Place, fault: MatrixFault): Promise<void> {
    const end = endOf(fault, place.kind);
    const deeds = Number(/well|, done/.test(end));
    await cell.open();
    const wanted = expected(place, fault);
    const { seen, report } = await see(cell, sandbox, wanted);
    expect(seen).to.deep.equal(wanted);
    // What is shown may be there before a list beside it has given up.
    await poll(() => cell.tries >= triesOf(place, fault));
    // What the page has sent may not have come to the server.
    await poll(async () => (await sandbox.report()).met >= strikesOf(place, fault));
    const struck = await sandbox.report();
    // What the browser sends again by itself goes on meanwhile.
    cell.countsOf(struck, wanted.counts);
    checkStrikes(cell, struck, place, fault);
    checkPauses(cell, place, fault);
    checkServer(report, place, deeds);
    await cell.calm();
    await useAgain(cell, place, end);
    const final = recovered(place, fault);
    const last = await see(cell, sandbox, final);
    expect(last.seen, 'used again').to.deep.equal(final);
    const more = end !== 'well' && (!deeds || !!place.isRepeatable);
    checkServer(last.report, place, deeds + Number(more));
    expect(cell.navigations.length, 'navigations').to.equal(place.leaves ? 1 : 0);
    results.set(place, (results.get(place) ?? new Map<string, Seen>()).set(fault.name, seen));
  }

  async function useAgain(cell: Cell, place: Place, end: string): Promise<void> {
    const { kind, act, leaves, isRepeatable, offers, isBeside } = place;
    const isOver = end === 'well' || (end === 'doubt, done' && !isRepeatable);
    if (isOver && leaves) return;
    const { element } = cell;
    if ((isOver || isBeside || !offers.button) && readsAgain(element)) return element.reload();
    if (kind === 'write') return void (await act?.(cell.element));
    if (offers.button) cell.press(offers.button);
  }

  for (const [row, place] of places.entries()) {
    describe(`${place.tag}, ${place.name}`, () => {
      for (const [column, name] of names.entries()) {
        if (!isSampled(place, row, column)) continue;
        it(`holds when it meets: ${name}`, () => play(place, name));
      }
    });
  }

  after(() => {
    const cells = [...results.values()].reduce((total, row) => total + row.size, 0);
    console.log(`tally ${cells} cells of the fault matrix`);
    console.log(`tally ${names.length} faults`);
  });

  // Nested, since a suite's own tests run before those of the suites in it.
  describe('as a document', () => {
    it('is written down as it was found', async () => {
      const cells = [...results.values()].reduce((total, row) => total + row.size, 0);
      if (!isWhole) return expect(cells, 'cells').to.be.greaterThan(places.length * 3);
      expect(cells, 'cells').to.equal(places.length * names.length);
      const advice = 'UPDATE_DOCS=1 npx tsx test/support/unit-runner.ts writes it';
      const isSame = await sandbox.compare('fault-matrix', matrixDocument(names, results));
      expect(isSame, `demo/docs/fault-matrix.md is not what was found; ${advice}`).to.equal(true);
    });
  });
});

function readsAgain(element: Element): element is Element & { reload(): Promise<void> } {
  return 'reload' in element;
}
