import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Journal, type JournalStore } from './journal.js';
import { subjectKey } from './subject-key.js';
import type { Entry } from './states.js';
import { redirectFlows, type RedirectFlowName, type Subject } from './transaction.js';

const minute = 60_000;
const day = 24 * 60 * minute;
const start = 1_700_000_000_000;

/** The storage of a browser, with its clock; pages of a site share it. */
class Shelf implements JournalStore {
  readonly kept = new Map<string, string>();
  time = start;
  /** Whether the browser keeps what is written, and lets what is kept be read. */
  writes = true;
  reads = true;

  now(): number {
    return this.time;
  }

  store(key: string, value?: string): string | null {
    if (value && this.writes) this.kept.set(key, value);
    else if (value === '' && this.writes) this.kept.delete(key);
    return this.reads ? (this.kept.get(key) ?? null) : null;
  }
}

function about(flow: RedirectFlowName, more: Partial<Subject> = {}): Subject {
  const invoiceNumber = flow === 'pay-invoice' ? '1001' : '';
  const known = flow === 'add-agreement' ? { known: 'abc' } : {};
  return { flow, paymentMethod: 'vipps', productCode: 'DN', invoiceNumber, ...known, ...more };
}

const invoice = about('pay-invoice');

function entryOf(phase: Entry['phase'] | 'finished', transactionId: number, of = invoice): Entry {
  const transaction = { ...of, transactionId };
  if (phase === 'finished') return { phase: 'back', transaction, claim: 'finished' };
  return phase === 'back' ? { phase, transaction, claim: 'unknown' } : { phase, transaction };
}

/** Two pages of a site, about the same. */
function pages(of = invoice) {
  const shelf = new Shelf();
  return { shelf, here: new Journal(shelf, of, 'here'), there: new Journal(shelf, of, 'there') };
}

const said = (entry: Entry | undefined) => entry && `${entry.phase} ${idIn(entry)}`;
const idIn = ({ transaction }: Entry) => transaction.transactionId;
const lines = (shelf: Shelf, of = invoice) => (shelf.kept.get(subjectKey(of)) ?? '').split('\n');

/** What a journal makes of a text that somebody has put into the storage. */
function recalled(text: string, of = invoice): Entry | undefined {
  const shelf = new Shelf();
  shelf.kept.set(subjectKey(of), text);
  return new Journal(shelf, of, 'here').recall();
}

describe('a line of the first release', () => {
  it('is read as what has left, for ten minutes', () => {
    const { shelf, here } = pages();
    shelf.kept.set(subjectKey(invoice), `42 ${start} vippsEcommerce `);
    assert.equal(said(here.recall()), 'left 42');
    assert.equal(here.recall()?.transaction.paymentMethod, 'vippsEcommerce');
    shelf.time += 10 * minute;
    assert.equal(here.recall(), undefined);
  });

  it('makes way for what is written of the same transaction', () => {
    const { shelf, here } = pages();
    shelf.kept.set(subjectKey(invoice), `42 ${start} vippsEcommerce `);
    here.remember(entryOf('done', 42));
    assert.equal(said(here.recall()), 'done 42');
    assert.equal(lines(shelf).length, 1);
  });

  it("that is none is nobody's", () => {
    for (const text of [
      '42',
      '42 ',
      '42 x nexi',
      'x 42 nexi',
      `-1 ${start} nexi `,
      `0 ${start} nexi `,
    ]) {
      assert.equal(recalled(text), undefined, text);
    }
  });
});

