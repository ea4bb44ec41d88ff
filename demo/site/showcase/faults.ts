import type { Fault } from '../../sandbox/faults.js';

/** What can go wrong, in words, and how the sandbox brings it about. */
interface NamedFault {
  readonly label: string;
  readonly fault?: Fault;
  /** Which operations; all when absent. */
  readonly operations?: readonly string[];
}

const writes = [
  ...['payInvoice', 'changePaymentMethod', 'addVippsAgreement', 'addPayExToken'],
  ...['addKlarnaToken', 'addNexiSubscription'],
];

export const faults: Readonly<Record<string, NamedFault>> = {
  none: { label: 'none' },
  slow: { label: 'slow answers', fault: { kind: 'latency', ms: 3000 } },
  session: { label: 'the session has ended (401)', fault: { kind: 'unauthorized' } },
  busy: { label: 'too many requests (429)', fault: { kind: 'rate-limited', retryAfter: '5' } },
  broken: { label: 'the server fails (500)', fault: { kind: 'server-error' } },
  garbled: { label: 'an answer that is no JSON', fault: { kind: 'broken-json' } },
  cut: { label: 'the connection is cut', fault: { kind: 'drop-before' } },
  declined: { label: 'a press is declined', fault: { kind: 'not-added' }, operations: writes },
  lost: {
    label: 'the answer to a press is lost',
    fault: { kind: 'drop-after' },
    operations: writes,
  },
};
