import type { TemplateResult } from 'lit';
import type { JsonObject } from '../api/decode.js';
import { amountOf, type VippsPayment } from '../api/swedbank-pay/vipps-payment.js';
import { vippsPayment } from '../i18n/en/vipps-payment.js';
import { date, decimals, money } from '../i18n/format.js';
import { has } from '../i18n/has.js';
import type { Translate } from '../i18n/keys.js';
import { facts } from '../ui/facts.js';

/** What is left of the amount is for the shop. */
const ofTheShop = [
  'remainingCaptureAmount',
  'remainingCancellationAmount',
  'remainingReversalAmount',
] as const;

/** What is told of a payment, in this order. */
const shownFacts = [
  ...(['state', 'amount', 'description', 'number', 'created', 'updated'] as const),
  ...ofTheShop,
  ...(['title', 'abortReason', 'detail'] as const),
] as const;

type Fact = (typeof shownFacts)[number];

/** How what is told is written. */
export interface Writing {
  /** ISO 4217. */
  readonly currency: string;
  readonly language: string;
  /** Whether whoever reads it works for the shop. */
  readonly isStaff: boolean;
  readonly t: Translate;
}

/** A payment as the one who pays reads it: what it costs, also before anything is reserved. */
export function vippsFacts(payment: VippsPayment | undefined, writing: Writing): TemplateResult {
  return detailFacts({ ...payment, amount: payment && amountOf(payment) }, writing);
}

/** What is known of how a payment was paid, or why it was not. */
export function detailFacts(known: JsonObject, writing: Writing): TemplateResult {
  const { isStaff, t } = writing;
  const names = shownFacts.filter((name) => isStaff || !ofTheShop.some((one) => one === name));
  return facts(
    names.map((name) => [t(`vipps-payment.fact.${name}`), write(name, known[name], writing)]),
  );
}

function write(name: Fact, value: unknown, { currency, language, t }: Writing): unknown {
  switch (name) {
    case 'amount':
    case 'remainingCaptureAmount':
    case 'remainingCancellationAmount':
    case 'remainingReversalAmount':
      return value != null && money(Number(value) / 10 ** decimals(currency), currency, language);
    case 'created':
    case 'updated': {
      const when = Date.parse(String(value));
      return when ? date(new Date(when), language, true) : value;
    }
    case 'state': {
      const state = `state.${String(value)}` as const;
      return has(vippsPayment, state) ? t(`vipps-payment.${state}`) : value;
    }
    case 'abortReason': {
      const reason = `meaning.${String(value)}` as const;
      return has(vippsPayment, reason) ? t(`vipps-payment.${reason}`) : value;
    }
    default:
      return value;
  }
}
