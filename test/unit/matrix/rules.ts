import type { ConnectErrorCode } from '../../../src/api/errors.js';
import type { TextKey } from '../../../src/i18n/keys.js';
import type { End, Kind } from './kinds.js';
import type { Place } from './places.js';

/** What the elements make of a family of faults, by the design's sections 3, 4.6 and 5. */
export interface Rule {
  readonly code: ConnectErrorCode | undefined;
  /** How many times the element asks. */
  readonly tries: number;
  readonly end: End | 'doubt';
}

type Family = keyof typeof rules;

const doubt = { code: 'in-doubt', tries: 1, end: 'doubt' } as const;

/** The expectations, all of them. A re-read is a read: only what is said of it differs. */
export const rules = {
  harmless: {
    read: { code: undefined, tries: 1, end: 'well' },
    write: { code: undefined, tries: 1, end: 'well' },
  },
  renewed: {
    read: { code: undefined, tries: 2, end: 'well' },
    write: { code: undefined, tries: 2, end: 'well' },
  },
  unauthorized: {
    read: { code: 'unauthorized', tries: 2, end: 'unread' },
    write: { code: 'unauthorized', tries: 2, end: 'refused' },
  },
  limited: {
    read: { code: 'rate-limited', tries: 4, end: 'unread' },
    write: { code: 'rate-limited', tries: 1, end: 'refused' },
  },
  failing: {
    read: { code: 'server', tries: 4, end: 'unread' },
    write: doubt,
  },
  unreadable: {
    read: { code: 'invalid-response', tries: 1, end: 'unread' },
    write: { code: 'invalid-response', tries: 1, end: 'doubt' },
  },
  declined: {
    read: { code: 'declined', tries: 1, end: 'unread' },
    write: { code: 'declined', tries: 1, end: 'declined' },
  },
  redirected: {
    read: { code: 'invalid-response', tries: 1, end: 'unread' },
    write: doubt,
  },
  unanswered: {
    read: { code: 'network', tries: 4, end: 'unread' },
    write: doubt,
  },
  late: {
    read: { code: 'timeout', tries: 1, end: 'unread' },
    write: doubt,
  },
} satisfies Record<string, Record<'read' | 'write', Rule>>;

export interface MatrixFault {
  readonly name: string;
  readonly family: Family;
  /** Whether a write is done all the same. */
  readonly isDone: boolean;
  /** Whether the server sees the request. */
  readonly isSeen?: false;
  /** Milliseconds between two tries, at least and at most; by our own account when absent. */
  readonly pause?: readonly [number, number];
  /** The least and the most that our own account comes to in all, where it is another than after a failure. */
  readonly own?: readonly [number, number];
  /** What the sandbox is told; nothing when the fault is the network's or there is none. */
  readonly fault?: object;
  readonly strikes?: 'no address' | 'deadline' | 'cut';
}

/** Milliseconds after which the elements give up in the one row that is about it. */
export const shortDeadline = 1500;

const inHalfAMinute = () => new Date(Date.now() + 30_000).toUTCString();
const limited = { family: 'limited', isDone: false } as const;
const unanswered = { family: 'unanswered' } as const;

/** @param elsewhere An origin that is not the API's. */
export const matrixFaults = (elsewhere: string): readonly MatrixFault[] => [
  { name: 'none', family: 'harmless', isDone: true },
  { name: 'slow', family: 'harmless', isDone: true, fault: { kind: 'latency', ms: 30 } },
  { name: '401 once', family: 'renewed', isDone: true, fault: { kind: 'unauthorized', times: 1 } },
  { name: '401 always', family: 'unauthorized', isDone: false, fault: { kind: 'unauthorized' } },
  {
    ...limited,
    name: '429, `Retry-After` in seconds',
    pause: [5000, 5000],
    fault: { kind: 'rate-limited', retryAfter: '5' },
  },
  {
    ...limited,
    name: '429, `Retry-After` as a date',
    pause: [20_000, 30_000],
    fault: { kind: 'rate-limited', retryAfter: inHalfAMinute() },
  },
  {
    ...limited,
    name: '429, `X-RateLimit-Reset`',
    pause: [7000, 7000],
    fault: { kind: 'rate-limited', reset: 7 },
  },
  // 10 s, doubled each time, times 0.5 to 1.5.
  { ...limited, name: '429, bare', own: [35_000, 105_000], fault: { kind: 'rate-limited' } },
  { name: '500, HTML', family: 'failing', isDone: false, fault: { kind: 'server-error' } },
  { name: '502, work done', family: 'failing', isDone: true, fault: { kind: 'bad-gateway' } },
  { name: 'XML', family: 'unreadable', isDone: true, fault: { kind: 'xml' } },
  { name: 'broken JSON', family: 'unreadable', isDone: true, fault: { kind: 'broken-json' } },
  { name: 'empty body', family: 'unreadable', isDone: true, fault: { kind: 'empty-body' } },
  { name: '`success: false`', family: 'declined', isDone: false, fault: { kind: 'not-added' } },
  {
    ...unanswered,
    name: 'cut before the work',
    isDone: false,
    fault: { kind: 'drop-before' },
    strikes: 'cut',
  },
  {
    ...unanswered,
    name: 'cut after the work',
    isDone: true,
    fault: { kind: 'drop-after' },
    strikes: 'cut',
  },
  {
    ...unanswered,
    name: 'CORS: may not ask',
    isDone: false,
    isSeen: false,
    fault: { kind: 'preflight-refused' },
  },
  {
    ...unanswered,
    name: 'CORS: may not read',
    isDone: true,
    fault: { kind: 'answer-withheld' },
  },
  {
    ...unanswered,
    name: 'DNS: no such host',
    isDone: false,
    isSeen: false,
    strikes: 'no address',
  },
  {
    name: 'answer after the deadline',
    family: 'late',
    isDone: true,
    fault: { kind: 'late-answer', ms: 20_000 },
    strikes: 'deadline',
  },
  {
    name: 'redirect elsewhere',
    family: 'redirected',
    isDone: false,
    fault: { kind: 'redirect', to: `${elsewhere}/stray` },
  },
];

export function ruleOf({ family }: MatrixFault, kind: Kind): Rule {
  return rules[family][kind === 'write' ? 'write' : 'read'];
}

export function endOf(fault: MatrixFault, kind: Kind): End {
  const { end } = ruleOf(fault, kind);
  if (end !== 'doubt') return end;
  return fault.isDone ? 'doubt, done' : 'doubt, undone';
}

/** How many times the element asks in a place. What nobody has asked for is never tried again. */
export function triesOf({ kind, unasked }: Place, fault: MatrixFault): number {
  const { code, tries } = ruleOf(fault, kind);
  if (!unasked || !code || !retried.includes(code)) return tries;
  // A list joins it, and goes on by itself when it has given up.
  return unasked === 'alone' ? 1 : 1 + tries;
}

const retried: readonly ConnectErrorCode[] = ['rate-limited', 'server', 'network', 'timeout'];

/** By their keys, what a subscriber is told of a read or a refusal. */
export function saidOf(
  { kind, unread, refused, flow }: Place,
  code: ConnectErrorCode,
): readonly TextKey[] {
  if (unread) return [`${unread}.load.error.${code}`, `shared.error.${code}`];
  if (kind === 're-read') {
    return [code === 'unauthorized' ? 'shared.check.unauthorized' : 'shared.check.no-answer'];
  }
  if (flow) return [`${flow}.error.${code}.title`, `${flow}.error.${code}.body`];
  return refused ? [refused, `shared.error.${code}`] : [];
}
