import type { FlowEventType } from './events.js';
import type { FlowStateName } from './states.js';

/** What may come late to any state, since nobody can call it back. */
const lateAnswers = ['late', 'due', 'held', 'overdue'] as const;
/** The same, to what has pauses of its own. */
const lateButDue = ['late', 'held', 'overdue'] as const;
/** Answers to what only somebody who leaves asks for. */
const leavingAnswers = [
  'locked',
  'taken',
  'robbed',
  'allowed',
  'vetoed',
  'impossible',
  'created',
  'refused',
  'lost',
] as const;
/** Buttons that are not there. */
const otherButtons = ['continued', 'checked-again', 'started-over', 'insisted'] as const;
const answersToQuestions = ['affirmed', 'denied'] as const;
const readings = ['found', 'unanswered'] as const;

/**
 * The events that change nothing, by state. A new event is in none of these lists, and so does not compile
 * until somebody has decided what it means in each state.
 */
export const ignoredIn = {
  idle: [
    ...lateAnswers,
    ...leavingAnswers,
    ...otherButtons,
    ...answersToQuestions,
    ...readings,
    ...(['gone', 'pressed', 'freed', 'noted', 'seen'] as const),
  ],
  choosing: [
    ...lateAnswers,
    ...leavingAnswers,
    ...otherButtons,
    ...answersToQuestions,
    ...(['began', 'freed'] as const),
  ],
  locking: [
    ...lateAnswers,
    ...otherButtons,
    ...answersToQuestions,
    ...readings,
    ...(['began', 'arrived', 'pressed', 'freed', 'noted', 'seen'] as const),
    ...(['allowed', 'vetoed', 'impossible', 'created', 'refused', 'lost', 'robbed'] as const),
  ],
  permitting: [
    ...lateAnswers,
    ...otherButtons,
    ...answersToQuestions,
    ...readings,
    ...(['began', 'arrived', 'pressed', 'freed', 'noted', 'seen'] as const),
    ...(['locked', 'taken', 'created', 'refused', 'lost'] as const),
  ],
  reading: [
    ...lateAnswers,
    ...otherButtons,
    ...answersToQuestions,
    ...(['began', 'arrived', 'pressed', 'freed', 'noted'] as const),
    ...(['locked', 'taken', 'allowed', 'vetoed'] as const),
    ...(['impossible', 'created', 'refused', 'lost'] as const),
  ],
  posting: [
    ...lateAnswers,
    ...otherButtons,
    ...answersToQuestions,
    ...readings,
    ...(['arrived', 'pressed', 'freed', 'noted', 'seen'] as const),
    ...(['locked', 'taken', 'allowed', 'vetoed', 'impossible'] as const),
  ],
  leaving: [
    ...otherButtons,
    ...answersToQuestions,
    ...readings,
    ...(['began', 'pressed', 'freed', 'due', 'held', 'overdue'] as const),
    ...(['locked', 'taken', 'allowed', 'vetoed', 'created', 'refused', 'lost', 'robbed'] as const),
  ],
  away: [
    ...lateAnswers,
    ...leavingAnswers,
    ...answersToQuestions,
    ...(['began', 'pressed', 'freed', 'insisted'] as const),
  ],
  elsewhere: [
    ...leavingAnswers,
    ...answersToQuestions,
    ...readings,
    ...(['began', 'pressed', 'late', 'due', 'continued', 'started-over', 'insisted'] as const),
  ],
  checking: [
    ...leavingAnswers,
    ...answersToQuestions,
    ...lateButDue,
    ...(['began', 'pressed', 'freed', 'continued', 'insisted'] as const),
  ],
  unconfirmed: [
    ...lateAnswers,
    ...leavingAnswers,
    ...answersToQuestions,
    ...(['began', 'pressed', 'freed', 'continued', 'insisted', 'unanswered'] as const),
  ],
  'in-doubt': [
    ...lateButDue,
    ...leavingAnswers,
    ...answersToQuestions,
    ...(['began', 'pressed', 'freed', 'continued', 'insisted'] as const),
  ],
  registered: [
    ...lateAnswers,
    ...leavingAnswers,
    ...answersToQuestions,
    ...readings,
    ...(['began', 'freed', 'seen'] as const),
    ...(['continued', 'checked-again', 'started-over'] as const),
  ],
  questioning: [
    ...lateAnswers,
    ...leavingAnswers,
    ...otherButtons,
    ...readings,
    ...(['began', 'pressed', 'freed'] as const),
  ],
} as const satisfies Record<FlowStateName, readonly FlowEventType[]>;
