// In Node alone: it loads the module twice, as two tabs would, and waits by Node's own turns.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConnectError, configError, type ConnectErrorCode } from '../api/errors.js';
import type { Told } from './events.js';
import { Journal } from './journal.js';
import { subjectKey } from './subject-key.js';
import { FlowRunner } from './runner.js';
import type { FlowHost, FlowPage, FlowServer, LockOptions, LookOptions } from './seam.js';
import type { Entry, Finding, FlowStateName, OpenClaim, Request } from './states.js';
import type { Outcome, Subject, Transaction } from './transaction.js';

const minute = 60_000;

const invoice: Request = {
  flow: 'pay-invoice',
  paymentMethod: 'vipps',
  productCode: 'DN',
  invoiceNumber: '1001',
  companyCode: 'C',
  amount: 100,
};
const change: Request = {
  flow: 'change-method',
  paymentMethod: 'autoGiro',
  productCode: 'DN',
  invoiceNumber: '',
};
const addition: Request = { ...change, flow: 'add-agreement', paymentMethod: 'nexi', known: 'abc' };

/** Whatever is waited for of promises alone. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

interface Timer {
  readonly at: number;
  readonly ring: () => void;
}

interface Holder {
  readonly onLost: (() => void) | undefined;
}

/** A browser with virtual time, and with storage and locks that its tabs share. */
class Browser {
  readonly kept = new Map<string, string>();
  readonly holders = new Map<string, Holder>();
  readonly tabs: Tab[] = [];
  time = 1_700_000_000_000;
  #timers: Timer[] = [];
  #waiting: { readonly name: string; readonly go: () => void }[] = [];

  wait(ms: number): Promise<void> {
    return new Promise((ring) => this.#timers.push({ at: this.time + ms, ring }));
  }

  /** Lets time pass; whatever is due happens in its order. */
  async pass(ms: number): Promise<void> {
    const end = this.time + ms;
    await settle();
    for (let next = this.#next(end); next; next = this.#next(end)) {
      const { at, ring } = next;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.time = Math.max(this.time, at);
      ring();
      await settle();
    }
    this.time = end;
  }

  /** What is waited for comes no later for that. */
  setBack(ms: number): void {
    this.time -= ms;
    this.#timers = this.#timers.map(({ at, ring }) => ({ at: at - ms, ring }));
  }

  #next(end: number): Timer | undefined {
    return this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  }

  letGo(name: string, holder: Holder): void {
    if (this.holders.get(name) !== holder) return;
    this.holders.delete(name);
    const free = this.#waiting.filter((one) => one.name === name);
    this.#waiting = this.#waiting.filter((one) => one.name !== name);
    for (const { go } of free) go();
  }

  untilFree(name: string): Promise<void> {
    return new Promise((go) => this.#waiting.push({ name, go }));
  }
}

class Tab implements FlowPage {
  readonly runners: FlowRunner[] = [];
  isVisible = true;

  constructor(readonly browser: Browser) {
    browser.tabs.push(this);
  }

  now = () => this.browser.time;
  random = () => Math.random();
  wait = (ms: number) => this.browser.wait(ms);
  isSeen = () => this.isVisible;

  store(key: string, value?: string): string | null {
    const { kept, tabs } = this.browser;
    if (value) kept.set(key, value);
    else if (value === '') kept.delete(key);
    // A browser tells other tabs alone.
    if (value != null) {
      for (const { runners } of tabs.filter((tab) => tab !== this)) {
        for (const runner of runners) queueMicrotask(() => runner.heed(key));
      }
    }
    return kept.get(key) ?? null;
  }

  async lock(name: string, { takesOver, onLost }: LockOptions = {}) {
    const { browser } = this;
    const other = browser.holders.get(name);
    if (other && !takesOver) return undefined;
    const holder: Holder = { onLost };
    browser.holders.set(name, holder);
    if (other) queueMicrotask(() => other.onLost?.());
    const release = () => browser.letGo(name, holder);
    return (ms = 0) => void (ms ? browser.wait(ms).then(release) : release());
  }

  async free(name: string, onHeld: () => void): Promise<void> {
    if (!this.browser.holders.has(name)) return;
    onHeld();
    await this.browser.untilFree(name);
  }
}

/** Something that was asked for, and that the test answers when it likes. */
interface Asked<Subject, Answer> {
  readonly subject: Subject;
  readonly answer: (answer: Answer) => Promise<void>;
  readonly fail: (code: ConnectErrorCode) => Promise<void>;
  readonly throw: (cause: unknown) => Promise<void>;
}

function ask<Asker, Answer>(list: Asked<Asker, Answer>[], subject: Asker): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown) => {
      reject(cause);
      return settle();
    };
    list.push({
      subject,
      answer: (answer) => {
        resolve(answer);
        return settle();
      },
      fail: (code) => fail(new ConnectError(code, 'said by the test')),
      throw: fail,
    });
  });
}

class Server implements FlowServer {
  readonly looks: Asked<Subject, Finding>[] = [];
  readonly looked: LookOptions[] = [];
  readonly creates: Asked<Request, number>[] = [];

  look(subject: Subject, options: LookOptions): Promise<Finding> {
    this.looked.push(options);
    return ask(this.looks, subject);
  }

  create(subject: Request): Promise<number> {
    return ask(this.creates, subject);
  }

  /** The question that was asked last. */
  get lastLook(): Asked<Subject, Finding> {
    return last(this.looks);
  }

  get lastCreate(): Asked<Request, number> {
    return last(this.creates);
  }
}

class Host implements FlowHost {
  readonly told: Told[] = [];
  readonly left: number[] = [];
  readonly forgotten: boolean[] = [];
  readonly permits: Asked<Request, boolean>[] = [];
  /** How often what is shown has changed. */
  changes = 0;
  /** Whether the test answers when the page is asked. */
  isAsked = false;
  departure: () => Promise<void> = async () => {};

  changed: FlowHost['changed'] = () => void this.changes++;

  async permit(subject: Request): Promise<boolean> {
    return this.isAsked ? ask(this.permits, subject) : true;
  }

  async depart({ transactionId }: Transaction): Promise<void> {
    this.left.push(transactionId);
    await this.departure();
  }

  tell: FlowHost['tell'] = (told) => void this.told.push(told);

  forgetArrival = (isLeaving: boolean) => void this.forgotten.push(isLeaving);

  /** What was told, in short. */
  get said(): readonly string[] {
    return this.told.map((told) => {
      switch (told.name) {
        case 'transaction':
          return `transaction ${told.transaction.transactionId}`;
        case 'outcome':
          return `outcome ${told.back.arrival?.outcome ?? 'unreadable'}`;
        case 'confirmed':
          return `confirmed ${told.transactionId} ${told.confirmed}`;
        case 'error':
          return `error ${told.error.code}`;
      }
    });
  }
}

function last<Item>(items: readonly Item[]): Item {
  const item = items.at(-1);
  assert.ok(item, 'nothing was asked');
  return item;
}

interface Given {
  readonly tab?: Tab;
  readonly server?: Server;
  readonly subject?: Request;
  readonly Runner?: typeof FlowRunner;
}

/** An element on a page, not begun. */
function element(given: Given = {}) {
  const { tab = new Tab(new Browser()), server = new Server(), subject = invoice } = given;
  const { browser } = tab;
  const host = new Host();
  const { flow, paymentMethod, productCode, invoiceNumber, known } = subject;
  const about: Subject = {
    flow,
    paymentMethod,
    productCode,
    invoiceNumber,
    ...(known && { known }),
  };
  const runner = new (given.Runner ?? FlowRunner)(about, tab, server, host);
  tab.runners.push(runner);
  const press = (pressed = subject) => {
    runner.send({ type: 'pressed', subject: pressed });
    return settle();
  };
  const name = (): FlowStateName => runner.state.name;
  const isLocked = () => browser.holders.has(subjectKey(subject));
  const kept = () => new Journal(tab, about, 'the test').recall();
  return { tab, browser, server, host, runner, press, name, isLocked, kept };
}

function begun(given: Given = {}) {
  const one = element(given);
  one.runner.begin();
  return one;
}

/** One whose POST has been sent. */
async function posting(given: Given = {}) {
  const one = begun(given);
  await one.press();
  await one.server.lastLook.answer({ is: 'open' });
  assert.equal(one.name(), 'posting');
  return one;
}

/** One that has sent the browser away with 42. */
async function leaving(given: Given = {}) {
  const one = await posting(given);
  await one.server.lastCreate.answer(42);
  assert.equal(one.name(), 'leaving');
  return one;
}

