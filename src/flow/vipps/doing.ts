import type { EventOf, VippsEvent, VippsStep } from './events.js';
import { unchanged } from './unchanged.js';
import type {
  Fetching,
  Leaving,
  Locking,
  Opening,
  Permitting,
  Reading,
  Sending,
  Shown,
} from './states.js';
import {
  ask,
  conclude,
  depart,
  act,
  isHeard,
  leavePage,
  overhear,
  refuse,
  show,
  stop,
  tellError,
} from './steps.js';

/** From the press to what the server, or the vendor's page, says of it. */

export function locking(state: Locking, event: VippsEvent): VippsStep {
  const { wanted } = state;
  switch (event.type) {
    case 'locked':
      return {
        state: { name: 'reading', wanted },
        effects: [stop, { type: 'find', rel: wanted.rel }],
      };
    case 'taken':
      return show({ is: 'elsewhere' });
    default:
      return isHeard(event) ? overhear(state, event) : unchanged(state, event);
  }
}

export function reading(state: Reading, event: VippsEvent): VippsStep {
  const { wanted } = state;
  switch (event.type) {
    case 'listed':
      return listed(state, event);
    case 'unlisted':
      return refuse(event);
    // What was read before the page was hidden says nothing about now.
    case 'seen':
      return { state, effects: [stop, { type: 'find', rel: wanted.rel }] };
    default:
      return isHeard(event) ? overhear(state, event) : unchanged(state, event);
  }
}

function listed({ wanted }: Reading, { operation, kind }: EventOf<'listed'>): VippsStep {
  if (!operation) return show({ is: 'lost' });
  const { rel } = wanted;
  const { href: url } = operation;
  switch (kind) {
    case 'change':
      return {
        state: { name: 'permitting', wanted, operation },
        effects: [{ type: 'ask-page', wanted }],
      };
    // The payer may come back to a page that is loaded anew.
    case 'page':
      return depart(url, { type: 'keep', rel });
    case 'script':
      return {
        state: { name: 'opening' },
        effects: [{ type: 'keep', rel }, { type: 'close' }, { type: 'open', url }],
      };
    case 'details':
      return { state: { name: 'fetching', rel }, effects: [{ type: 'fetch', operation }] };
  }
}

export function permitting(state: Permitting, event: VippsEvent): VippsStep {
  const { operation } = state;
  switch (event.type) {
    case 'allowed':
      return {
        state: { name: 'sending' },
        effects: [{ type: 'close' }, { type: 'send', operation, body: event.body }],
      };
    case 'vetoed':
      return show();
    case 'impossible':
      return refuse(event);
    default:
      return isHeard(event) ? overhear(state, event) : unchanged(state, event);
  }
}

/** Given up, its fate would be unknown: whoever leaves waits for the answer and lets go of the lock then. */
export function sending(state: Sending, event: VippsEvent): VippsStep {
  switch (event.type) {
    case 'done':
      return state.isGone ? leavePage : conclude({ is: 'done' });
    case 'refused': {
      const { error, refusal } = event;
      return state.isGone ? leavePage : conclude({ is: 'refused', refusal }, tellError(error));
    }
    case 'lost':
      return state.isGone ? leavePage : conclude({ is: 'in-doubt' }, tellError(event.error));
    case 'left':
      return { state: { ...state, isGone: true }, effects: [] };
    default:
      return unchanged(state, event);
  }
}

export function fetching(state: Fetching, event: VippsEvent): VippsStep {
  switch (event.type) {
    case 'fetched':
      return show({ is: 'details', rel: state.rel, known: event.known });
    case 'unfetched':
      return refuse(event);
    default:
      return isHeard(event) ? overhear(state, event) : unchanged(state, event);
  }
}

export function opening(state: Opening, event: VippsEvent): VippsStep {
  switch (event.type) {
    case 'opened':
      return show();
    case 'unopened': {
      const { state: next, effects } = refuse(event);
      return { state: next, effects: [{ type: 'close' }, { type: 'forget' }, ...effects] };
    }
    // It may tell of an error, and be there all the same.
    case 'tried':
      return act(state, event);
    default:
      return isHeard(event) ? overhear(state, event) : unchanged(state, event);
  }
}

const fromCache: Shown = { name: 'shown' };

export function leaving(state: Leaving, event: VippsEvent): VippsStep {
  switch (event.type) {
    // An app has taken the navigation, or the site.
    case 'late':
      return ask('open');
    case 'seen':
      return { state: fromCache, effects: [stop, { type: 'reload' }] };
    default:
      return isHeard(event) ? act(state, event) : unchanged(state, event);
  }
}