describe('what is kept', () => {
  it('is nothing at first', () => {
    assert.equal(pages().here.recall(), undefined);
  });

  for (const flow of redirectFlows) {
    for (const phase of ['left', 'back', 'finished', 'done'] as const) {
      it(`comes back on another page as it was written: ${flow}, ${phase}`, () => {
        const { here, there } = pages(about(flow));
        const entry = entryOf(phase, 42, about(flow));
        here.remember(entry);
        assert.deepEqual(there.recall(), entry);
      });
    }
  }

  for (const claim of ['finished', 'initiated', 'unknown', 'error'] as const) {
    it(`keeps the claim: ${claim}`, () => {
      const { here, there } = pages();
      const entry: Entry = { phase: 'back', transaction: { ...invoice, transactionId: 42 }, claim };
      here.remember(entry);
      assert.deepEqual(there.recall(), entry);
    });
  }

  it('keeps what was asked for before it has an id', () => {
    const { here, there } = pages();
    here.remember(entryOf('posting', 0));
    assert.deepEqual(there.recall(), entryOf('posting', 0));
  });

  it('keeps the way in which it is paid, whichever the page is about now', () => {
    const { shelf, here } = pages();
    here.remember(entryOf('left', 42, about('pay-invoice', { paymentMethod: 'nexi' })));
    const found = new Journal(shelf, invoice, 'later').recall();
    assert.equal(found?.transaction.paymentMethod, 'nexi');
  });

  it('keeps what the server listed when the addition was begun, and not what it lists now', () => {
    const then = about('add-agreement', { known: 'then' });
    const { shelf, here } = pages(then);
    here.remember(entryOf('left', 42, then));
    const now = new Journal(shelf, about('add-agreement', { known: 'now' }), 'later');
    assert.equal(now.recall()?.transaction.known, 'then');
  });

  it('has a line for each transaction', () => {
    const { shelf, here, there } = pages();
    here.remember(entryOf('left', 42));
    there.remember(entryOf('left', 43));
    here.remember(entryOf('back', 42));
    assert.equal(lines(shelf).length, 2);
  });

  it('has one line for what was asked for and for the id that it got', () => {
    const { shelf, here } = pages();
    here.remember(entryOf('posting', 0));
    here.remember(entryOf('left', 42));
    assert.equal(lines(shelf).length, 1);
    assert.equal(said(here.recall()), 'left 42');
  });

  it('keeps what another page has asked for beside what got an id here', () => {
    const { here, there } = pages();
    there.remember(entryOf('posting', 0));
    here.remember(entryOf('left', 42));
    here.forget({ ...invoice, transactionId: 42 });
    assert.equal(said(here.recall()), 'posting 0');
  });

  it('is one line when two pages have asked and neither has heard', () => {
    const { shelf, here, there } = pages();
    there.remember(entryOf('posting', 0));
    here.remember(entryOf('posting', 0));
    assert.equal(lines(shelf).length, 1);
  });

  it('holds no more than the journal is about', () => {
    const { shelf } = pages();
    const more = { ...invoice, companyCode: 'C', amount: 10 };
    new Journal(shelf, more, 'here').remember(entryOf('left', 42));
    assert.deepEqual(new Journal(shelf, more, 'there').recall(), entryOf('left', 42));
  });
});

describe('what a provider has said to be finished', () => {
  it('is not taken back by an address that says less of the same', () => {
    const { shelf, here, there } = pages();
    here.remember(entryOf('finished', 42));
    there.remember(entryOf('back', 42));
    for (const later of [0, 6 * 24 * 60 * minute]) {
      shelf.time += later;
      assert.deepEqual(here.recall(), entryOf('finished', 42));
    }
  });
});

describe('what the server has confirmed', () => {
  for (const phase of ['back', 'finished'] as const) {
    it(`is not taken back by an address that says less of it once more: ${phase}`, () => {
      const { shelf, here, there } = pages();
      here.remember(entryOf('back', 42));
      here.remember(entryOf('done', 42));
      for (const later of [0, 60 * minute]) {
        shelf.time += later;
        there.remember(entryOf(phase, 42));
        assert.equal(said(here.recall()), 'done 42');
      }
    });
  }

  it('does not hide what another transaction says', () => {
    const change = about('change-method');
    const { here } = pages(change);
    here.remember(entryOf('done', 42, change));
    here.remember(entryOf('back', 43, change));
    assert.equal(said(here.recall()), 'back 43');
  });
});

