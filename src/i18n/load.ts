import type { Family, Texts } from './keys.js';

/** A file of texts. */
export interface File {
  readonly default: Partial<Texts>;
}

type Loaders = Readonly<Record<Family, () => Promise<File>>>;

/** Every path is written out, so that a site's bundler makes a file of each; a file for a script tag has its own. */
const loaders: Readonly<Record<string, Loaders>> = {
  nb: {
    connect: () => import('./nb/connect.js'),
    'method-status': () => import('./nb/method-status.js'),
    'vipps-payment': () => import('./nb/vipps-payment.js'),
  },
  nn: {
    connect: () => import('./nn/connect.js'),
    'method-status': () => import('./nn/method-status.js'),
    'vipps-payment': () => import('./nn/vipps-payment.js'),
  },
  sv: {
    connect: () => import('./sv/connect.js'),
    'method-status': () => import('./sv/method-status.js'),
    'vipps-payment': () => import('./sv/vipps-payment.js'),
  },
  da: {
    connect: () => import('./da/connect.js'),
    'method-status': () => import('./da/method-status.js'),
    'vipps-payment': () => import('./da/vipps-payment.js'),
  },
  fi: {
    connect: () => import('./fi/connect.js'),
    'method-status': () => import('./fi/method-status.js'),
    'vipps-payment': () => import('./fi/vipps-payment.js'),
  },
};

/** The texts of a family of elements in a language of ours. */
export async function load(family: Family, code: string): Promise<File> {
  const texts = await loaders[code]?.[family]();
  if (texts) return texts;
  throw new Error(`no texts in ${code}`);
}