/** One whose page has been come back to. */
async function back(outcome: Outcome, given: Given = {}) {
  const one = element(given);
  const { subject = invoice } = given;
  const { flow, paymentMethod, productCode, invoiceNumber } = subject;
  const about = { flow, paymentMethod, productCode, invoiceNumber };
  one.runner.arrive({ arrival: { ...about, transactionId: 42, outcome } });
  await settle();
  return one;
}

/** The server says no, and two seconds later once more. */
async function deny({ server, browser }: Pick<ReturnType<typeof element>, 'server' | 'browser'>) {
  await server.lastLook.answer({ is: 'open' });
  await browser.pass(2_000);
  await server.lastLook.answer({ is: 'open' });
}

const phaseOf = (entry: Entry | undefined) =>
  entry && `${entry.phase} ${entry.transaction.transactionId}`;

function isRunnerModule(value: unknown): value is { readonly FlowRunner: typeof FlowRunner } {
  return !!value && typeof value === 'object' && 'FlowRunner' in value;
}

/** Another tab is another realm: nothing that this one's module holds is known there. */
async function otherRealm(): Promise<typeof FlowRunner> {
  const address = './runner.js?other';
  const loaded: unknown = await import(address);
  assert.ok(isRunnerModule(loaded));
  assert.notEqual(loaded.FlowRunner, FlowRunner);
  return loaded.FlowRunner;
}

describe('a press', () => {
  it('is taken at once, before anything is awaited', () => {
    const { runner, name } = begun();
    runner.send({ type: 'pressed', subject: invoice });
    assert.equal(name(), 'locking');
  });

  it('leaves with the id that the server gave', async () => {
    const { host, server, isLocked, kept, browser } = await leaving();
    assert.deepEqual(host.left, [42]);
    assert.deepEqual(host.said, ['transaction 42']);
    assert.deepEqual(host.forgotten, [true]);
    assert.equal(server.creates.length, 1);
    assert.equal(phaseOf(kept()), 'left 42');
    // Other tabs have to hear what was stored first.
    await browser.pass(499);
    assert.equal(isLocked(), true);
    await browser.pass(1);
    assert.equal(isLocked(), false);
  });

  it('seven times is one POST', async () => {
    const { runner, server, host } = begun();
    for (let press = 0; press < 7; press++) runner.send({ type: 'pressed', subject: invoice });
    await settle();
    assert.equal(server.looks.length, 1);
    await server.lastLook.answer({ is: 'open' });
    assert.equal(server.creates.length, 1);
    await server.lastCreate.answer(42);
    assert.deepEqual(host.left, [42]);
  });

  it('seven times, each a while after the other, is one POST', async () => {
    const { press, server, browser } = begun();
    for (let count = 0; count < 7; count++) {
      await press();
      await browser.pass(100);
      for (const look of server.looks) await look.answer({ is: 'open' });
    }
    assert.deepEqual([server.looks.length, server.creates.length], [1, 1]);
  });

  it('is written down before the POST is sent', async () => {
    const { runner, server, kept, press } = begun();
    let then: string | undefined;
    server.create = () => {
      then = phaseOf(kept());
      return new Promise(() => {});
    };
    await press();
    await server.lastLook.answer({ is: 'open' });
    assert.equal(runner.state.name, 'posting');
    assert.equal(then, 'posting 0');
  });

  it('asks for what was pressed', async () => {
    const { press, server } = begun();
    const other = { ...invoice, paymentMethod: 'nexi' };
    await press(other);
    await server.lastLook.answer({ is: 'open' });
    assert.deepEqual(server.lastLook.subject, other);
    assert.deepEqual(server.lastCreate.subject, other);
  });

  it('is carried out to its end, whatever the page does while it is told', async () => {
    const { runner, host, server, name } = await posting();
    host.tell = () => runner.end();
    await server.lastCreate.answer(42);
    assert.deepEqual([host.forgotten, host.left], [[true], [42]]);
    assert.equal(name(), 'idle');
  });

  it('goes on with the event of the page that it is on, and with no other', async () => {
    const { host, runner, server, isLocked } = begun();
    host.isAsked = true;
    runner.send({ type: 'pressed', subject: invoice });
    await settle();
    assert.deepEqual([host.permits.length, server.looks.length], [1, 0]);
    assert.equal(isLocked(), true);
    await last(host.permits).answer(true);
    assert.deepEqual([server.looks.length, server.creates.length], [1, 0]);
  });
});

describe('the read before a POST', () => {
  it('comes first, once, and is one try', async () => {
    const { press, server } = begun();
    await press();
    assert.deepEqual([server.looks.length, server.creates.length], [1, 0]);
    assert.equal(last(server.looked).isOnce, true);
    await server.lastLook.answer({ is: 'open' });
    assert.deepEqual([server.looks.length, server.creates.length], [1, 1]);
  });

  it('stops nobody when it fails', async () => {
    const { press, server, host } = begun();
    await press();
    await server.lastLook.fail('server');
    assert.equal(server.creates.length, 1);
    assert.deepEqual(host.said, []);
  });

  it('stops nobody when it cannot tell', async () => {
    const { press, server } = begun();
    await press();
    await server.lastLook.answer({ is: 'unclear' });
    assert.equal(server.creates.length, 1);
  });

  it('stops nobody for longer than three seconds', async () => {
    const { press, server, browser } = begun();
    await press();
    await browser.pass(2_999);
    assert.equal(server.creates.length, 0);
    assert.equal(last(server.looked).signal.aborted, false);
    await browser.pass(1);
    assert.equal(server.creates.length, 1);
    assert.equal(last(server.looked).signal.aborted, true);
  });

  it('is dropped when it is answered later', async () => {
    const { press, server, browser, name, host } = begun();
    await press();
    await browser.pass(3_000);
    await server.lastLook.answer({ is: 'done' });
    assert.equal(name(), 'posting');
    assert.deepEqual(host.said, []);
  });

  it('says done: no POST', async () => {
    const { press, server, host, name, isLocked, kept } = begun();
    await press();
    await server.lastLook.answer({ is: 'done' });
    assert.equal(name(), 'registered');
    assert.equal(server.creates.length, 0);
    assert.deepEqual(host.said, ['confirmed 0 true']);
    assert.equal(isLocked(), false);
    assert.equal(phaseOf(kept()), 'done 0');
  });

  it('says done to a reader who has insisted: a POST', async () => {
    const { press, server, runner } = begun();
    await press();
    await server.lastLook.answer({ is: 'done' });
    runner.send({ type: 'insisted' });
    runner.send({ type: 'affirmed' });
    await press();
    await server.lastLook.answer({ is: 'done' });
    assert.equal(server.creates.length, 1);
  });

  it('wants another amount than the button says: no POST, and the lock is free', async () => {
    const { press, server, runner, isLocked } = begun();
    await press();
    await server.lastLook.answer({ is: 'open', amount: 150 });
    const { state } = runner;
    assert.deepEqual(state, { name: 'choosing', notice: { is: 'new-amount', amount: 150 } });
    assert.equal(server.creates.length, 0);
    assert.equal(isLocked(), false);
  });

  it('sends nothing when another page has left meanwhile and nobody has heard of it yet', async () => {
    const { press, server, tab, name, isLocked } = begun();
    await press();
    const other = new Journal(tab, invoice, 'another page');
    other.remember({ phase: 'left', transaction: { ...invoice, transactionId: 41 } });
    await server.lastLook.answer({ is: 'open' });
    assert.equal(name(), 'away');
    assert.equal(server.creates.length, 0);
    assert.equal(isLocked(), false);
  });

  it('is asked again when the page was hidden meanwhile', async () => {
    const { press, server, runner } = begun();
    await press();
    runner.seen();
    assert.equal(server.looks.length, 2);
    assert.equal(server.looked[0]?.signal.aborted, true);
    await server.looks[0]?.answer({ is: 'open' });
    assert.equal(server.creates.length, 0);
    await server.lastLook.answer({ is: 'done' });
    assert.equal(server.creates.length, 0);
  });
});