describe('what matters most is recalled', () => {
  const orders = {
    'pay-invoice': ['done', 'back', 'left', 'posting'],
    'change-method': ['back', 'left', 'posting', 'done'],
    'add-agreement': ['back', 'left', 'posting', 'done'],
  } as const;

  for (const flow of redirectFlows) {
    const order = orders[flow];
    it(`${flow}: ${order.join(', then ')}`, () => {
      const ids = { done: 41, back: 42, left: 43, posting: 0 };
      for (const written of [order, order.toReversed()]) {
        const { shelf, here, there } = pages(about(flow));
        for (const phase of written) {
          const who = phase === 'posting' ? there : here;
          who.remember(entryOf(phase, ids[phase], about(flow)));
        }
        assert.equal(lines(shelf, about(flow)).length, 4);
        for (const phase of order) {
          assert.equal(here.recall()?.phase, phase);
          here.forget({ ...about(flow), transactionId: ids[phase] });
        }
        assert.equal(here.recall(), undefined);
      }
    });
  }
});

describe('what an address has brought', () => {
  const torn = [
    { paymentMethod: `vipps\ndone 0 ${start} x vipps ` },
    { paymentMethod: 'vipps known' },
    { known: `abc\ndone 0 ${start} x vipps ` },
    { known: 'abc def' },
  ];

  for (const more of torn) {
    it(`is one line or none: ${JSON.stringify(more)}`, () => {
      const { shelf, here, there } = pages();
      there.remember(entryOf('left', 41));
      here.remember(entryOf('finished', 42, { ...invoice, ...more }));
      assert.equal(said(here.recall()), 'left 41');
      assert.equal(lines(shelf).length, 1);
    });
  }
});

describe('what is kept grows old', () => {
  const lifetimes = [
    ['posting', 0, 10 * minute],
    ['left', 42, 10 * minute],
    ['back', 42, 10 * minute],
    ['finished', 42, 7 * day],
    ['done', 42, day],
  ] as const;

  for (const [phase, id, lifetime] of lifetimes) {
    it(`${phase}: after ${lifetime / minute} minutes`, () => {
      const { shelf, here } = pages();
      here.remember(entryOf(phase, id));
      shelf.time += lifetime - 1;
      assert.ok(here.recall());
      shelf.time += 1;
      assert.equal(here.recall(), undefined);
    });
  }

  it('from when its transaction was begun, also when it comes back', () => {
    const { shelf, here, there } = pages();
    here.remember(entryOf('left', 42));
    shelf.time += 9 * minute;
    there.remember(entryOf('back', 42));
    shelf.time += minute;
    assert.equal(here.recall(), undefined);
  });

  it('from when it was asked for, also when it gets its id', () => {
    const { shelf, here } = pages();
    here.remember(entryOf('posting', 0));
    shelf.time += minute;
    here.remember(entryOf('left', 42));
    shelf.time += 9 * minute - 1;
    assert.ok(here.recall());
    shelf.time += 1;
    assert.equal(here.recall(), undefined);
  });

  it('from when it comes back, where nobody knew of it', () => {
    const { shelf, here } = pages();
    shelf.time += day;
    here.remember(entryOf('back', 42));
    shelf.time += 10 * minute - 1;
    assert.ok(here.recall());
  });

  for (const flow of redirectFlows) {
    it(`${flow}: what is asked for anew is as young as it is, whatever was done before without an id`, () => {
      const { shelf, here, there } = pages(about(flow));
      here.remember(entryOf('done', 0, about(flow)));
      shelf.time += 20 * minute;
      here.remember(entryOf('posting', 0, about(flow)));
      assert.equal(there.recall()?.phase, 'posting');
      shelf.time += 10 * minute - 1;
      assert.equal(there.recall()?.phase, 'posting');
    });
  }

  for (const flow of redirectFlows) {
    it(`${flow}: what a server confirms days later is known from then on`, () => {
      const { shelf, here, there } = pages(about(flow));
      here.remember(entryOf('finished', 42, about(flow)));
      shelf.time += 3 * day;
      here.remember(entryOf('done', 42, about(flow)));
      assert.equal(there.recall()?.phase, 'done');
      shelf.time += day - 1;
      assert.equal(there.recall()?.phase, 'done');
      shelf.time += 1;
      assert.equal(there.recall(), undefined);
    });
  }

  it('also when another page has asked for the same a while ago', () => {
    const { shelf, here, there } = pages();
    there.remember(entryOf('posting', 0));
    shelf.time += 9 * minute;
    here.remember(entryOf('posting', 0));
    shelf.time += 2 * minute;
    assert.equal(said(there.recall()), 'posting 0');
  });

  for (const back of [5 * minute, 60 * minute, 400 * day]) {
    it(`begins anew when the clock is set back by ${back / minute} minutes, once: nobody can say how old it is`, () => {
      const { shelf, here, there } = pages();
      here.remember(entryOf('left', 42));
      shelf.time -= back;
      assert.equal(said(there.recall()), 'left 42');
      shelf.time += 9 * minute;
      assert.equal(said(here.recall()), 'left 42');
      shelf.time += minute;
      assert.equal(here.recall(), undefined);
      assert.equal(there.recall(), undefined);
    });
  }
});

