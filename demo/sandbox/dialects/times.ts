import type { SandboxDialect } from './dialect.js';

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;

const paidAfter = (title: string, ms: number): SandboxDialect => ({
  title,
  lateness: (kind) => (kind === 'invoice' ? ms : 0),
});

/** Servers that know later, or otherwise, than the payer what was approved. */
export const timeDialects = {
  'paid-after-20-seconds': paidAfter(
    'a paid invoice that is listed as paid after 20 s',
    20 * second,
  ),
  'paid-after-nine-minutes': paidAfter(
    'a paid invoice that is listed as paid after nine minutes',
    9 * minute,
  ),
  'paid-after-a-day': paidAfter('a paid invoice that is listed as paid after a day', day),
  'late-lists': {
    title: 'lists that show what was added or changed after 20 s',
    lateness: (kind) => (kind === 'invoice' ? 0 : 20 * second),
  },
  'error-after-payment': {
    title: 'a system error after the money moved',
    registers: ['error'],
  },
  'paid-twice': {
    title: 'two approved transactions of one invoice, which is paid twice',
    isPaidTwice: true,
  },
  'back-cancels': {
    title: 'Back from the page of a provider, which cancels the payment',
    isCancelledByBack: true,
  },
} as const satisfies Record<string, SandboxDialect>;