describe('a read that is begun before the press', () => {
  /** How many are asked in all, when one was begun and answered and something happened since. */
  async function asked(
    since: (one: ReturnType<typeof begun>) => void | Promise<void>,
    pressed = invoice,
    touched = invoice,
  ): Promise<number> {
    const one = begun({ subject: touched });
    one.runner.touch(touched);
    await one.server.lastLook.answer({ is: 'open' });
    await since(one);
    await one.press(pressed);
    return one.server.looks.length;
  }

  it('is one try, and is not asked again within ten seconds', async () => {
    const one = begun();
    one.runner.touch(invoice);
    assert.equal(last(one.server.looked).isOnce, true);
    assert.equal(await asked(({ browser }) => browser.pass(9_999)), 1);
  });

  it('is not begun again by a second touch', async () => {
    assert.equal(await asked(({ runner }) => runner.touch(invoice)), 1);
  });

  it('is asked again after ten seconds', async () => {
    assert.equal(await asked(({ browser }) => browser.pass(10_000)), 2);
  });

  it('is as old as its question, not as its answer', async () => {
    const { runner, server, browser, press } = begun();
    runner.touch(invoice);
    await browser.pass(2_000);
    await server.lastLook.answer({ is: 'open' });
    await browser.pass(8_000);
    await press();
    assert.equal(server.looks.length, 2);
  });

  it('is asked again when the page was hidden since, beside what is read when it is seen', async () => {
    assert.equal(await asked(({ runner }) => runner.seen()), 3);
  });

  it('is asked again when the clock was set back since', async () => {
    assert.equal(await asked(({ browser }) => void (browser.time -= minute)), 2);
  });

  it('is asked again when it failed', async () => {
    const { runner, server, press } = begun();
    runner.touch(invoice);
    await server.lastLook.fail('network');
    await press();
    assert.equal(server.looks.length, 2);
    await server.lastLook.answer({ is: 'done' });
    assert.equal(server.creates.length, 0);
  });

  it('holds for an invoice whichever way it is paid', async () => {
    assert.equal(await asked(() => {}, { ...invoice, paymentMethod: 'nexi' }), 1);
  });

  it('holds for an invoice whatever the button says, and the amount is held against it', async () => {
    const { runner, server, press } = begun();
    runner.touch({ ...invoice, amount: undefined });
    await server.lastLook.answer({ is: 'open', amount: 150 });
    await press();
    assert.deepEqual([server.looks.length, server.creates.length], [1, 0]);
  });

  it('is asked again for the invoice of another company', async () => {
    assert.equal(await asked(() => {}, { ...invoice, companyCode: 'D' }), 2);
  });

  it('is asked again for another method of a product', async () => {
    assert.equal(await asked(() => {}, { ...change, paymentMethod: 'invoice' }, change), 2);
    assert.equal(await asked(() => {}, change, change), 1);
  });

  it('is asked again for an addition that knows of another list', async () => {
    assert.equal(await asked(() => {}, { ...addition, known: 'other' }, addition), 2);
    assert.equal(await asked(() => {}, addition, addition), 1);
  });

  it('is waited for when it has not been answered yet', async () => {
    const { runner, server, press } = begun();
    runner.touch(invoice);
    await press();
    assert.deepEqual([server.looks.length, server.creates.length], [1, 0]);
    await server.lastLook.answer({ is: 'done' });
    assert.equal(server.creates.length, 0);
  });

  it('keeps nobody for longer than three seconds of its own', async () => {
    const { runner, server, press, browser } = begun();
    runner.touch(invoice);
    await browser.pass(2_000);
    await press();
    await browser.pass(999);
    assert.equal(server.creates.length, 0);
    await browser.pass(1);
    assert.equal(server.creates.length, 1);
  });

  it('makes way for a question about something else, which an end of the first does not end', async () => {
    const { runner, server, press } = begun({ subject: change });
    const other = { ...change, paymentMethod: 'invoice' };
    runner.touch(change);
    runner.touch(other);
    assert.equal(server.looked[0]?.signal.aborted, true);
    await server.looks[0]?.fail('network');
    await press(other);
    assert.equal(server.looks.length, 2);
  });

  it('ends when something else is pressed', async () => {
    const { runner, server, press } = begun({ subject: change });
    runner.touch(change);
    await press({ ...change, paymentMethod: 'invoice' });
    assert.deepEqual(
      server.looked.map(({ signal }) => signal.aborted),
      [true, false],
    );
  });

  it('stands for one press', async () => {
    const { runner, server, press } = begun();
    runner.touch(invoice);
    await server.lastLook.answer({ is: 'open', amount: 150 });
    await press();
    await press();
    assert.equal(server.looks.length, 2);
  });

  it('is not begun by somebody who cannot press', async () => {
    const { runner, server } = await posting();
    runner.touch(invoice);
    assert.equal(server.looks.length, 1);
    const idle = element();
    idle.runner.touch(invoice);
    assert.equal(idle.server.looks.length, 0);
  });

  it('ends with the element', async () => {
    const { runner, server } = begun();
    runner.touch(invoice);
    runner.end();
    assert.equal(last(server.looked).signal.aborted, true);
  });
});

describe('a page', () => {
  it('that says no: nothing is sent, and the lock is free', async () => {
    const { host, press, server, name, isLocked, kept } = begun();
    host.isAsked = true;
    await press();
    await last(host.permits).answer(false);
    assert.equal(name(), 'choosing');
    assert.deepEqual([server.looks.length, server.creates.length], [0, 0]);
    assert.deepEqual(host.said, []);
    assert.equal(isLocked(), false);
    assert.equal(kept(), undefined);
  });

  it('with a wrong setting: nothing is sent, the error is told, and the lock is free', async () => {
    const { host, press, server, runner, isLocked } = begun();
    host.isAsked = true;
    await press();
    await last(host.permits).throw(configError('client-id', 'a text'));
    const { state } = runner;
    assert.deepEqual(state, { name: 'choosing', notice: { is: 'refused', code: 'config' } });
    assert.deepEqual([server.looks.length, server.creates.length], [0, 0]);
    assert.deepEqual(host.said, ['error config']);
    assert.equal(isLocked(), false);
  });

  it('that has said yes to an earlier press may say no to this one', async () => {
    const { host, press, server, runner, name } = begun();
    host.isAsked = true;
    await press();
    runner.end();
    runner.begin();
    await press();
    assert.equal(host.permits.length, 2);
    await host.permits[0]?.answer(true);
    assert.equal(name(), 'permitting');
    await host.permits[1]?.answer(false);
    assert.equal(name(), 'choosing');
    assert.deepEqual([server.looks.length, server.creates.length], [0, 0]);
  });
});

describe('a POST', () => {
  for (const code of ['in-doubt', 'invalid-response'] as const) {
    it(`whose answer is lost: in doubt, and the server is read (${code})`, async () => {
      const { server, host, name, isLocked } = await posting();
      await server.lastCreate.fail(code);
      assert.equal(name(), 'in-doubt');
      assert.deepEqual(host.said, [`error ${code}`]);
      assert.equal(server.looks.length, 2);
      assert.equal(last(server.looked).isOnce, false);
      assert.equal(isLocked(), false);
    });
  }

  it('that ends in something nobody has thought of is in doubt', async () => {
    const { server, name } = await posting();
    await server.lastCreate.throw(new TypeError('x is not a function'));
    assert.equal(name(), 'in-doubt');
  });

  it('whose answer is lost and that the server knows: it is told', async () => {
    const { server, host, name, kept } = await posting();
    await server.lastCreate.fail('in-doubt');
    await server.lastLook.answer({ is: 'done' });
    assert.equal(name(), 'registered');
    assert.deepEqual(host.said, ['error in-doubt', 'confirmed 0 true']);
    assert.equal(phaseOf(kept()), 'done 0');
  });

  it('whose answer is lost and that the server does not know: one may press again', async () => {
    const one = await posting();
    const { server, press, runner, kept } = one;
    await server.lastCreate.fail('in-doubt');
    assert.equal(phaseOf(kept()), 'posting 0');
    await deny(one);
    const { state } = runner;
    assert.ok(state.name === 'choosing' && state.notice?.is === 'not-registered');
    assert.equal(kept(), undefined);
    await press();
    await server.lastLook.answer({ is: 'open' });
    assert.equal(server.creates.length, 2);
  });

  it('whose answer is lost, and the server cannot be read: told, and nothing is sent', async () => {
    const { server, host, runner, press } = await posting();
    await server.lastCreate.fail('in-doubt');
    await server.lastLook.fail('network');
    const { state } = runner;
    assert.ok(state.name === 'in-doubt' && state.inquiry === 'unanswered');
    assert.equal(state.failure, 'network');
    assert.deepEqual(host.said, ['error in-doubt', 'error network']);
    await press();
    assert.equal(server.creates.length, 1);
  });

  for (const code of ['unauthorized', 'rate-limited', 'config', 'timeout'] as const) {
    it(`that is refused: told, and one may press again (${code})`, async () => {
      const { server, host, runner, isLocked, kept } = await posting();
      await server.lastCreate.fail(code);
      const { state } = runner;
      assert.deepEqual(state, { name: 'choosing', notice: { is: 'refused', code } });
      assert.deepEqual(host.said, [`error ${code}`]);
      assert.equal(isLocked(), false);
      assert.equal(kept(), undefined);
      assert.equal(server.looks.length, 1);
    });
  }

  for (const code of ['declined', 'bad-request'] as const) {
    it(`that is refused and may have been done before: the server is read (${code})`, async () => {
      const { server, host, name, isLocked } = await posting();
      await server.lastCreate.fail(code);
      assert.equal(name(), 'in-doubt');
      assert.equal(isLocked(), false);
      await server.lastLook.answer({ is: 'done' });
      assert.equal(name(), 'registered');
      assert.deepEqual(host.said, [`error ${code}`, 'confirmed 0 true']);
    });

    it(`that is refused and was not done: it says why (${code})`, async () => {
      const { server, runner } = await posting();
      await server.lastCreate.fail(code);
      await server.lastLook.answer({ is: 'open' });
      const { state } = runner;
      assert.ok(state.name === 'choosing' && state.notice?.is === 'refused');
      assert.equal(state.notice.code, code);
    });
  }
});

