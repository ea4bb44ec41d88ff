import type { puppeteerCore } from '@web/test-runner-chrome';
import { resolveChromium } from './chromium.js';
import { firstOnPath, isExecutable } from './programs.js';
import type { WebDriverPrograms } from './webdriver.js';

export const engineNames = ['chromium', 'firefox', 'webkit'] as const;
export type EngineName = (typeof engineNames)[number];

export const titles: Readonly<Record<EngineName, string>> = {
  chromium: 'Chromium',
  firefox: 'Firefox',
  webkit: 'WebKit',
};

/** How to have the engines that do not come with the install. */
const advice = {
  firefox: 'Install Firefox (Debian: apt-get install firefox-esr), or set FIREFOX_PATH.',
  webkit:
    'Install WebKitGTK’s driver and a display without a screen (Debian: apt-get install ' +
    'webkit2gtk-driver xvfb), or set WEBKIT_DRIVER_PATH and XVFB_PATH.',
};

/** An engine that is on this machine. */
export type Engine =
  | { name: 'chromium' | 'firefox'; launchOptions: puppeteerCore.LaunchOptions; source: string }
  | { name: 'webkit'; programs: WebDriverPrograms; source: string };

/** An engine that is not, and what to do about it. */
export class MissingEngine {
  readonly name: EngineName;
  readonly advice: string;

  constructor(name: 'firefox' | 'webkit') {
    this.name = name;
    this.advice = `${titles[name]} is not on this machine. ${advice[name]}`;
  }
}

const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--mute-audio',
  // A host that there is not is known at once: a resolver that is asked may lose the question, for five seconds.
  '--host-resolver-rules=MAP *.invalid ^NOTFOUND',
];

export async function findEngine(name: EngineName): Promise<Engine | MissingEngine> {
  if (name === 'chromium') return findChromium();
  return name === 'firefox' ? findFirefox() : findWebKit();
}

async function findChromium(): Promise<Engine> {
  const { executablePath, args, env, source } = await resolveChromium();
  const launchOptions: puppeteerCore.LaunchOptions = {
    browser: 'chrome',
    executablePath,
    args: [...chromiumArgs, ...args],
    env: { ...process.env, ...env },
  };
  return { name: 'chromium', launchOptions, source };
}

function findFirefox(): Engine | MissingEngine {
  const executablePath = find('FIREFOX_PATH', ['firefox', 'firefox-esr']);
  if (!executablePath) return new MissingEngine('firefox');
  const launchOptions: puppeteerCore.LaunchOptions = { browser: 'firefox', executablePath };
  return { name: 'firefox', launchOptions, source: executablePath };
}

function findWebKit(): Engine | MissingEngine {
  const driver = find('WEBKIT_DRIVER_PATH', ['WebKitWebDriver']);
  const display = find('XVFB_PATH', ['Xvfb']);
  if (!driver || !display) return new MissingEngine('webkit');
  return { name: 'webkit', programs: { driver, display }, source: driver };
}

/** The program that a variable names, else an installed one. */
function find(variable: string, names: readonly string[]): string | undefined {
  const given = process.env[variable];
  if (given && !isExecutable(given)) {
    throw new Error(`${variable} is ${given}, which is no program that can be started.`);
  }
  return given ?? firstOnPath(names);
}