describe('whether it is ours', () => {
  function asked(of = invoice) {
    const both = pages(of);
    both.here.remember(entryOf('posting', 0, of));
    return both;
  }

  it('is, when nobody else has written', () => {
    assert.equal(asked().here.isOurs(), true);
  });

  for (const phase of ['posting', 'left', 'back', 'finished'] as const) {
    it(`is not, when another page has written since: ${phase}`, () => {
      const { here, there } = asked();
      there.remember(entryOf(phase, phase === 'posting' ? 0 : 43));
      assert.equal(here.isOurs(), false);
    });
  }

  it('is not, when another page has had the invoice confirmed since', () => {
    const { here, there } = asked();
    there.remember(entryOf('done', 41));
    assert.equal(here.isOurs(), false);
  });

  for (const flow of ['change-method', 'add-agreement'] as const) {
    it(`is, when something else was done before: ${flow}`, () => {
      const { here, there } = pages(about(flow));
      there.remember(entryOf('done', 41, about(flow)));
      here.remember(entryOf('posting', 0, about(flow)));
      assert.equal(here.isOurs(), true);
    });
  }

  it('is again, when what another page has written is too old to mean anything', () => {
    const { shelf, here, there } = pages();
    there.remember(entryOf('left', 43));
    shelf.time += 10 * minute;
    here.remember(entryOf('posting', 0));
    assert.equal(here.isOurs(), true);
  });
});

describe('what is forgotten', () => {
  it('is one line', () => {
    const { here, there } = pages();
    here.remember(entryOf('left', 42));
    there.remember(entryOf('left', 43));
    here.forget({ ...invoice, transactionId: 42 });
    assert.equal(said(there.recall()), 'left 43');
  });

  it('is nothing, when the transaction is not there', () => {
    const { here } = pages();
    here.remember(entryOf('left', 42));
    here.forget({ ...invoice, transactionId: 7 });
    assert.equal(said(here.recall()), 'left 42');
  });

  it('leaves nothing behind in the browser with the last line', () => {
    const { shelf, here } = pages();
    here.remember(entryOf('left', 42));
    here.forget({ ...invoice, transactionId: 42 });
    assert.equal(shelf.kept.has(subjectKey(invoice)), false);
    assert.deepEqual([...shelf.kept.keys()], ['connect-elements kept']);
  });

  it('is forgotten by the page that wrote it, when another page forgets it', () => {
    const { here, there } = pages();
    here.remember(entryOf('left', 42));
    there.forget({ ...invoice, transactionId: 42 });
    assert.equal(here.recall(), undefined);
  });
});