describe('an element that leaves the page', () => {
  it('while its POST is under way: the answer is written down, the browser stays, the lock is let go', async () => {
    const { runner, server, host, name, isLocked, kept } = await posting();
    runner.end();
    assert.equal(name(), 'posting');
    assert.equal(isLocked(), true);
    await server.lastCreate.answer(42);
    assert.equal(name(), 'idle');
    assert.deepEqual(host.left, []);
    assert.equal(phaseOf(kept()), 'left 42');
    assert.equal(isLocked(), false);
  });

  it('while its POST is under way, and is back before the answer: it leaves', async () => {
    const { runner, server, host, name } = await posting();
    runner.end();
    runner.begin();
    await server.lastCreate.answer(42);
    assert.equal(name(), 'leaving');
    assert.deepEqual(host.left, [42]);
    assert.equal(server.creates.length, 1);
  });

  it('while its POST is under way, and is back after the answer: it offers to continue', async () => {
    const { runner, server, host, name } = await posting();
    runner.end();
    await server.lastCreate.answer(42);
    runner.begin();
    assert.equal(name(), 'away');
    assert.deepEqual(host.left, []);
    assert.equal(server.creates.length, 1);
  });

  it('and whose POST is refused: nothing is kept, and the lock is let go', async () => {
    const { runner, server, isLocked, kept } = await posting();
    runner.end();
    await server.lastCreate.fail('unauthorized');
    assert.equal(kept(), undefined);
    assert.equal(isLocked(), false);
  });

  it('and whose answer is lost: the next one reads the server', async () => {
    const { runner, server, isLocked, kept, name } = await posting();
    runner.end();
    await server.lastCreate.fail('in-doubt');
    assert.equal(phaseOf(kept()), 'posting 0');
    assert.equal(isLocked(), false);
    runner.begin();
    await settle();
    assert.equal(name(), 'in-doubt');
    assert.equal(server.looks.length, 2);
  });

  it('before it has the lock: the lock is let go, and nothing is sent', async () => {
    const { runner, server, isLocked, name } = begun();
    runner.send({ type: 'pressed', subject: invoice });
    runner.end();
    await settle();
    assert.equal(name(), 'idle');
    assert.equal(isLocked(), false);
    assert.deepEqual([server.looks.length, server.creates.length], [0, 0]);
  });

  it('while the page is asked: the lock is let go, and a late yes sends nothing', async () => {
    const { runner, server, host, press, isLocked, name } = begun();
    host.isAsked = true;
    await press();
    runner.end();
    assert.equal(isLocked(), false);
    await last(host.permits).answer(true);
    assert.equal(name(), 'idle');
    assert.equal(server.looks.length, 0);
  });

  it('while the server is read: the read ends, the lock is let go, and a late answer sends nothing', async () => {
    const { runner, server, press, isLocked, name } = begun();
    await press();
    runner.end();
    assert.equal(last(server.looked).signal.aborted, true);
    assert.equal(isLocked(), false);
    await server.lastLook.answer({ is: 'open' });
    assert.equal(name(), 'idle');
    assert.equal(server.creates.length, 0);
  });

  it('and is back: a late answer to what it asked before is none to what it asks now', async () => {
    const { runner, server, press, name } = begun();
    await press();
    runner.end();
    runner.begin();
    await press();
    assert.equal(server.looks.length, 2);
    await server.looks[0]?.answer({ is: 'open' });
    assert.equal(name(), 'reading');
    await server.looks[1]?.answer({ is: 'done' });
    assert.equal(server.creates.length, 0);
  });

  it('is told of nothing that happens later', async () => {
    const { runner, host, browser, server, name } = await back('finished');
    await server.lastLook.answer({ is: 'open' });
    runner.end();
    const { changes } = host;
    await browser.pass(20 * minute);
    runner.seen();
    assert.equal(name(), 'idle');
    assert.equal(server.looks.length, 1);
    assert.deepEqual(host.said, ['outcome finished']);
    assert.ok(host.changes <= changes + 1);
    assert.equal(runner.secondsLeft, 0);
  });
});

describe('a tab that knows of a payment which another has left with, when the storage is cleared', () => {
  async function cleared() {
    const { browser } = await leaving();
    const one = begun({ tab: new Tab(browser) });
    assert.equal(one.name(), 'away');
    browser.kept.clear();
    return one;
  }

  it('offers to continue, and nothing new without a question', async () => {
    const { runner, server, name, press, browser } = await cleared();
    runner.heed(null);
    await deny({ server, browser });
    await press();
    assert.deepEqual([name(), server.creates.length], ['away', 0]);
  });

  it('does so when nobody has told it, and it is seen again', async () => {
    const { runner, server, name, press, browser } = await cleared();
    runner.seen();
    await deny({ server, browser });
    await press();
    assert.deepEqual([name(), server.creates.length], ['away', 0]);
  });

  it('asks the server after ten minutes', async () => {
    const { runner, name, browser } = await cleared();
    await browser.pass(10 * minute);
    runner.seen();
    assert.equal(name(), 'in-doubt');
  });

  it('begins anew after the question, and knows of nothing then', async () => {
    const { runner, server, name, press, browser } = await cleared();
    await browser.pass(1_000);
    runner.send({ type: 'started-over' });
    runner.send({ type: 'affirmed' });
    await press();
    await server.lastLook.answer({ is: 'open' });
    assert.deepEqual([name(), server.creates.length], ['posting', 1]);
  });

  it('offers nothing of it to whoever the element is for when it is put back', async () => {
    const { runner, name } = await cleared();
    runner.end();
    runner.begin();
    assert.equal(name(), 'choosing');
  });
});

describe('the clock, set back by an hour while a payment is open', () => {
  it('does not end it for a tab that knows of it, nor for one that is opened then', async () => {
    const { browser } = await leaving();
    const one = begun({ tab: new Tab(browser) });
    browser.setBack(60 * minute);
    one.runner.seen();
    assert.equal(one.name(), 'away');
    assert.equal(begun({ tab: new Tab(browser) }).name(), 'away');
  });
});

