import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeObject, isObject, text } from '../../src/api/decode.js';
import { resolveChromium } from './chromium.js';
import { DevToolsPipe } from './devtools-pipe.js';

/** None of them is about automation. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-pipe',
];

interface Frozen {
  readonly session: string;
  /** The tab that is in front of it. */
  readonly cover: string;
}

/**
 * A Chromium as a reader has it. What drives browsers for tests forbids them to prerender and to keep pages
 * that are left, and keeps hidden pages awake; here nothing is attached to a page but for the moment in which
 * it is told something, and while it is frozen.
 */
export class BareBrowser {
  readonly #program: ChildProcess;
  readonly #profile: string;
  readonly #pipe: DevToolsPipe;
  /** What keeps a page frozen, by the page's address. */
  readonly #frozen = new Map<string, Frozen>();

  private constructor(program: ChildProcess, profile: string) {
    this.#program = program;
    this.#profile = profile;
    this.#pipe = new DevToolsPipe(program);
  }

  /** Opens an address in a fresh profile. */
  static async open(url: string): Promise<BareBrowser> {
    const { executablePath, args: own, env } = await resolveChromium('installed');
    const profile = await mkdtemp(join(tmpdir(), 'connect-elements-profile-'));
    const isHeadless = own.some((arg) => arg.startsWith('--headless'));
    const all = [...args, ...own, ...(isHeadless ? [] : ['--headless=new'])];
    const program = spawn(executablePath, [...all, `--user-data-dir=${profile}`, url], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    return new BareBrowser(program, profile);
  }

  /** Opens an address in one more tab, in front of the others. */
  async openTab(url: string): Promise<void> {
    await this.#pipe.send('Target.createTarget', { url });
  }

  /** Runs a statement in the page of an address: nothing stays attached to it. */
  async tell(url: string, statement: string): Promise<void> {
    const session = await this.#attach(url);
    // What leaves the page may take the session with it before it has answered.
    await this.#pipe.send(
      'Runtime.evaluate',
      { expression: `void setTimeout(() => {${statement}})` },
      session,
    );
    await this.#pipe.send('Target.detachFromTarget', { sessionId: session });
  }

  /** The value of an expression in the page of an address; a promise is waited for. */
  async ask(url: string, expression: string): Promise<unknown> {
    const session = await this.#attach(url);
    const options = { expression, awaitPromise: true, returnByValue: true };
    const answer = await this.#pipe.send('Runtime.evaluate', options, session);
    await this.#pipe.send('Target.detachFromTarget', { sessionId: session });
    if (answer['exceptionDetails']) throw new Error(`${expression} has thrown`);
    return decodeObject(answer['result'])['value'];
  }

  /** Puts another tab in front and stops all that runs in the page, as a browser does when it needs memory. */
  async freeze(url: string): Promise<void> {
    const session = await this.#attach(url);
    const { targetId } = await this.#pipe.send('Target.createTarget', { url: 'about:blank' });
    await this.#pipe.send('Page.setWebLifecycleState', { state: 'frozen' }, session);
    this.#frozen.set(url, { session, cover: text(targetId) });
  }

  /** Lets a page that was frozen go on, and puts it in front again; a browser without tabs leaves it hidden. */
  async thaw(url: string): Promise<void> {
    const frozen = this.#frozen.get(url);
    if (!frozen) throw new Error(`${url} was not frozen`);
    this.#frozen.delete(url);
    await this.#pipe.send('Page.setWebLifecycleState', { state: 'active' }, frozen.session);
    await this.#pipe.send('Page.bringToFront', {}, frozen.session);
    await this.#pipe.send('Target.closeTarget', { targetId: frozen.cover });
    await this.#pipe.send('Target.detachFromTarget', { sessionId: frozen.session });
  }

  /** Ends this browser alone; its processes may write into the profile a moment longer. */
  async close(): Promise<void> {
    const { exitCode, signalCode } = this.#program;
    if (exitCode === null && signalCode === null) {
      const exit = once(this.#program, 'exit');
      this.#program.kill();
      const timer = setTimeout(() => this.#program.kill('SIGKILL'), 5000);
      await exit;
      clearTimeout(timer);
    }
    this.#pipe.close();
    await new Promise((resolve) => setTimeout(resolve, 500));
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }

  /** A page that is prerendered, or kept in the cache, is not meant. */
  async #attach(url: string): Promise<string> {
    const end = Date.now() + 15_000;
    for (;;) {
      const { targetInfos } = await this.#pipe.send('Target.getTargets');
      const targets = Array.isArray(targetInfos) ? targetInfos.filter(isObject) : [];
      const target = targets.find(
        ({ type, subtype, url: at }) => type === 'page' && !subtype && at === url,
      );
      if (target) {
        const options = { targetId: text(target['targetId']), flatten: true };
        const { sessionId } = await this.#pipe.send('Target.attachToTarget', options);
        return text(sessionId);
      }
      if (Date.now() > end) throw new Error(`no page is at ${url}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
