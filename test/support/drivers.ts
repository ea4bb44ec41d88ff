import { puppeteerCore } from '@web/test-runner-chrome';
import type { Engine } from './engines.js';
import type { Key } from './keys.js';
import { WebDriver } from './webdriver.js';

/** One page in one engine, by what all of them can do. */
export interface Driver {
  /** Of the browser. */
  readonly version: string;
  open(url: string): Promise<void>;
  back(): Promise<void>;
  /** The value of an expression in the page. */
  evaluate(expression: string): Promise<unknown>;
  /** Moves the pointer to an element and presses; each further selector is for the shadow tree of the last. */
  click(...path: string[]): Promise<void>;
  /** Presses a real key; `Shift+Tab` is Tab while Shift is down. */
  key(name: Key): Promise<void>;
  close(): Promise<void>;
}

export async function startDriver(engine: Engine): Promise<Driver> {
  if (engine.name === 'webkit') return WebDriver.start(engine.programs);
  const browser = await puppeteerCore.launch(engine.launchOptions);
  const page = await browser.newPage();
  const version = await browser.version();
  return {
    version: version.slice(version.indexOf('/') + 1),
    open: async (url) => void (await page.goto(url)),
    // A page from the back/forward cache does not load, which is what would be waited for.
    back: async () => void (await page.goBack({ waitUntil: [] })),
    evaluate: (expression) => page.evaluate(expression),
    click: async (...path) => {
      const element = await page.$(path.join(' >>>> '));
      if (!element) throw new Error(`there is no ${path.join(' > ')}`);
      await element.click();
    },
    key: async (name) => {
      const isShifted = name === 'Shift+Tab';
      if (isShifted) await page.keyboard.down('Shift');
      await page.keyboard.press(isShifted ? 'Tab' : name);
      if (isShifted) await page.keyboard.up('Shift');
    },
    close: () => browser.close(),
  };
}
