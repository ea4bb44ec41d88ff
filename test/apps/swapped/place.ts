import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launch } from '../../e2e/support.js';
import { run, versionsOf } from '../package.js';
import type { Place, Proof } from '../place.js';
import { payments } from './flow.js';
import { kept } from './kept.js';
import { libraries, type Library } from './libraries.js';
import { moving, previewing, refreshing } from './moving.js';
import { builtPage, first, page, type Changing, type Settings } from './pages.js';
import {
  bundleHydrating,
  minified,
  plain,
  rendered,
  renderOnServer,
  withoutComments,
} from './rendered.js';
import type { Sentence } from './sentence.js';
import { startSite, type Site } from './site.js';
import { Visit } from './visit.js';

/** Where what is proven was installed. */
interface Installed {
  /** The libraries, and what a server renders with. */
  readonly app: string;
  /** A site that is built, where the library is a part of that. */
  readonly built?: string | undefined;
}

interface Stage extends Installed {
  readonly library: Library;
  readonly site: Site;
  readonly browser: Browser;
}

function sentencesOf({ preview, refresh }: Library): readonly Sentence[] {
  return [
    ...payments,
    ...kept,
    ...moving,
    ...(preview ? [previewing] : []),
    ...(refresh ? refreshing : []),
  ];
}

async function installOf({ built }: Library, { install }: Proof): Promise<Installed> {
  const app = await install('swapped/app/pages');
  if (!built) return { app };
  const folder = await install(built);
  await run(folder, 'npx', '--no-install', 'astro', 'build');
  return { app, built: folder };
}

/** Tries each sentence with pages that have these elements, and this on the page that a server has rendered. */
async function tryEach(
  { library, site, browser, app, built }: Stage,
  { holds }: Proof,
  sentences: readonly Sentence[],
  more: Pick<Settings, 'elements' | 'rendered'> = {},
): Promise<void> {
  for (const [sentence, work] of sentences) {
    const changing: Changing = { invoice: first };
    const settings = { library, site, changing, ...more };
    const files = built && join(built, 'dist');
    site.show({
      folders: files ? [app, files] : [app],
      page: (path, token) =>
        files ? builtPage(settings, files, path, token) : page(settings, path, token),
    });
    await holds(sentence, () =>
      Visit.during(browser, site, (visit) => work(visit, { library, changing })),
    );
  }
}

async function prove(library: Library, proof: Proof): Promise<string> {
  const installed = await installOf(library, proof);
  const { app, built = app } = installed;
  const site = await startSite();
  const browser = await launch();
  const stage = { ...installed, library, site, browser };
  try {
    await tryEach(stage, proof, sentencesOf(library));
    const elements = await bundleHydrating(app);
    const whole = await renderOnServer(app, site.sandbox);
    const cleaned = withoutComments(whole);
    await tryEach(stage, proof, rendered, { elements, rendered: whole });
    await tryEach(stage, proof, minified, { elements, rendered: cleaned });
    await tryEach(stage, proof, plain, { rendered: cleaned });
  } finally {
    await browser.close();
    await site.close();
  }
  return versionsOf(built, library.packages);
}

export const places: readonly Place[] = libraries.map((library) => ({
  name: library.name,
  prove: (proof) => prove(library, proof),
}));
