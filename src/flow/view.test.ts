import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assumedRules } from './rules.js';
import type {
  Away,
  Checking,
  Choosing,
  FlowState,
  FlowStateName,
  InDoubt,
  Question,
  Questioning,
  Registered,
  StateOf,
  Unconfirmed,
} from './states.js';
import type { Outcome, Transaction } from './transaction.js';
import { transition } from './transition.js';
import { ignoredIn } from './ignored.js';
import { events, view, type ActionName, type View } from './view.js';

const subject: Transaction = {
  flow: 'pay-invoice',
  paymentMethod: 'vipps',
  productCode: 'DN',
  invoiceNumber: '1001',
  transactionId: 42,
};

const away = (more: Partial<Away> = {}): Away => ({
  name: 'away',
  transaction: subject,
  inquiry: 'asked',
  ...more,
});
const checking = (claim: Outcome, more: Partial<Checking> = {}): Checking => ({
  name: 'checking',
  transaction: subject,
  claim,
  isGuessed: false,
  attempt: 0,
  isWaiting: false,
  isTold: false,
  ...more,
});
const unconfirmed = (
  claim: Unconfirmed['claim'],
  more: Partial<Unconfirmed> = {},
): Unconfirmed => ({
  name: 'unconfirmed',
  transaction: subject,
  claim,
  inquiry: 'asked',
  isTold: true,
  ...more,
});
const inDoubt = (more: Partial<InDoubt> = {}): InDoubt => ({
  name: 'in-doubt',
  subject,
  because: 'lost',
  inquiry: 'unanswered',
  ...more,
});
const registered = (basis: Registered['basis']): Registered => ({
  name: 'registered',
  transaction: subject,
  basis,
});
const choosing = (notice: Choosing['notice']): Choosing => ({ name: 'choosing', notice });
const questioning = (question: Question, back: Questioning['back']): Questioning => ({
  name: 'questioning',
  question,
  back,
});

/** What is shown: `state`, whether one may choose, `moment`, slot, buttons, and whether the server is asked. */
type Shown = readonly [
  state: View['state'],
  showsChoice: boolean,
  moment?: string,
  slot?: string,
  actions?: readonly ActionName[],
  isAsking?: boolean,
];

interface Case<State> {
  readonly when: string;
  readonly state: State;
  readonly shown: Shown;
}

const submitting: Shown = ['submitting', true];
const settled = (
  moment: string,
  slot: string,
  actions: readonly ActionName[] = [],
  isAsking = false,
): Shown => ['settled', false, moment, slot, actions, isAsking];
const notice = (moment: string, slot = 'notice'): Shown => [
  undefined,
  true,
  moment,
  slot,
  [],
  false,
];

const open = ['continue', 'start-over'] as const;
const again = ['check-again', 'start-over'] as const;
const finished = ['check-again', 'not-paid'] as const;
const openClaims = ['initiated', 'unknown', 'error'] as const;

type Cases = { readonly [Name in FlowStateName]: readonly Case<StateOf<Name>>[] };

