import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { Readable } from 'node:stream';
import { keys, type Key } from './keys.js';

/** The key of an element's reference, https://www.w3.org/TR/webdriver2/#elements */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

export interface WebDriverPrograms {
  /** `WebKitWebDriver`. */
  driver: string;
  /** `Xvfb`, where the browser's window is. */
  display: string;
}

/**
 * A browser with one window, driven by W3C WebDriver ("classic"): plain HTTP. Packages that speak it bring
 * hundreds of others along, some of which download programs when they are installed.
 */
export class WebDriver {
  readonly #programs: readonly ChildProcess[];
  readonly #session: string;
  /** Of the browser. */
  readonly version: string;

  private constructor(programs: readonly ChildProcess[], session: string, version: string) {
    this.#programs = programs;
    this.#session = session;
    this.version = version;
  }

  static async start({ driver, display }: WebDriverPrograms): Promise<WebDriver> {
    const programs: ChildProcess[] = [];
    const end = () => programs.forEach((program) => program.kill());
    process.once('exit', end);
    try {
      // It picks a free number and says it, which `xvfb-run` does by guessing.
      const args = ['-displayfd', '3', '-nolisten', 'tcp', '-screen', '0', '1280x1024x24'];
      const screen = spawn(display, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
      programs.push(screen);
      const number = await firstLine(screen);
      const port = await freePort();
      const env = { ...process.env, DISPLAY: `:${number}`, GDK_BACKEND: 'x11' };
      programs.push(spawn(driver, [`--port=${port}`], { env, stdio: 'ignore' }));
      const address = `http://127.0.0.1:${port}`;
      await ready(address);
      const started = await send(`${address}/session`, 'POST', { capabilities: {} });
      const version = member(member(started, 'capabilities'), 'browserVersion');
      const session = `${address}/session/${String(member(started, 'sessionId'))}`;
      return new WebDriver(programs, session, String(version));
    } catch (error) {
      end();
      throw error;
    }
  }

  async open(url: string): Promise<void> {
    await this.#post('/url', { url });
  }

  async url(): Promise<string> {
    return String(await send(`${this.#session}/url`, 'GET'));
  }

  async back(): Promise<void> {
    await this.#post('/back', {});
  }

  /** The value of an expression in the page; a promise is waited for. */
  evaluate(expression: string): Promise<unknown> {
    return this.#post('/execute/sync', { script: `return (${expression})`, args: [] });
  }

  /** Moves the pointer to an element and presses; each further selector is for the shadow tree of the last. */
  async click(...path: string[]): Promise<void> {
    const queries = path.map((selector) => `querySelector(${JSON.stringify(selector)})`);
    const found = await this.evaluate(`document.${queries.join('.shadowRoot.')}`);
    const element = String(member(found, elementKey));
    await this.#post(`/element/${element}/click`, {});
  }

  /** A key by its code, https://www.w3.org/TR/webdriver2/#keyboard-actions */
  async key(name: Key): Promise<void> {
    const shift = name === 'Shift+Tab' ? ['\uE008'] : [];
    const pressed = [...shift, keys[name]];
    const actions = [
      ...pressed.map((value) => ({ type: 'keyDown', value })),
      ...pressed.reverse().map((value) => ({ type: 'keyUp', value })),
    ];
    await this.#post('/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  async close(): Promise<void> {
    await send(this.#session, 'DELETE').catch(() => undefined);
    for (const program of this.#programs) program.kill();
  }

  #post(path: string, body: object): Promise<unknown> {
    return send(this.#session + path, 'POST', body);
  }
}

async function send(url: string, method: string, body?: object): Promise<unknown> {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const answer: unknown = await response.json();
  const value = member(answer, 'value');
  if (response.ok) return value;
  throw new Error(`${String(member(value, 'error'))}: ${String(member(value, 'message'))}`);
}

function member(value: unknown, name: string): unknown {
  return value instanceof Object ? Reflect.get(value, name) : undefined;
}

/** Until the driver answers, or has had 20 s to. */
async function ready(address: string): Promise<void> {
  const end = Date.now() + 20_000;
  for (;;) {
    const status = await send(`${address}/status`, 'GET').catch((error: unknown) => {
      if (Date.now() > end) throw error;
    });
    if (status) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function firstLine(screen: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const numbers = screen.stdio[3];
    if (numbers instanceof Readable) numbers.once('data', (line) => resolve(String(line).trim()));
    screen.once('error', reject);
    screen.once('exit', (code) => reject(new Error(`the display ended with ${code}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