describe('a storage that is cleared', () => {
  const clears = {
    'at once': ({ kept }: Shelf) => kept.clear(),
    'key by key': ({ kept }: Shelf) => [...kept.keys()].forEach((key) => kept.delete(key)),
  };

  for (const [how, clear] of Object.entries(clears)) {
    it(`ends no payment that a page knows of: ${how}`, () => {
      const { shelf, here, there } = pages();
      here.remember(entryOf('left', 42));
      there.recall();
      clear(shelf);
      assert.equal(said(here.recall()), 'left 42');
      assert.equal(said(there.recall()), 'left 42');
      assert.equal(said(there.recall()), 'left 42');
    });
  }

  it('stays cleared: nothing is written again for that', () => {
    const { shelf, here, there } = pages();
    here.remember(entryOf('left', 42));
    shelf.kept.clear();
    here.recall();
    assert.equal(shelf.kept.size, 0);
    assert.equal(there.recall(), undefined);
  });

  it('takes nothing from what a page knows when another page writes something new', () => {
    const { shelf, here, there } = pages();
    here.remember(entryOf('finished', 42));
    shelf.kept.clear();
    there.remember(entryOf('left', 43));
    assert.equal(said(here.recall()), 'back 42');
    here.remember(entryOf('done', 42));
    assert.equal(said(there.recall()), 'done 42');
    assert.equal(lines(shelf).length, 2);
  });

  it('leaves what grows old, and what is forgotten since', () => {
    const { shelf, here } = pages();
    here.remember(entryOf('left', 42));
    here.remember(entryOf('left', 43));
    shelf.kept.clear();
    here.forget({ ...invoice, transactionId: 42 });
    assert.equal(said(here.recall()), 'left 43');
    shelf.time += 10 * minute;
    assert.equal(here.recall(), undefined);
  });

  it('leaves nothing of what had no id yet: whoever asked for it has the lock', () => {
    const { shelf, here, there } = pages();
    here.remember(entryOf('posting', 0));
    there.recall();
    shelf.kept.clear();
    assert.equal(there.recall(), undefined);
  });

  it('is told to nobody who comes later', () => {
    const { shelf, here } = pages();
    here.remember(entryOf('left', 42));
    shelf.kept.clear();
    here.release();
    assert.equal(here.recall(), undefined);
  });
});

describe('where the browser keeps nothing', () => {
  it('the page remembers', () => {
    const { shelf, here, there } = pages();
    shelf.writes = false;
    here.remember(entryOf('posting', 0));
    here.remember(entryOf('left', 42));
    assert.equal(said(here.recall()), 'left 42');
    assert.equal(there.recall(), undefined);
  });

  it('what the page remembers grows old and is forgotten as elsewhere', () => {
    const { shelf, here } = pages();
    shelf.writes = false;
    here.remember(entryOf('left', 42));
    here.remember(entryOf('left', 43));
    here.forget({ ...invoice, transactionId: 42 });
    assert.equal(said(here.recall()), 'left 43');
    shelf.time += 10 * minute;
    assert.equal(here.recall(), undefined);
  });

  it('the page remembers what there is no room for, and not what stands there still', () => {
    const { shelf, here } = pages();
    here.remember(entryOf('posting', 0));
    shelf.writes = false;
    here.remember(entryOf('left', 42));
    assert.equal(said(here.recall()), 'left 42');
    here.forget({ ...invoice, transactionId: 42 });
    assert.equal(here.recall(), undefined);
  });

  it('the page remembers what is written and cannot be read back', () => {
    const { shelf, here } = pages();
    shelf.reads = false;
    here.remember(entryOf('left', 42));
    assert.equal(said(here.recall()), 'left 42');
  });

  it('what other pages write counts again as soon as something can be kept', () => {
    const { shelf, here, there } = pages();
    shelf.writes = false;
    here.remember(entryOf('left', 42));
    shelf.writes = true;
    here.remember(entryOf('back', 42));
    there.forget({ ...invoice, transactionId: 42 });
    assert.equal(here.recall(), undefined);
  });
});

