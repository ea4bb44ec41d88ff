import { randomInt } from 'node:crypto';
import { isObject, text } from '../../../src/api/decode.js';
import { isOpen, left, type Payment, type Payments } from './payments.js';
import { forbidden, inputError, problem, type Answer } from './problems.js';
import { pathOf, resource } from './resource.js';

interface Call {
  readonly payments: Payments;
  readonly payment: Payment;
  /** Checked against the contract before. */
  readonly body: unknown;
  readonly origin: string;
}

type Work = (call: Call) => Answer;

/** What the API does, by the contract's names. */
export const operations = new Map<string, Work>([
  ['getVippsPayment', ({ payment, origin }) => ok(resource(payment, origin))],
  ['abortVippsPayment', abort],
  ['captureVippsPayment', (call) => transact(call, 'Capture')],
  ['cancelVippsPayment', (call) => transact(call, 'Cancellation')],
  ['getPaidVippsPayment', paid],
  [
    'getFailedVippsPayment',
    ({ payment }) =>
      payment.state === 'Failed'
        ? {
            ...ok({ problem: problem(403, 'vipps/acquirer_error', 'The payer has no cover').body }),
            type: 'application/problem+json',
          }
        : forbidden,
  ],
  [
    'getAbortedVippsPayment',
    ({ payment }) =>
      payment.state === 'Aborted'
        ? ok({ payment: pathOf(payment), aborted: { abortReason: 'CancelledByConsumer' } })
        : forbidden,
  ],
]);

const ok = (body: object): Answer => ({ status: 200, body });

function abort({ payments, payment, origin }: Call): Answer {
  if (!isOpen(payment)) return forbidden;
  payments.change(payment, { state: 'Aborted' });
  // The vendor's sample of this answer lists nothing; what is read later does.
  return ok(resource(payment, origin, []));
}

/** A capture of a part or of all that is left; a cancellation of all that is left. */
function transact({ payments, payment, body }: Call, type: 'Capture' | 'Cancellation'): Answer {
  const given = isObject(body) && isObject(body['transaction']) ? body['transaction'] : {};
  const most = left(payment);
  if (!most || !payment.authorized) return forbidden;
  const amount = type === 'Capture' ? Number(given['amount']) : most;
  const vatAmount = Number(given['vatAmount'] ?? 0);
  if (amount > most) return inputError('Transaction.Amount', `At most ${most} is left`);
  if (vatAmount > amount) return inputError('Transaction.VatAmount', 'More than the amount');
  const { captured, cancelled } = payment;
  const isCapture = type === 'Capture';
  payments.change(
    payment,
    isCapture ? { captured: captured + amount } : { cancelled: cancelled + amount },
  );
  const id = `${pathOf(payment)}/${isCapture ? 'captures' : 'cancellations'}/${randomInt(1e9)}`;
  const transaction = {
    ...{ id, type, state: 'Completed', number: randomInt(1, 1e9), amount, vatAmount },
    description: text(given['description']),
    payeeReference: text(given['payeeReference']),
  };
  return ok({
    payment: pathOf(payment),
    [isCapture ? 'capture' : 'cancellation']: { id, transaction },
  });
}

function paid({ payment }: Call): Answer {
  if (!payment.authorized) return forbidden;
  const { number, amount } = payment;
  const id = `${pathOf(payment)}/paid`;
  const transaction = { id: `${pathOf(payment)}/transactions/1`, number: number + 1 };
  const more = { payeeReference: 'A1234', orderReference: 'or-1', tokens: [], details: {} };
  return ok({
    payment: pathOf(payment),
    paid: { id, number: number + 1, transaction, amount, ...more },
  });
}