const cases: Cases = {
  idle: [{ when: 'nothing has begun', state: { name: 'idle' }, shown: [undefined, true] }],
  choosing: [
    { when: 'nothing is said', state: choosing(undefined), shown: [undefined, true] },
    {
      when: 'it was cancelled',
      state: choosing({ is: 'ended', outcome: 'cancelled' }),
      shown: notice('unconfirmed.cancelled', 'cancelled'),
    },
    {
      when: 'it failed',
      state: choosing({ is: 'ended', outcome: 'failed' }),
      shown: notice('unconfirmed.failed', 'failed'),
    },
    {
      when: 'it is done, and listed as before',
      state: choosing({ is: 'ended', outcome: 'finished', failure: 'as-before' }),
      shown: notice('outcome.finished', 'finished'),
    },
    {
      when: 'it was refused',
      state: choosing({ is: 'refused', code: 'declined' }),
      shown: notice('error.declined', 'error'),
    },
    {
      when: 'nothing was registered',
      state: choosing({ is: 'not-registered' }),
      shown: notice('not-registered'),
    },
    {
      when: 'the amount is another',
      state: choosing({ is: 'new-amount', amount: 150 }),
      shown: notice('new-amount'),
    },
    {
      when: 'the address could not be read',
      state: choosing({ is: 'unreadable' }),
      shown: notice('unreadable'),
    },
  ],
  locking: [{ when: 'pressed', state: { name: 'locking', subject }, shown: submitting }],
  permitting: [{ when: 'locked', state: { name: 'permitting', subject }, shown: submitting }],
  reading: [{ when: 'allowed', state: { name: 'reading', subject }, shown: submitting }],
  posting: [{ when: 'asked for', state: { name: 'posting', subject }, shown: submitting }],
  leaving: [
    {
      when: 'it goes',
      state: { name: 'leaving', transaction: subject },
      shown: ['redirecting', false, 'leaving', 'redirecting', [], false],
    },
  ],
  away: [
    { when: 'it left', state: away(), shown: settled('open', 'open', open) },
    {
      when: 'the server is asked',
      state: away({ inquiry: 'asking' }),
      shown: settled('open', 'open', open, true),
    },
    {
      when: 'this page sent it and is still there',
      state: away({ hasStayed: true }),
      shown: settled('away', 'open', open),
    },
    {
      when: 'the server does not answer',
      state: away({ inquiry: 'unanswered', failure: 'network' }),
      shown: settled('open', 'open', open),
    },
  ],
  elsewhere: [
    {
      when: 'somebody may be at it, or this very page is',
      state: { name: 'elsewhere', subject, isHeld: false },
      shown: ['submitting', true],
    },
    {
      when: 'somebody is at it',
      state: { name: 'elsewhere', subject, isHeld: true },
      shown: settled('elsewhere', 'elsewhere', ['check-again']),
    },
  ],
  checking: [
    ...(['finished', 'cancelled', 'failed', ...openClaims] as const).map((claim) => ({
      when: `${claim}, asked`,
      state: checking(claim),
      shown: settled(`outcome.${claim}`, claim, [], true),
    })),
    {
      when: 'finished, waiting',
      state: checking('finished', { attempt: 1, isWaiting: true }),
      shown: settled('outcome.finished', 'finished', finished, true),
    },
    ...openClaims.map((claim) => ({
      when: `${claim}, waiting`,
      state: checking(claim, { attempt: 1, isWaiting: true }),
      shown: settled(`outcome.${claim}`, claim, again, true),
    })),
    {
      when: 'cancelled by a guess, waiting',
      state: checking('cancelled', { attempt: 1, isWaiting: true, isGuessed: true }),
      shown: settled('outcome.cancelled', 'cancelled', again, true),
    },
  ],
  unconfirmed: [
    {
      when: 'finished',
      state: unconfirmed('finished'),
      shown: settled('unconfirmed.finished', 'finished', finished),
    },
    ...openClaims.map((claim) => ({
      when: claim,
      state: unconfirmed(claim),
      shown: settled(`unconfirmed.${claim}`, claim, again),
    })),
    {
      when: 'the server does not answer, and so denies nothing',
      state: unconfirmed('finished', { inquiry: 'unanswered', failure: 'rate-limited' }),
      shown: settled('outcome.finished', 'finished', finished),
    },
    {
      when: 'it is listed as before, and would be later',
      state: unconfirmed('unknown', { inquiry: 'unclear', failure: 'as-before' }),
      shown: settled('outcome.unknown', 'unknown', ['start-over']),
    },
  ],
  'in-doubt': [
    {
      when: 'the server is asked',
      state: inDoubt({ inquiry: 'asking' }),
      shown: settled('in-doubt', 'in-doubt', [], true),
    },
    ...(['asked', 'unclear', 'unanswered'] as const).map((inquiry) => ({
      when: `the server was asked: ${inquiry}`,
      state: inDoubt({ inquiry }),
      shown: ['failed', false, 'in-doubt', 'in-doubt', again, false] as const,
    })),
  ],
  registered: [
    {
      when: 'confirmed to this reader',
      state: registered('confirmed'),
      shown: settled('registered', 'notice'),
    },
    {
      when: 'found before something new was begun',
      state: registered('found'),
      shown: settled('already', 'notice', ['pay-again']),
    },
    {
      when: 'confirmed to another page',
      state: registered('noted'),
      shown: settled('registered', 'notice', ['pay-again']),
    },
  ],
  questioning: (
    [
      ['start-over', away()],
      ['start-over', inDoubt()],
      ['not-paid', unconfirmed('finished')],
      ['again', registered('found')],
    ] as const
  ).map(([question, back]) => ({
    when: `${question}, from ${back.name}`,
    state: questioning(question, back),
    shown: settled(`ask.${question}`, 'question', ['yes', 'no']),
  })),
};

