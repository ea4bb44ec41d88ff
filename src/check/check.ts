import { agreementProviders, isProvider } from '../api/connect/agreement.js';
import type { ConnectApi } from '../api/connect/dialect.js';
import { invoicesPath } from '../api/connect/invoices.js';
import { productPath } from '../api/connect/payment.js';
import { ConnectError, toConnectError } from '../api/errors.js';
import { never } from '../api/http.js';
import { read } from '../api/shared-read.js';
import { checkAddress } from './address.js';
import { checkAgreements, type AgreementLists } from './agreements.js';
import { open, type Finding } from './finding.js';
import { checkInvoices } from './invoices.js';
import { checkMethods } from './methods.js';
import { checkRefusal } from './refusal.js';

/** What is read, and of whom. */
export interface CheckOptions {
  readonly api: ConnectApi;
  /** Of a product that the token's subscriber has; 1 to 12 characters. */
  readonly productCode: string;
  /** An address that a payer came back to. */
  readonly cameBack?: string | undefined;
}

/** A read that failed: the operation's path, and the code and the status of the error. */
export interface Failure {
  readonly path: string;
  readonly code: string;
  readonly status: number | undefined;
}

export interface Report {
  /** One for each member of the dialect. */
  readonly findings: readonly Finding[];
  readonly failures: readonly Failure[];
  /** Whether any of the lists could be read. */
  readonly isRead: boolean;
}

/** A product that nobody has, to be refused. */
const nobodys = 'CHECK-0';

/**
 * Reads what can be read, with GET alone, and holds it against what is assumed. Nothing is created, changed or
 * removed.
 */
export async function check({ api, productCode, cameBack }: CheckOptions): Promise<Report> {
  const failures: Failure[] = [];
  const ask = async (path: string): Promise<unknown> => {
    try {
      return await read(api, path, { signal: never });
    } catch (cause) {
      const { code, status } = toConnectError(cause);
      failures.push({ path, code, status });
      return undefined;
    }
  };
  const methods = await ask(productPath(productCode));
  const invoices = await ask(invoicesPath(productCode));
  const lists: Record<string, unknown> = {};
  for (const provider of Object.keys(agreementProviders).filter(isProvider)) {
    const body = await ask(agreementProviders[provider].path);
    if (body !== undefined) lists[provider] = body;
  }
  return {
    findings: [
      ...understood(['paymentMethod'], methods, checkMethods),
      ...understood(['standing', 'amountOf', 'day'], invoices, checkInvoices),
      open('currencies', 'no answer names a currency'),
      ...understood(['agreementReference', 'isAgreementAbout'], lists, (all) =>
        checkAgreements(agreementLists(all)),
      ),
      ...unasked,
      ...checkAddress(cameBack),
      ...checkRefusal(await refusal(api)),
    ],
    failures,
    isRead: [methods, invoices, ...Object.values(lists)].some((body) => body !== undefined),
  };
}

/** What only a change, or a page of the login server, can tell. */
const unasked: readonly Finding[] = [
  open('addAgreement', 'it changes something: this tool reads alone'),
  open('removeAgreement', 'it changes something: this tool reads alone'),
  open('changeMethodPath', 'the login server is not asked'),
  open('ticketParameter', 'the login server is not asked'),
];

/** An answer that is not what the contract says tells nothing of a member. */
function understood(
  members: readonly Finding['member'][],
  body: unknown,
  look: (body: unknown) => readonly Finding[],
): readonly Finding[] {
  const all = (met: string) => members.map((member) => open(member, met));
  if (body === undefined) return all('it could not be read');
  try {
    return look(body);
  } catch (cause) {
    return all(toConnectError(cause).message);
  }
}

function agreementLists(lists: unknown): AgreementLists {
  return { ...(typeof lists === 'object' ? lists : {}) };
}

/** How the API says no: to a read of what nobody has. */
async function refusal(api: ConnectApi): Promise<ConnectError | undefined> {
  const answer = await read(api, productPath(nobodys), { signal: never }).catch(
    (cause: unknown) => cause,
  );
  return answer instanceof ConnectError ? answer : undefined;
}