describe('two elements of one page, about the same invoice', () => {
  async function pair() {
    const tab = new Tab(new Browser());
    const server = new Server();
    const first = begun({ tab, server });
    const second = begun({ tab, server });
    first.runner.send({ type: 'pressed', subject: invoice });
    second.runner.send({ type: 'pressed', subject: invoice });
    await settle();
    return { server, first, second };
  }

  it('one leaves, the other follows', async () => {
    const { server, first, second } = await pair();
    assert.deepEqual([first.name(), second.name()], ['reading', 'elsewhere']);
    await server.lastLook.answer({ is: 'open' });
    assert.equal(server.creates.length, 1);
    await server.lastCreate.answer(42);
    assert.deepEqual([first.name(), second.name()], ['leaving', 'away']);
    assert.deepEqual([first.host.left, second.host.left], [[42], []]);
    assert.deepEqual([first.host.said, second.host.said], [['transaction 42'], []]);
  });

  it('one finds it done, the other hears it and does not tell it again', async () => {
    const { server, first, second } = await pair();
    await server.lastLook.answer({ is: 'done' });
    assert.deepEqual([first.name(), second.name()], ['registered', 'registered']);
    assert.deepEqual([first.host.said, second.host.said], [['confirmed 0 true'], []]);
  });

  it('one is kept from it by its page, the other reads the server and may be pressed', async () => {
    const tab = new Tab(new Browser());
    const server = new Server();
    const first = begun({ tab, server });
    const second = begun({ tab, server });
    first.host.isAsked = true;
    await first.press();
    await second.press();
    const { state } = second.runner;
    // It is this very page that has it.
    assert.ok(state.name === 'elsewhere' && !state.isHeld);
    await last(first.host.permits).answer(false);
    assert.equal(second.name(), 'in-doubt');
    await deny(second);
    assert.deepEqual([first.name(), second.name()], ['choosing', 'choosing']);
    assert.equal(server.creates.length, 0);
  });

  it('one that was taken out and put back hears the other still', async () => {
    const tab = new Tab(new Browser());
    const server = new Server();
    const first = begun({ tab, server });
    const second = begun({ tab, server });
    second.runner.end();
    second.runner.begin();
    await first.press();
    await server.lastLook.answer({ is: 'open' });
    await server.lastCreate.answer(42);
    await settle();
    assert.equal(second.name(), 'away');
  });

  it('one that was taken out hears nothing', async () => {
    const tab = new Tab(new Browser());
    const server = new Server();
    const first = begun({ tab, server });
    const second = begun({ tab, server });
    second.runner.end();
    const { changes } = second.host;
    await first.press();
    await server.lastLook.answer({ is: 'done' });
    await settle();
    assert.equal(second.name(), 'idle');
    assert.equal(second.host.changes, changes);
  });

  it('one about another invoice is not concerned', async () => {
    const tab = new Tab(new Browser());
    const other = begun({ tab, subject: { ...invoice, invoiceNumber: '1002' } });
    const one = await leaving({ tab });
    assert.equal(one.name(), 'leaving');
    assert.equal(other.name(), 'choosing');
  });
});

describe('two tabs, about the same invoice', () => {
  async function pair() {
    const browser = new Browser();
    const Runner = await otherRealm();
    const server = new Server();
    const first = begun({ tab: new Tab(browser), server });
    const second = begun({ tab: new Tab(browser), server, Runner });
    return { browser, server, first, second };
  }

  it('one leaves, the other follows', async () => {
    const { server, first, second } = await pair();
    await first.press();
    await second.press();
    assert.deepEqual([first.name(), second.name()], ['reading', 'elsewhere']);
    await server.lastLook.answer({ is: 'open' });
    await server.lastCreate.answer(42);
    assert.deepEqual([first.name(), second.name()], ['leaving', 'away']);
    assert.deepEqual([first.host.left, second.host.left], [[42], []]);
    assert.equal(server.creates.length, 1);
  });

  it('one that nobody has pressed hears that the other has asked, left and had it confirmed', async () => {
    const { server, first, second } = await pair();
    await first.press();
    assert.equal(second.name(), 'choosing');
    await server.lastLook.answer({ is: 'open' });
    assert.equal(second.name(), 'elsewhere');
    await server.lastCreate.answer(42);
    assert.equal(second.name(), 'away');
    await server.lastLook.answer({ is: 'done' });
    assert.deepEqual(second.host.said, ['confirmed 42 true']);
    assert.equal(first.name(), 'registered');
  });

  it('one hears that the other has begun anew, and reads the server', async () => {
    const { server, first, second, browser } = await pair();
    await first.press();
    await server.lastLook.answer({ is: 'open' });
    await server.lastCreate.answer(42);
    await browser.pass(1_000);
    assert.equal(second.name(), 'away');
    second.runner.send({ type: 'started-over' });
    second.runner.send({ type: 'affirmed' });
    await settle();
    assert.equal(second.name(), 'choosing');
    assert.equal(first.name(), 'in-doubt');
  });

  it('one hears what is stored under its key, and nothing else', async () => {
    const { second, browser } = await pair();
    const line = `left 42 ${browser.time} x vipps `;
    browser.kept.set(subjectKey(invoice), line);
    second.runner.heed('another key');
    assert.equal(second.name(), 'choosing');
    second.runner.heed(subjectKey(invoice));
    assert.equal(second.name(), 'away');
  });

  it('one finds the lock free before it hears what the other has stored, and looks it up', async () => {
    const { first, second, browser } = await pair();
    first.host.isAsked = true;
    await first.press();
    await second.press();
    assert.equal(second.name(), 'elsewhere');
    const key = subjectKey(invoice);
    browser.kept.set(key, `left 42 ${browser.time} x vipps `);
    const holder = browser.holders.get(key);
    assert.ok(holder);
    browser.letGo(key, holder);
    await settle();
    assert.equal(second.name(), 'away');
  });

  it('one finds the lock free and no answer, when the other died after it had asked', async () => {
    const { server, first, second, browser } = await pair();
    await first.press();
    await server.lastLook.answer({ is: 'open' });
    assert.equal(second.name(), 'elsewhere');
    const holder = browser.holders.get(subjectKey(invoice));
    assert.ok(holder);
    browser.letGo(subjectKey(invoice), holder);
    await settle();
    assert.equal(second.name(), 'in-doubt');
    assert.equal(server.looks.length, 2);
  });
});

describe('a page that is seen again while one may choose', () => {
  it('reads whether the invoice was paid meanwhile, and says so', async () => {
    const { runner, server, host, name, press } = begun();
    runner.seen();
    assert.equal(name(), 'choosing');
    await server.lastLook.answer({ is: 'done' });
    assert.ok(runner.state.name === 'registered' && runner.state.basis === 'found');
    assert.deepEqual(host.said, ['confirmed 0 true']);
    await press();
    assert.equal(server.creates.length, 0);
  });

  it('says nothing of an invoice that is open, and nothing of a question without an answer', async () => {
    const { runner, server, host, name } = begun();
    runner.seen();
    await server.lastLook.answer({ is: 'open' });
    runner.seen();
    await server.lastLook.fail('network');
    assert.equal(name(), 'choosing');
    assert.deepEqual(host.said, []);
    assert.equal(server.looks.length, 2);
  });

  it('asks as one whom nobody has asked to', async () => {
    const { runner, server } = begun();
    runner.seen();
    assert.equal(last(server.looked).isUnasked, true);
  });

  it('does not hear the answer to what was asked before the press', async () => {
    const { runner, server, name, press } = begun();
    runner.seen();
    const glimpse = server.lastLook;
    await press();
    await glimpse.answer({ is: 'done' });
    assert.equal(name(), 'reading');
  });

  it('asks nothing of a reader who pays all the same, and nothing about a method', async () => {
    const again = begun();
    again.runner.seen();
    await again.server.lastLook.answer({ is: 'done' });
    again.runner.send({ type: 'insisted' });
    again.runner.send({ type: 'affirmed' });
    const before = again.server.looks.length;
    again.runner.seen();
    assert.equal(again.server.looks.length, before);
    const change = begun({ subject: { ...invoice, flow: 'change-method', invoiceNumber: '' } });
    change.runner.seen();
    assert.equal(change.server.looks.length, 0);
  });
});

