import type { BrowserLauncher, SessionResult } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { titles, type Engine } from './engines.js';
import { WebDriver, type WebDriverPrograms } from './webdriver.js';

/** What the test runner needs to run tests in an engine. */
export function launcherOf(engine: Engine): BrowserLauncher {
  if (engine.name === 'webkit') return new WebKitLauncher(engine.programs);
  // Its own puppeteer starts Firefox as well, over WebDriver BiDi.
  const launcher = chromeLauncher({ launchOptions: engine.launchOptions });
  launcher.name = titles[engine.name];
  // Of several pages only one has the focus, and the timers of the others run late.
  if (engine.name === 'firefox') launcher.concurrency = 1;
  return launcher;
}

class WebKitLauncher implements BrowserLauncher {
  readonly name = titles.webkit;
  readonly type = 'webdriver';
  // One window, which has the focus.
  readonly concurrency = 1;
  readonly #programs: WebDriverPrograms;
  #browser: Promise<WebDriver> | undefined;
  #active: string | undefined;

  constructor(programs: WebDriverPrograms) {
    this.#programs = programs;
  }

  async startSession(sessionId: string, url: string): Promise<void> {
    this.#browser ??= WebDriver.start(this.#programs);
    this.#active = sessionId;
    await (await this.#browser).open(url);
  }

  isActive(sessionId: string): boolean {
    return this.#active === sessionId;
  }

  async getBrowserUrl(): Promise<string | undefined> {
    return (await this.#browser)?.url();
  }

  async stopSession(): Promise<SessionResult> {
    this.#active = undefined;
    // Ends whatever the page still does.
    await (await this.#browser)?.open('about:blank');
    return {};
  }

  startDebugSession(): Promise<void> {
    return Promise.reject(new Error('Tests cannot be debugged in WebKit by this runner.'));
  }

  async stop(): Promise<void> {
    await (await this.#browser)?.close();
  }
}
