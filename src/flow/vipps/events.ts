import type { JsonObject } from '../../api/decode.js';
import type { ConnectError } from '../../api/errors.js';
import type { Address, Claim, Refusal, Standing, VippsState, Wanted } from './states.js';

/** What the vendor's page says, for as long as it is shown in ours. */
export type SeamlessEvent =
  /** The payer has begun to pay. */
  | { readonly type: 'begun' }
  | { readonly type: 'claimed'; readonly claim: Claim }
  /** A single try has failed, or the page has: one can try again. */
  | { readonly type: 'tried'; readonly error: ConnectError }
  /** It sends the payer away. */
  | { readonly type: 'sent-away'; readonly url: string }
  /** It would, to an address that may not be followed. */
  | { readonly type: 'misled'; readonly error: ConnectError };

export type VippsEvent =
  | SeamlessEvent
  /**
   * The payment was read, because the page or the reader asked for it.
   *
   * `left` is what the payer went away by, on this page or one before, when nothing of it is open here;
   * `isListed` says whether it can be opened again. There is no `standing` where something newer has been read since.
   */
  | {
      readonly type: 'loaded';
      readonly left?: string | undefined;
      readonly isListed: boolean;
      readonly standing?: Standing | undefined;
    }
  /** The element has left the page, or is about another payment. */
  | { readonly type: 'left' }
  /** The page is back from the browser's cache. */
  | { readonly type: 'seen' }
  /** The button of something that cannot be taken back. */
  | { readonly type: 'asked'; readonly rel: string; readonly needsFields: boolean }
  | { readonly type: 'prepared' }
  | { readonly type: 'unprepared' }
  | { readonly type: 'denied' }
  /** The reader has said yes, or presses what needs no question; or the site asks for it. */
  | { readonly type: 'pressed'; readonly wanted: Wanted }
  | { readonly type: 'locked' }
  | { readonly type: 'taken' }
  /** The payment was read; without an operation when it is not listed, or not for whoever asks. */
  | { readonly type: 'listed'; readonly kind: Kind; readonly operation?: Address | undefined }
  | { readonly type: 'unlisted'; readonly error: ConnectError; readonly refusal: Refusal }
  | { readonly type: 'allowed'; readonly body: JsonObject }
  | { readonly type: 'vetoed' }
  /** What is to be sent is wrong. */
  | { readonly type: 'impossible'; readonly error: ConnectError; readonly refusal: Refusal }
  | { readonly type: 'done' }
  | { readonly type: 'refused'; readonly error: ConnectError; readonly refusal: Refusal }
  /** Nobody knows whether it was done. */
  | { readonly type: 'lost'; readonly error: ConnectError }
  | { readonly type: 'fetched'; readonly known: JsonObject }
  | { readonly type: 'unfetched'; readonly error: ConnectError; readonly refusal: Refusal }
  | { readonly type: 'opened' }
  | { readonly type: 'unopened'; readonly error: ConnectError; readonly refusal: Refusal }
  /** Ten seconds after it left, the page is still seen. */
  | { readonly type: 'late' }
  | { readonly type: 'found'; readonly standing: Standing }
  | { readonly type: 'unanswered'; readonly error: ConnectError }
  /** A pause is over. */
  | { readonly type: 'due' }
  | { readonly type: 'checked-again' };

/** What is done with an operation. */
export type Kind = 'page' | 'script' | 'change' | 'details';

export type VippsEventType = VippsEvent['type'];

/** Events by their types. */
export type EventOf<Type extends VippsEventType> = Extract<VippsEvent, { type: Type }>;

/** What a page's developers are told. */
export type Told =
  | { readonly name: 'transaction' }
  | { readonly name: 'outcome'; readonly claim: Claim }
  | { readonly name: 'confirmed'; readonly confirmed: boolean }
  | { readonly name: 'error'; readonly error: ConnectError };

/** What the runner does; each names the events that answer it. */
export type VippsEffect =
  /** `locked`, `taken`. */
  | { readonly type: 'lock' }
  | { readonly type: 'unlock' }
  /** `listed`, `unlisted`. */
  | { readonly type: 'find'; readonly rel: string }
  /** `allowed`, `vetoed`, `impossible`. */
  | { readonly type: 'ask-page'; readonly wanted: Wanted }
  /** `done`, `refused`, `lost`. */
  | { readonly type: 'send'; readonly operation: Address; readonly body: JsonObject }
  /** `fetched`, `unfetched`. */
  | { readonly type: 'fetch'; readonly operation: Address }
  /** `opened`, `unopened`; what the vendor's page says. */
  | { readonly type: 'open'; readonly url: string }
  | { readonly type: 'close' }
  /** `connect-redirect` and one navigation; `late` when the page is still there. */
  | { readonly type: 'depart'; readonly url: string }
  /** `prepared`, `unprepared`. */
  | { readonly type: 'prepare' }
  /** By the policy for reads, or for those that no reader asked for: `found`, `unanswered`. */
  | { readonly type: 'check'; readonly isUnasked: boolean }
  /** `due`, after so many seconds of a page that is seen. */
  | { readonly type: 'wait'; readonly seconds: number }
  /** Whatever is being checked or waited for is of no use any more. */
  | { readonly type: 'stop' }
  /** For the session: what the payer goes away by. */
  | { readonly type: 'keep'; readonly rel: string }
  | { readonly type: 'forget' }
  /** `loaded`. */
  | { readonly type: 'reload' }
  | { readonly type: 'tell'; readonly told: Told };

export type VippsEffectType = VippsEffect['type'];

/** What an event makes of a state. */
export interface VippsStep {
  readonly state: VippsState;
  readonly effects: readonly VippsEffect[];
}
