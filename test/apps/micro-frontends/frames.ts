import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import type { FrameLocator } from 'playwright-core';
import { listen } from '../../../demo/sandbox/http-server.js';
import { config, invoice, settingsOf } from '../../e2e/strict-pages.js';
import { forget } from '../../e2e/support.js';
import { lackOfStorageBlocking, MissingAbility } from '../../support/abilities.js';
import type { Ground } from './ground.js';
import { situation, type Holds } from './situation.js';
import { saying } from '../../support/saying.js';

/** A server with a page of its own and its own way to a token. */
interface OtherServer {
  /** Another origin than the newspaper's, which is at another port of `localhost`. */
  readonly origin: string;
  /** The same of another site: cookies are blocked there, and nothing can be kept. */
  readonly foreign: string;
  serve(html: string): void;
  close(): Promise<unknown>;
}

async function startOtherServer({ stage }: Ground): Promise<OtherServer> {
  let html = '';
  const answer = async (path: string, response: ServerResponse) => {
    const isToken = path === '/token';
    const token = isToken && (await stage.demo.sandbox.accessToken());
    response.setHeader('Content-Type', isToken ? 'application/json' : 'text/html; charset=utf-8');
    response.end(isToken ? JSON.stringify({ access_token: token, expires_in: 300 }) : html);
  };
  const server = await listen('0.0.0.0', 0);
  server.serve(({ url = '' }, response) => answer(url, response));
  return {
    origin: server.origin,
    foreign: server.origin.replace('localhost', '127.0.0.1'),
    serve: (page) => void (html = page),
    close: () => server.close(),
  };
}

const sandboxed =
  'allow-scripts allow-same-origin allow-forms allow-top-navigation-by-user-activation';

/** A page around a frame, which takes up what comes back; `more` stands beside the frame. */
async function openAround(ground: Ground, frame: string, more = ''): Promise<FrameLocator> {
  const { demo } = ground.stage;
  const outcome = config(demo, `<connect-outcome></connect-outcome>${more}`);
  await ground.open(
    `${outcome}<iframe ${frame} width="600" height="500"></iframe>`,
    ground.scripts(ground.file('first')),
  );
  return ground.page.frameLocator('iframe');
}

const back = ({ stage }: Ground) => `target="_top" return-url="${stage.demo.url}/made"`;

/** A frame of the newspaper's own. */
function openNear(ground: Ground, more = ''): Promise<FrameLocator> {
  const body = config(ground.stage.demo, invoice(), back(ground));
  ground.serve('/inner', body, ground.scripts(ground.file('second')));
  return openAround(ground, 'src="/inner"', more);
}

/** A sandboxed frame of another origin, with what it sets besides. */
async function openFar(
  ground: Ground,
  server: OtherServer,
  { origin = server.origin, set = '', more = '' },
) {
  const { demo } = ground.stage;
  // What an earlier page has kept there goes.
  server.serve('');
  await ground.page.goto(origin);
  await forget(ground.page);
  const all = `${settingsOf(demo)} token-url="/token" ${back(ground)} ${set}`;
  const script = ground.scripts(demo.url + ground.file('second'));
  server.serve(`<!doctype html><html lang="en"><title>Inside</title>${script}
    <connect-config ${all}>${invoice()}</connect-config></html>`);
  return openAround(ground, `src="${origin}/" sandbox="${sandboxed}"`, more);
}

/** Presses in the page while the request of the frame is under way. */
async function pressBoth(ground: Ground, inner: FrameLocator): Promise<void> {
  await ground.pay('body > connect-config connect-pay-invoice').waitFor();
  await ground.pay('connect-pay-invoice', inner).waitFor();
  ground.stage.demo.sandbox.faults.set('payInvoice', { kind: 'latency', ms: 800 });
  await ground.pay('connect-pay-invoice', inner).click();
  await ground.page.locator('body > connect-config connect-pay-invoice').evaluate((element) => {
    element.shadowRoot?.querySelector('button')?.click();
  });
  await ground.page.locator('#outcome-finished').waitFor();
}

async function proveNear(ground: Ground, holds: Holds): Promise<void> {
  await holds(
    'in a frame of the same origin an invoice is paid by the window around it',
    async () => {
      const inner = await openNear(ground);
      await ground.payAndReturn(ground.pay('connect-pay-invoice', inner));
    },
  );
  await holds('the page and such a frame, both pressed for one invoice: one payment', async () => {
    await pressBoth(ground, await openNear(ground, invoice()));
    assert.equal(ground.payments(), 1);
  });
}

async function proveFar(ground: Ground, holds: Holds, server: OtherServer): Promise<void> {
  const set = `return-origins="${ground.stage.demo.url}"`;
  const pay = (inner: FrameLocator) => ground.pay('connect-pay-invoice', inner);
  await holds(
    'in a sandboxed frame of another origin too, with a token of that origin, where `return-origins` names the page around',
    async () => {
      await ground.payAndReturn(pay(await openFar(ground, server, { set })));
    },
  );
  await holds('that frame is loaded anew, asks the server, and says that it is paid', async () => {
    const inner = await openFar(ground, server, { set });
    await pay(inner).click();
    await ground.page.click('#outcome-finished');
    await inner.locator(saying('pay-invoice.registered')).waitFor();
  });
  await holds('without `return-origins` nothing is offered, and the setting is named', async () => {
    const inner = await openFar(ground, server, {});
    await inner.locator(saying('pay-invoice.load.error.config')).waitFor();
    const errors = ground.stage.events().filter(({ type }) => type === 'connect-error');
    assert.deepEqual(
      errors.map(({ detail }) => detail['message']),
      ['return-url: expected an https address of this origin or return-origins'],
    );
  });
  await holds(
    'a frame of another site, where the browser lets nothing be kept, pays too; loaded anew it offers to pay again',
    async () => {
      const inner = await openFar(ground, server, { set, origin: server.foreign });
      const lack = await lackOfStorageBlocking(inner.locator('html'));
      if (lack) throw new MissingAbility(lack);
      await ground.payAndReturn(pay(inner));
      await pay(inner).waitFor();
    },
  );
  await holds(
    'the page and a frame of another origin know nothing of each other: both pressed are two requests',
    async () => {
      await pressBoth(ground, await openFar(ground, server, { set, more: invoice() }));
      assert.equal(ground.payments(), 2);
    },
  );
}

export const frames = situation('Frames', async (ground, holds) => {
  const server = await startOtherServer(ground);
  try {
    await proveNear(ground, holds);
    await proveFar(ground, holds, server);
  } finally {
    await server.close();
  }
  return undefined;
});