describe('a lock that is held for too long', () => {
  async function overdue() {
    const browser = new Browser();
    const Runner = await otherRealm();
    const first = await posting({ tab: new Tab(browser) });
    const second = begun({ tab: new Tab(browser), Runner });
    await settle();
    assert.equal(second.name(), 'elsewhere');
    await browser.pass(23_999);
    assert.equal(second.name(), 'elsewhere');
    await browser.pass(1);
    return { browser, first, second };
  }

  it('is not waited for: the server is read', async () => {
    const { second } = await overdue();
    assert.equal(second.name(), 'in-doubt');
    assert.equal(second.server.looks.length, 1);
  });

  it('is counted anew when the page is seen again', async () => {
    const browser = new Browser();
    const Runner = await otherRealm();
    await posting({ tab: new Tab(browser) });
    const second = begun({ tab: new Tab(browser), Runner });
    await browser.pass(20_000);
    second.runner.seen();
    await browser.pass(23_999);
    assert.equal(second.name(), 'elsewhere');
    await browser.pass(1);
    assert.equal(second.name(), 'in-doubt');
  });

  it('is not waited for longer by a reader who looks again and again', async () => {
    const browser = new Browser();
    const Runner = await otherRealm();
    await posting({ tab: new Tab(browser) });
    const second = begun({ tab: new Tab(browser), Runner });
    for (let at = 0; at < 23; at += 1) {
      await browser.pass(1_000);
      second.runner.send({ type: 'checked-again' });
    }
    await browser.pass(999);
    assert.equal(second.name(), 'elsewhere');
    await browser.pass(1);
    assert.equal(second.name(), 'in-doubt');
  });

  it('is not waited for longer when the clock is set back and the reader looks again', async () => {
    const browser = new Browser();
    const Runner = await otherRealm();
    await posting({ tab: new Tab(browser) });
    const second = begun({ tab: new Tab(browser), Runner });
    await browser.pass(20_000);
    browser.setBack(60 * minute);
    second.runner.send({ type: 'checked-again' });
    await browser.pass(20_000);
    second.runner.send({ type: 'checked-again' });
    await browser.pass(4_000);
    assert.equal(second.name(), 'in-doubt');
  });

  it('is taken over at the next press, and who was robbed of it does not leave', async () => {
    const { first, second } = await overdue();
    await deny(second);
    await second.press();
    assert.equal(second.name(), 'reading');
    await second.server.lastLook.answer({ is: 'open' });
    await second.server.lastCreate.answer(43);
    assert.deepEqual(second.host.left, [43]);
    await first.server.lastCreate.answer(42);
    assert.deepEqual(first.host.left, []);
    // It is said that there is one, but not offered: nobody will be sent to approve it.
    assert.deepEqual(first.host.said, ['transaction 42']);
    assert.equal(phaseOf(second.kept()), 'left 43');
  });

  it('is not let go of by whoever was robbed of it', async () => {
    const { first, second } = await overdue();
    await deny(second);
    await second.press();
    await first.server.lastCreate.answer(42);
    assert.equal(second.isLocked(), true);
    assert.equal(first.name(), 'elsewhere');
  });

  it('is watched to its end by whoever was robbed of it, who then follows', async () => {
    const { first, second, browser } = await overdue();
    await deny(second);
    await second.press();
    await first.server.lastCreate.answer(42);
    await second.server.lastLook.answer({ is: 'open' });
    await second.server.lastCreate.answer(43);
    await browser.pass(500);
    const { state } = first.runner;
    assert.ok(state.name === 'away' && state.transaction.transactionId === 43);
  });

  it('and robbed from somebody who reads: nothing is sent', async () => {
    const browser = new Browser();
    const first = begun({ tab: new Tab(browser) });
    await first.press();
    await new Tab(browser).lock(subjectKey(invoice), { takesOver: true });
    await settle();
    assert.equal(first.name(), 'elsewhere');
    await first.server.lastLook.answer({ is: 'open' });
    assert.equal(first.server.creates.length, 0);
  });

  it('without anybody hearing of it: who has another line beside its own does not leave', async () => {
    const one = await posting();
    const other = new Journal(new Tab(one.browser), invoice, 'another page');
    other.remember({ phase: 'left', transaction: { ...invoice, transactionId: 41 } });
    await one.server.lastCreate.answer(42);
    assert.deepEqual(one.host.left, []);
  });
});

describe('a page that is being left', () => {
  it('and is seen for ten seconds more: asks the server, and offers to continue', async () => {
    const { browser, runner, server, name } = await leaving();
    await browser.pass(9_999);
    assert.equal(name(), 'leaving');
    await browser.pass(1);
    const { state } = runner;
    assert.ok(state.name === 'away' && state.hasStayed && state.inquiry === 'asking');
    assert.equal(server.looks.length, 2);
  });

  it('and is hidden is not late before it is seen again', async () => {
    const { browser, tab, runner, name } = await leaving();
    await browser.pass(4_000);
    tab.isVisible = false;
    await browser.pass(minute);
    assert.equal(name(), 'leaving');
    tab.isVisible = true;
    runner.seen();
    assert.equal(name(), 'away');
  });

  it('continues with the same transaction, without another POST', async () => {
    const { browser, runner, server, host } = await leaving();
    await browser.pass(10_000);
    runner.send({ type: 'continued' });
    await settle();
    assert.deepEqual(host.left, [42, 42]);
    assert.equal(server.creates.length, 1);
    assert.deepEqual(host.said, ['transaction 42']);
  });

  it('and cannot be left: the error is told, and one may try again', async () => {
    const one = await posting();
    one.host.departure = async () => {
      throw configError('login-url', 'an address');
    };
    await one.server.lastCreate.answer(42);
    assert.equal(one.name(), 'away');
    assert.deepEqual(one.host.said, ['transaction 42', 'error config']);
    await one.browser.pass(minute);
    assert.equal(one.server.looks.length, 1);
  });

  it('counts from when the browser was sent', async () => {
    const one = await posting();
    let send = () => {};
    one.host.departure = () => new Promise((resolve) => (send = resolve));
    await one.server.lastCreate.answer(42);
    await one.browser.pass(minute);
    assert.equal(one.name(), 'leaving');
    send();
    await one.browser.pass(9_999);
    assert.equal(one.name(), 'leaving');
    await one.browser.pass(1);
    assert.equal(one.name(), 'away');
  });

  it('counts anew when it is left again', async () => {
    const { browser, runner, name } = await leaving();
    await browser.pass(5_000);
    runner.seen();
    runner.send({ type: 'continued' });
    await browser.pass(9_999);
    assert.equal(name(), 'leaving');
    await browser.pass(1);
    assert.equal(name(), 'away');
  });

  it('and is left again is not kept by what the first time ends in', async () => {
    const one = await posting();
    let fail: (cause: unknown) => void = () => {};
    one.host.departure = () => new Promise((_, reject) => (fail = reject));
    await one.server.lastCreate.answer(42);
    await one.browser.pass(1_000);
    one.runner.seen();
    one.host.departure = async () => {};
    one.runner.send({ type: 'continued' });
    await settle();
    fail(configError('login-url', 'an address'));
    await settle();
    assert.equal(one.name(), 'leaving');
    assert.deepEqual(one.host.said, ['transaction 42']);
  });

  it('and is restored from the cache asks the server, and offers to continue', async () => {
    const { runner, server, name, press } = await leaving();
    runner.seen();
    await settle();
    assert.equal(name(), 'away');
    assert.equal(server.looks.length, 2);
    assert.equal(last(server.looked).isOnce, false);
    await server.lastLook.answer({ is: 'open' });
    await press();
    assert.deepEqual([name(), server.creates.length], ['away', 1]);
  });

  it('and is restored after the storage was cleared offers to continue, and nothing new without a question', async () => {
    const { runner, server, name, press, browser } = await leaving();
    browser.kept.clear();
    runner.seen();
    await settle();
    await deny({ server, browser });
    await press();
    assert.deepEqual([name(), server.creates.length], ['away', 1]);
    runner.send({ type: 'continued' });
    await settle();
    assert.equal(name(), 'leaving');
  });

  it('and is restored when another tab has had it confirmed', async () => {
    const one = await leaving();
    const there = new Journal(one.tab, invoice, 'another page');
    there.remember({ phase: 'done', transaction: { ...invoice, transactionId: 42 } });
    one.runner.seen();
    await settle();
    assert.equal(one.name(), 'registered');
    assert.deepEqual(one.host.said, ['transaction 42']);
  });

  it('and has been taken out says nothing after ten seconds', async () => {
    const { browser, runner, server, name } = await leaving();
    runner.end();
    await browser.pass(minute);
    assert.equal(name(), 'idle');
    assert.equal(server.looks.length, 1);
  });
});

describe('a page that is loaded anew', () => {
  function loaded(entry: Entry) {
    const browser = new Browser();
    new Journal(new Tab(browser), invoice, 'before').remember(entry);
    return begun({ tab: new Tab(browser) });
  }
  const transaction = { ...invoice, transactionId: 42 };
  const claim: OpenClaim = 'finished';
  const entries = [
    [{ phase: 'left', transaction }, 'away'],
    [{ phase: 'back', transaction, claim }, 'checking'],
    [{ phase: 'done', transaction }, 'registered'],
    [{ phase: 'posting', transaction: { ...transaction, transactionId: 0 } }, 'elsewhere'],
  ] as const;

  for (const [entry, name] of entries) {
    it(`takes up what is kept: ${entry.phase} is ${name}`, () => {
      const one = loaded(entry);
      assert.equal(one.name(), name);
      assert.deepEqual(one.host.said, []);
    });
  }

  it('comes before another change of method for ten minutes, and after that another is made without a question', async () => {
    const first = await leaving({ subject: change });
    const { tab, browser } = first;
    first.runner.end();
    await browser.pass(10 * minute - 1);
    const early = begun({ tab, subject: change });
    assert.equal(early.name(), 'away');
    early.runner.end();
    await browser.pass(1);
    const second = await leaving({ tab, subject: { ...change, paymentMethod: 'nexi' } });
    assert.deepEqual([first.host.left, second.host.left], [[42], [42]]);
    assert.equal(second.server.creates.length, 1);
  });

  it('begins anew when it is too old', async () => {
    const one = element();
    new Journal(one.tab, invoice, 'before').remember({ phase: 'left', transaction });
    await one.browser.pass(10 * minute);
    one.runner.begin();
    assert.equal(one.name(), 'choosing');
  });
});

