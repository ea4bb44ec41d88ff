import { text } from '../api/decode.js';
import { ConnectError, type ConnectErrorCode } from '../api/errors.js';
import type { Outcome } from '../host/events.js';
import type { SeamlessHandlers } from '../host/seamless-view.js';
import { isSecure } from '../host/settings.js';

/** What the seamless view can say, in our words. */
export interface SeamlessListener {
  begins(): void;
  ends(outcome: Outcome): void;
  fails(error: ConnectError): void;
  /** @param url Where the payer has to go; https, or http on this machine. */
  leaves(url: string): void;
}

/** The vendor's events by their names. A payment that fails for good ends; a single try only fails. */
export function seamlessHandlers(listener: SeamlessListener): SeamlessHandlers {
  const end = (outcome: Outcome) => () => listener.ends(outcome);
  const fail = (code: ConnectErrorCode, details: unknown) =>
    listener.fails(new ConnectError(code, `seamless view: ${text(details)}`));
  return {
    onPaymentCreated: () => listener.begins(),
    onPaymentPending: end('initiated'),
    onPaymentCompleted: end('finished'),
    onPaymentCanceled: end('cancelled'),
    onPaymentFailed: end('failed'),
    onPaymentTransactionFailed: ({ details }) => fail('declined', details),
    onError: ({ details }) => fail('server', details),
    onExternalRedirect: ({ redirectUrl }) => {
      const url = text(redirectUrl);
      if (URL.canParse(url) && isSecure(new URL(url))) listener.leaves(url);
    },
  };
}
