import type { FlowState } from '../flow/states.js';
import type { Means } from '../host/means.js';
import { currencyOf } from '../host/settings.js';
import { money } from '../i18n/format.js';

/** What the server was found to want instead of what the button said; in the currency's own units. */
export function newAmountOf(state: FlowState): number | undefined {
  return state.name === 'choosing' && state.notice?.is === 'new-amount'
    ? state.notice.amount
    : undefined;
}

/** The same as it is read; empty when there is none. */
export function newAmountText(state: FlowState, means: Means): string {
  const amount = newAmountOf(state);
  return amount == null
    ? ''
    : money(amount.toFixed(2), currencyOf(means.settings()), means.language());
}