describe('a claim', () => {
  const pauses = [2, 4, 8, 16, 30, 60, 120, 180, 180];

  it('is told, kept and asked about at once', async () => {
    const { host, server, kept, name } = await back('finished');
    assert.equal(name(), 'checking');
    assert.deepEqual(host.said, ['outcome finished']);
    assert.equal(server.looks.length, 1);
    assert.equal(phaseOf(kept()), 'back 42');
  });

  it('that the server says is true is told so', async () => {
    const { host, server, name, kept } = await back('finished');
    await server.lastLook.answer({ is: 'done' });
    assert.equal(name(), 'registered');
    assert.deepEqual(host.said, ['outcome finished', 'confirmed 42 true']);
    assert.equal(phaseOf(kept()), 'done 42');
  });

  it('is asked about at growing pauses, and told once at the end', async () => {
    const { host, server, browser, name } = await back('finished');
    for (const [index, pause] of pauses.entries()) {
      await server.lastLook.answer({ is: 'open' });
      await browser.pass(pause * 1_000 - 1);
      assert.equal(server.looks.length, index + 1);
      await browser.pass(1);
      assert.equal(server.looks.length, index + 2);
    }
    assert.deepEqual(host.said, ['outcome finished']);
    await server.lastLook.answer({ is: 'open' });
    assert.equal(name(), 'unconfirmed');
    assert.deepEqual(host.said, ['outcome finished', 'confirmed 42 false']);
    await browser.pass(20 * minute);
    assert.equal(server.looks.length, 10);
  });

  it('is not asked about while the page is hidden', async () => {
    const { server, browser, tab } = await back('finished');
    await server.lastLook.answer({ is: 'open' });
    tab.isVisible = false;
    await browser.pass(minute);
    assert.equal(server.looks.length, 1);
    tab.isVisible = true;
    await browser.pass(2_000);
    assert.equal(server.looks.length, 2);
  });

  it('is asked about at once when the page is seen again, and the old pause is over', async () => {
    const { server, browser, runner } = await back('finished');
    await server.lastLook.answer({ is: 'open' });
    await browser.pass(1_000);
    runner.seen();
    await settle();
    assert.equal(server.looks.length, 2);
    await browser.pass(minute);
    assert.equal(server.looks.length, 2);
    assert.equal(runner.secondsLeft, 0);
  });

  it('counts the seconds down, and shows none while the server is asked', async () => {
    const { server, browser, runner, host } = await back('finished');
    const counted: number[] = [];
    host.changed = () => void counted.push(runner.secondsLeft);
    assert.equal(runner.secondsLeft, 0);
    await server.lastLook.answer({ is: 'open' });
    await browser.pass(2_000);
    await server.lastLook.answer({ is: 'open' });
    assert.equal(runner.secondsLeft, 4);
    await browser.pass(3_000);
    assert.equal(runner.secondsLeft, 1);
    await browser.pass(1_000);
    assert.equal(runner.secondsLeft, 0);
    const shown = counted.filter((seconds, index) => seconds !== counted[index - 1]);
    assert.deepEqual(shown, [2, 1, 0, 4, 3, 2, 1, 0]);
  });

  it('does not count while nobody looks', async () => {
    const { server, browser, runner, tab } = await back('finished');
    await server.lastLook.answer({ is: 'open' });
    await browser.pass(1_000);
    tab.isVisible = false;
    await browser.pass(minute);
    assert.equal(runner.secondsLeft, 1);
  });

  it('whose pause is over for another reason is asked about no second time', async () => {
    const { server, browser, runner } = await back('finished');
    await server.lastLook.answer({ is: 'open' });
    runner.send({ type: 'checked-again' });
    assert.equal(runner.secondsLeft, 0);
    await browser.pass(minute);
    assert.equal(server.looks.length, 2);
  });

  it('is not denied sooner for being asked about out of turn', async () => {
    const { server, runner, name, host } = await back('finished');
    for (let asked = 0; asked < 20; asked++) {
      await server.lastLook.answer({ is: 'open' });
      assert.equal(name(), 'checking');
      runner.send({ type: 'checked-again' });
    }
    assert.deepEqual(host.said, ['outcome finished']);
    await server.lastLook.answer({ is: 'open' });
    assert.equal(runner.secondsLeft, 2);
  });

  it('that the reader takes back is asked about no longer, and a late answer is dropped', async () => {
    const { server, runner, host, name } = await back('finished');
    await server.lastLook.answer({ is: 'open' });
    runner.send({ type: 'checked-again' });
    runner.send({ type: 'started-over' });
    assert.equal(name(), 'questioning');
    assert.equal(last(server.looked).signal.aborted, true);
    await server.lastLook.answer({ is: 'done' });
    assert.equal(name(), 'questioning');
    assert.deepEqual(host.said, ['outcome finished']);
  });

  it('that is given up is forgotten, by the address too', async () => {
    const { server, runner, host, name, kept } = await back('finished');
    await server.lastLook.answer({ is: 'unclear' });
    assert.equal(name(), 'unconfirmed');
    runner.send({ type: 'started-over' });
    runner.send({ type: 'affirmed' });
    assert.equal(name(), 'choosing');
    assert.equal(kept(), undefined);
    assert.deepEqual(host.forgotten, [false]);
  });

  for (const outcome of ['cancelled', 'failed'] as const) {
    it(`that nothing came of (${outcome}) is asked about twice, and leaves nothing behind`, async () => {
      const { server, host, runner, kept, browser, name } = await back(outcome);
      await server.lastLook.answer({ is: 'open' });
      assert.equal(name(), 'checking');
      assert.deepEqual(host.said, [`outcome ${outcome}`]);
      await browser.pass(1_999);
      assert.equal(server.looks.length, 1);
      await browser.pass(1);
      assert.equal(server.looks.length, 2);
      await server.lastLook.answer({ is: 'open' });
      const { state } = runner;
      assert.ok(state.name === 'choosing' && state.notice?.is === 'ended');
      assert.deepEqual(host.said, [`outcome ${outcome}`, 'confirmed 42 false']);
      assert.equal(kept(), undefined);
      await browser.pass(minute);
      assert.equal(server.looks.length, 2);
    });

    it(`that was finished is not taken back by a later ${outcome} of the same`, async () => {
      const before = await back('finished');
      await deny(before);
      before.runner.end();
      const { server, host, runner, browser, kept } = await back(outcome, { tab: before.tab });
      await deny({ server, browser });
      const { state } = runner;
      assert.ok(state.name === 'checking' && state.claim === 'finished');
      assert.equal(host.said[0], `outcome ${outcome}`);
      const entry = kept();
      assert.ok(entry?.phase === 'back' && entry.claim === 'finished');
    });

    it(`that another transaction has ended (${outcome}) does not hide what was finished`, async () => {
      const before = await back('finished');
      before.runner.end();
      const { server, browser, kept, runner } = element({ tab: before.tab });
      runner.arrive({ arrival: { ...invoice, transactionId: 41, outcome } });
      await settle();
      await deny({ server, browser });
      assert.equal(phaseOf(kept()), 'back 42');
      assert.ok(runner.state.name === 'checking' && runner.state.transaction.transactionId === 42);
    });

    it(`is found to be paid for although it is ${outcome}, behind an old answer`, async () => {
      const { server, host, browser, name } = await back(outcome);
      await server.lastLook.answer({ is: 'open' });
      await browser.pass(2_000);
      await server.lastLook.answer({ is: 'done' });
      assert.equal(name(), 'registered');
      assert.deepEqual(host.said, [`outcome ${outcome}`, 'confirmed 42 true']);
    });
  }

  it('that is open goes on being asked about when the server does not answer, and says so once', async () => {
    const { server, host, browser, runner } = await back('finished');
    await server.lastLook.fail('network');
    const { state } = runner;
    assert.ok(state.name === 'checking' && state.isWaiting && state.failure === 'network');
    await browser.pass(2_000);
    await server.lastLook.fail('rate-limited');
    await browser.pass(4_000);
    assert.equal(server.looks.length, 3);
    assert.deepEqual(host.said, ['outcome finished', 'error network']);
    await server.lastLook.answer({ is: 'open' });
    await browser.pass(8_000);
    await server.lastLook.fail('server');
    assert.deepEqual(host.said, ['outcome finished', 'error network', 'error server']);
    await browser.pass(16_000);
    await server.lastLook.answer({ is: 'done' });
    assert.equal(runner.state.name, 'registered');
  });

  it('is asked about again when the server has said that it may be, where that is later than the next pause', async () => {
    const { server, browser } = await back('finished');
    const limited = (seconds: number) =>
      server.lastLook.throw(new ConnectError('rate-limited', 'slow', 429, seconds * 1_000));
    await limited(45);
    await browser.pass(44_999);
    assert.equal(server.looks.length, 1);
    await browser.pass(1);
    assert.equal(server.looks.length, 2);
    await limited(1);
    await browser.pass(4_000);
    assert.equal(server.looks.length, 3);
  });

  it('is asked about no longer by itself when the server will not be asked for longer than any pause', async () => {
    const { server, browser, name } = await back('finished');
    await server.lastLook.throw(new ConnectError('rate-limited', 'slow', 429, 181_000));
    assert.equal(name(), 'unconfirmed');
    await browser.pass(20 * minute);
    assert.equal(server.looks.length, 1);
  });

  it('that is open is not denied by the one answer that came last', async () => {
    const { server, host, browser } = await back('finished');
    for (const seconds of [2, 4, 8, 16, 30, 60, 120, 180, 180]) {
      await server.lastLook.fail('network');
      await browser.pass(seconds * 1_000);
    }
    assert.equal(server.looks.length, 10);
    await server.lastLook.answer({ is: 'open' });
    assert.deepEqual(host.said, ['outcome finished', 'error network']);
    await browser.pass(2_000);
    await server.lastLook.answer({ is: 'open' });
    assert.deepEqual(host.said, ['outcome finished', 'error network', 'confirmed 42 false']);
  });

  for (const code of ['unauthorized', 'invalid-response'] as const) {
    it(`is asked about no longer when the server will not answer: ${code}`, async () => {
      const { server, host, browser, name } = await back('finished');
      await server.lastLook.fail(code);
      assert.equal(name(), 'unconfirmed');
      assert.deepEqual(host.said, ['outcome finished', `error ${code}`]);
      await browser.pass(20 * minute);
      assert.equal(server.looks.length, 1);
    });
  }

  it('is asked on about, and no longer said to be without an answer, once the server answers a page that is seen', async () => {
    const { server, host, browser, runner, name } = await back('finished');
    const failure = () => 'failure' in runner.state && runner.state.failure;
    await server.lastLook.fail('unauthorized');
    assert.equal(failure(), 'unauthorized');
    runner.seen();
    await settle();
    await server.lastLook.answer({ is: 'open' });
    assert.deepEqual([name(), failure()], ['checking', undefined]);
    await browser.pass(2_000);
    assert.equal(server.looks.length, 3);
    assert.deepEqual(host.said, ['outcome finished', 'error unauthorized']);
    await server.lastLook.answer({ is: 'done' });
    assert.equal(host.said.at(-1), 'confirmed 42 true');
  });

  it('that was denied is denied no second time by such an answer', async () => {
    const { server, host, browser, runner, name } = await back('finished');
    for (const seconds of [2, 4, 8, 16, 30, 60, 120, 180, 180]) {
      await server.lastLook.answer({ is: 'open' });
      await browser.pass(seconds * 1_000);
    }
    await server.lastLook.answer({ is: 'open' });
    runner.send({ type: 'checked-again' });
    await settle();
    await server.lastLook.fail('unauthorized');
    runner.seen();
    await settle();
    await server.lastLook.answer({ is: 'open' });
    assert.equal(name(), 'unconfirmed');
    assert.ok(runner.state.name === 'unconfirmed' && !runner.state.failure);
    const denials = host.said.filter((one) => one === 'confirmed 42 false');
    assert.equal(denials.length, 1);
  });

  it('that was never denied is asked about as often as before when the reader asks', async () => {
    const { server, host, browser, runner, name } = await back('finished');
    await server.lastLook.answer({ is: 'unclear' });
    assert.equal(name(), 'unconfirmed');
    runner.send({ type: 'checked-again' });
    await settle();
    await server.lastLook.answer({ is: 'open' });
    assert.deepEqual(host.said, ['outcome finished']);
    await browser.pass(2_000);
    assert.equal(server.looks.length, 3);
  });
});

