/**
 * The sandbox for a site's own tests, in Node: `connect-elements/sandbox`. No money moves.
 *
 * @packageDocumentation
 */
import type { Sandbox, SandboxOptions } from './index.js';
import type { OnlineFundraising, OnlineFundraisingOptions } from './online-fundraising/index.js';
import type { SwedbankPay, SwedbankPayOptions } from './swedbank-pay/index.js';

export type { DialectName } from './dialects/index.js';
export type { Fault, Faults, SetFault } from './faults.js';
export type { RequestRecord, Sandbox, SandboxOptions } from './index.js';
export type { Outcome } from './names.js';
export type {
  OnlineFundraising,
  OnlineFundraisingOptions,
  ServerRequest,
} from './online-fundraising/index.js';
export type { MerchantRequest, SwedbankPay, SwedbankPayOptions } from './swedbank-pay/index.js';
export type { NewPayment, Payment } from './swedbank-pay/payments.js';
export type { Transaction } from './transactions.js';

/** Not installed with the elements: who only uses those needs neither. */
const peers = 'oidc-provider@9 openapi-backend@5';

async function servers() {
  try {
    return await import('./servers.js');
  } catch (cause) {
    const isMissing =
      cause instanceof Error && 'code' in cause && cause.code === 'ERR_MODULE_NOT_FOUND';
    if (!isMissing) throw cause;
    const advice = `Install them: npm install --save-dev ${peers}`;
    throw new Error(`connect-elements/sandbox needs ${peers}. ${advice}`, { cause });
  }
}

/**
 * Starts the Connect API, the login server with its OAuth server, and the providers' pages.
 *
 * @throws {Error} When `oidc-provider` or `openapi-backend` is not installed.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  return (await servers()).startSandbox(options);
}

/** Starts the Payment Method API of OnlineFundraising. It needs what `startSandbox` needs. */
export async function startOnlineFundraising(
  options?: OnlineFundraisingOptions,
): Promise<OnlineFundraising> {
  return (await servers()).startOnlineFundraising(options);
}

/** Starts the Vipps payment API of Swedbank Pay and its pages. It needs what `startSandbox` needs. */
export async function startSwedbankPay(options: SwedbankPayOptions): Promise<SwedbankPay> {
  return (await servers()).startSwedbankPay(options);
}