const all: readonly Case<FlowState>[] = Object.values(cases).flat();

function shownOf(state: FlowState): Shown {
  const { state: name, showsChoice, message } = view(state);
  if (!message) return [name, showsChoice];
  const { moment, slot, actions, isAsking } = message;
  return [name, showsChoice, moment, slot, actions, isAsking];
}

describe('what is shown', () => {
  for (const { when, state, shown } of all) {
    it(`${state.name}: ${when}`, () => {
      assert.deepEqual(shownOf(state), shown);
    });
  }

  it('says why the server has not answered, where it has not', () => {
    assert.equal(view(away({ failure: 'network' })).message?.failure, 'network');
    assert.equal(view(unconfirmed('error', { failure: 'server' })).message?.failure, 'server');
    assert.equal(view(inDoubt({ failure: 'timeout' })).message?.failure, 'timeout');
    assert.equal(view(away()).message?.failure, undefined);
  });

  it('has a tone when something is done, or was refused, and else none', () => {
    for (const { state } of all) {
      const isRefused = state.name === 'choosing' && state.notice?.is === 'refused';
      const tone = state.name === 'registered' ? 'registered' : isRefused ? 'error' : undefined;
      assert.equal(view(state).message?.tone, tone);
    }
  });

  it('lets nobody choose beside a question, or beside what is open', () => {
    const free: readonly FlowStateName[] = ['idle', 'choosing'];
    for (const { state } of all) {
      const { showsChoice, state: name } = view(state);
      assert.equal(showsChoice && name !== 'submitting', free.includes(state.name));
    }
  });
});

describe('a button', () => {
  const buttons = all.flatMap(({ when, state }) =>
    (view(state).message?.actions ?? []).map((action) => ({ when, state, action })),
  );

  for (const { when, state, action } of buttons) {
    it(`does something: ${action}, ${state.name}, ${when}`, () => {
      const event = events[action];
      const ignored: readonly string[] = ignoredIn[state.name];
      assert.ok(!ignored.includes(event.type), `${event.type} changes nothing`);
      const step = transition(state, event, assumedRules);
      assert.ok(step.state !== state || step.effects.length > 0, `${event.type} changes nothing`);
    });
  }

  it('is there for each of the seven, somewhere', () => {
    const shown = new Set(buttons.map(({ action }) => action));
    assert.deepEqual([...shown].sort(), Object.keys(events).sort());
  });

  it('stands once in a message', () => {
    for (const { state } of all) {
      const actions = view(state).message?.actions ?? [];
      assert.equal(new Set(actions.map((action) => events[action].type)).size, actions.length);
    }
  });

  it('that begins something new beside what is open asks first', () => {
    for (const { state, action } of buttons) {
      const isNew = action === 'start-over' || action === 'not-paid' || action === 'pay-again';
      if (!isNew) continue;
      const { state: next, effects } = transition(state, events[action], assumedRules);
      assert.equal(next.name, 'questioning');
      assert.ok(effects.every(({ type }) => type === 'stop'));
    }
  });

  it('that says no leads back to what was shown', () => {
    for (const { state } of all) {
      if (state.name !== 'questioning') continue;
      const { state: next } = transition(state, events.no, assumedRules);
      assert.deepEqual(shownOf(next), shownOf(state.back));
    }
  });
});