describe('what has left', () => {
  it('is denied by one answer, since nothing is offered anew after it', async () => {
    const { server, host, browser, runner } = await leaving();
    runner.seen();
    await server.lastLook.answer({ is: 'open' });
    assert.deepEqual(host.said, ['transaction 42', 'confirmed 42 false']);
    const { state } = runner;
    assert.ok(state.name === 'away' && state.inquiry === 'asked');
    await browser.pass(minute);
    assert.equal(server.looks.length, 2);
  });

  it('stays as it is said when it is asked about unseen and nobody answers', async () => {
    const one = await leaving();
    const { server, host, runner } = one;
    runner.seen();
    await server.lastLook.answer({ is: 'open' });
    const before = runner.state;
    runner.seen();
    await settle();
    await server.lastLook.fail('network');
    assert.deepEqual(runner.state, before);
    assert.deepEqual(host.said, ['transaction 42', 'confirmed 42 false']);
  });

  it('is asked about at once when the page is seen during the pause', async () => {
    const { server, runner, browser } = await leaving();
    runner.seen();
    await server.lastLook.answer({ is: 'open' });
    await browser.pass(1_000);
    runner.seen();
    await settle();
    assert.equal(server.looks.length, 3);
    await browser.pass(minute);
    assert.equal(server.looks.length, 3);
  });
});

describe('a question to the server', () => {
  const unasked = ({ server }: { server: Server }) => server.looked.map((one) => !!one.isUnasked);

  it('that nobody asked for is asked as one: after a return, at each pause, and when the page is seen', async () => {
    const one = await back('finished');
    const { server, browser, runner } = one;
    await server.lastLook.answer({ is: 'open' });
    await browser.pass(2_000);
    await server.lastLook.answer({ is: 'open' });
    runner.seen();
    await settle();
    assert.deepEqual(unasked(one), [true, true, true]);
  });

  it('that nobody asked for is one about what had left before the page was opened', async () => {
    const tab = new Tab(new Browser());
    const first = await leaving({ tab });
    first.runner.end();
    const one = begun({ tab });
    await settle();
    assert.deepEqual(unasked(one), [true]);
    one.runner.seen();
    await settle();
    assert.deepEqual(unasked(one), [true, true]);
  });

  it('that nobody asked for is one about what another tab has begun and ended', async () => {
    const browser = new Browser();
    const tab = new Tab(browser);
    const first = await leaving({ tab });
    const one = begun({ tab: new Tab(browser) });
    await settle();
    tab.store(subjectKey(invoice), '');
    await settle();
    assert.equal(one.name(), 'in-doubt');
    assert.deepEqual(unasked(one), [true, true]);
    assert.equal(first.name(), 'leaving');
  });

  it('that the reader has asked for, or waits for, is tried as others are', async () => {
    const one = await back('finished');
    await one.server.lastLook.answer({ is: 'open' });
    one.runner.send({ type: 'checked-again' });
    await settle();
    assert.deepEqual(unasked(one), [true, false]);
    const lost = await posting();
    await lost.server.lastCreate.fail('in-doubt');
    assert.deepEqual(unasked(lost), [false, false]);
    await lost.server.lastLook.fail('network');
    lost.runner.send({ type: 'checked-again' });
    await settle();
    assert.deepEqual(unasked(lost), [false, false, false]);
  });
});

describe('a server that asks us to wait', () => {
  it('is waited for with the seconds shown, and none afterwards', async () => {
    const { server, runner, host } = await back('finished');
    const { onWait } = last(server.looked);
    const { changes } = host;
    onWait?.(30);
    assert.equal(runner.secondsLeft, 30);
    assert.equal(host.changes, changes + 1);
    await server.lastLook.answer({ is: 'unclear' });
    assert.equal(runner.secondsLeft, 0);
    assert.deepEqual(host.said, ['outcome finished']);
  });

  it('says nothing any more when nobody asks', async () => {
    const { server, runner, host } = await back('finished');
    const { onWait } = last(server.looked);
    runner.end();
    const { changes } = host;
    onWait?.(30);
    assert.equal(runner.secondsLeft, 0);
    assert.equal(host.changes, changes);
  });
});
