// In every engine: each forgets signals that only a request holds in its own way.
import { expect } from '@open-wc/testing';
import { ConnectError } from '../../src/api/errors.js';
import { request } from '../../src/api/http.js';
import { useSandbox } from '../support/sandbox-client.js';
import { throughPage } from '../support/page-world.js';
import { usePlatform } from './support.js';

/** Makes an engine look for what nothing refers to any more, until something has happened. */
async function litter(until: Promise<unknown>): Promise<void> {
  let isOver = false;
  void until.finally(() => (isOver = true));
  const end = performance.now() + 5000;
  while (!isOver && performance.now() < end) {
    Array.from({ length: 200 }, (_, value) => new Array<number>(20_000).fill(value));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  if (!isOver) throw new Error('it is still waited for');
}

describe('a request that nobody answers, on a page that is short of memory', () => {
  async function ask(signal: AbortSignal): Promise<unknown> {
    const sandbox = await useSandbox();
    const fault = { kind: 'late-answer', ms: 20_000 };
    const { tokens } = await sandbox.begin({ operation: 'listInvoices', fault });
    const access = { id: 'test', token: () => Promise.resolve(tokens[0] ?? '') };
    const url = `${sandbox.apiUrl}/v1/customer/invoice/payment/CO27409`;
    const answer = request({ ...throughPage, method: 'GET', url, access, signal });
    const end = answer.catch((error: unknown) => error);
    await litter(end);
    return end;
  }

  it('ends with its deadline', async () => {
    usePlatform({ deadline: 1000 });
    const { signal } = new AbortController();
    const error = await ask(signal);
    expect(error).to.be.instanceOf(ConnectError);
    expect(error).to.include({ code: 'timeout' });
  });

  it('ends when its element leaves the page', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 1500);
    expect(await ask(controller.signal)).to.include({ name: 'AbortError' });
  });
});
