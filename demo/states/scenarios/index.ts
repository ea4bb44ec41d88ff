import type { ElementName, Scenario } from '../scenario.js';
import { agreements } from './agreements.js';
import { changeMethod } from './change-method.js';
import { due } from './due.js';
import { invoices } from './invoices.js';
import { methodStatus } from './method-status.js';
import { outcome } from './outcome.js';
import { payInvoice } from './pay-invoice.js';
import { paymentMethods } from './payment-methods.js';
import { vipps } from './vipps-payment.js';

/** Every element in every state that it can show. The pages, their index and the tests go by this. */
export const scenarios: readonly Scenario[] = [
  ...paymentMethods,
  ...payInvoice,
  ...changeMethod,
  ...invoices,
  ...agreements,
  ...outcome,
  ...due,
  ...methodStatus,
  ...vipps,
];

export const scenariosOf = (element: ElementName): readonly Scenario[] =>
  scenarios.filter((scenario) => scenario.element === element);

export function findScenario(element: string, state: string): Scenario | undefined {
  return scenarios.find((one) => one.element === element && one.state === state);
}