describe('a text that somebody else has written', () => {
  it('is read when it is as the journal writes', () => {
    assert.equal(said(recalled(`left 42 ${start} x vipps `)), 'left 42');
    assert.equal(said(recalled(`left 42 ${start} x vipps`)), 'left 42');
  });

  const hostile = [
    '',
    ' ',
    '\n\n',
    // As an earlier version wrote it.
    `42 ${start} vipps`,
    `0 ${start} vipps `,
    '{"phase":"left","transactionId":42}',
    // Ids.
    `left -1 ${start} x vipps`,
    `left 1.5 ${start} x vipps`,
    `left 1e3 ${start} x vipps`,
    `left 0x10 ${start} x vipps`,
    `left 042 ${start} x vipps`,
    `left 9007199254740992 ${start} x vipps`,
    `left ${'9'.repeat(400)} ${start} x vipps`,
    `left Infinity ${start} x vipps`,
    `left NaN ${start} x vipps`,
    `left  ${start} x vipps`,
    // Nobody can leave with, or come back from, what has no id; and what is asked for has none.
    `left 0 ${start} x vipps`,
    `back-finished 0 ${start} x vipps`,
    `posting 42 ${start} x vipps`,
    // Times.
    'left 42  x vipps',
    'left 42 soon x vipps',
    'left 42 Infinity x vipps',
    'left 42 -Infinity x vipps',
    'left 42 0 x vipps',
    // Phases.
    `back 42 ${start} x vipps`,
    `back-cancelled 42 ${start} x vipps`,
    `back-failed 42 ${start} x vipps`,
    `LEFT 42 ${start} x vipps`,
    ` 42 ${start} x vipps`,
    `constructor 42 ${start} x vipps`,
    `toString 42 ${start} x vipps`,
    `__proto__ 42 ${start} x vipps`,
    // Too little.
    'left',
    'left 42',
    `left 42 ${start}`,
    `left 42 ${start} x`,
    `left 42 ${start} x `,
  ];

  for (const text of hostile) {
    it(`says nothing: ${JSON.stringify(text.slice(0, 60))}`, () => {
      assert.equal(recalled(text), undefined);
    });
  }

  it('does not hide the lines beside it', () => {
    const { shelf, here } = pages();
    shelf.kept.set(subjectKey(invoice), [...hostile, `left 42 ${start} x vipps `].join('\n'));
    assert.equal(said(here.recall()), 'left 42');
  });

  it('goes as soon as something is written', () => {
    const { shelf, here } = pages();
    shelf.kept.set(subjectKey(invoice), hostile.join('\n'));
    here.remember(entryOf('left', 42));
    assert.equal(lines(shelf).length, 1);
  });

  it('makes nothing but an entry of the five, with an id that fits, about the same', () => {
    const words = ['posting', 'left', 'done', 'back-finished', '0', '42', `${start}`, 'x', '-1'];
    const text = fc
      .array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 8 })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (parts) => {
        const entry = recalled(parts.join('\n'));
        if (!entry) return;
        const { transactionId, paymentMethod, flow, productCode, invoiceNumber } =
          entry.transaction;
        assert.ok(['posting', 'left', 'back', 'done'].includes(entry.phase));
        assert.ok(Number.isSafeInteger(transactionId) && transactionId >= 0);
        assert.ok(paymentMethod);
        assert.deepEqual([flow, productCode, invoiceNumber], ['pay-invoice', 'DN', '1001']);
      }),
    );
  });
});

describe('the key', () => {
  const key = (flow: RedirectFlowName, more: Partial<Subject> = {}) =>
    subjectKey(about(flow, more));

  it('is one for an invoice, whichever way it is paid', () => {
    assert.equal(key('pay-invoice'), key('pay-invoice', { paymentMethod: 'nexi' }));
  });

  it('is another for another invoice, and for another product', () => {
    assert.notEqual(key('pay-invoice'), key('pay-invoice', { invoiceNumber: '1002' }));
    assert.notEqual(key('pay-invoice'), key('pay-invoice', { productCode: 'MAG' }));
  });

  it('is one for a product, whichever method it is changed to', () => {
    assert.equal(key('change-method'), key('change-method', { paymentMethod: 'invoice' }));
    assert.notEqual(key('change-method'), key('change-method', { productCode: 'MAG' }));
  });

  it('is another for an agreement with another provider', () => {
    assert.notEqual(key('add-agreement'), key('add-agreement', { paymentMethod: 'nexi' }));
  });

  it('is one for an agreement, whatever the server listed before', () => {
    assert.equal(key('add-agreement'), key('add-agreement', { known: 'later' }));
  });

  it('is another for each flow', () => {
    const same = { paymentMethod: '', invoiceNumber: '' };
    assert.equal(new Set(redirectFlows.map((flow) => key(flow, same))).size, 3);
  });

  it('keeps what is about one thing from what is about another', () => {
    const shelf = new Shelf();
    new Journal(shelf, invoice, 'here').remember(entryOf('left', 42));
    const other = about('pay-invoice', { invoiceNumber: '1002' });
    assert.equal(new Journal(shelf, other, 'here').recall(), undefined);
  });
});
