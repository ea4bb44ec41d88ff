import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axeCore from 'axe-core';
import type { Page } from 'playwright-core';

const { resolve } = createRequire(import.meta.url);
const axeSource = readFileSync(resolve('axe-core/axe.min.js'), 'utf8');
const aceSource = readFileSync(resolve('accessibility-checker-engine/ace.js'), 'utf8');

/** What the page has once the sources are in it. */
declare const axe: typeof axeCore;
declare const ace: { readonly Checker: new () => Checker };

interface Checker {
  check(
    document: Document,
    rulesets: readonly string[],
  ): Promise<{
    readonly numExecuted: number;
    readonly results: readonly {
      readonly ruleId: string;
      /** Such as `VIOLATION` and `FAIL`. */
      readonly value: readonly string[];
      readonly message: string;
      readonly snippet: string;
    }[];
  }>;
}

/** What one engine says of a page, a line for each fault. */
export interface Reading {
  readonly faults: readonly string[];
  /** How many rules had something to look at. */
  readonly rules: number;
}

/** Brings both engines into a page. */
export async function addEngines(page: Page): Promise<void> {
  await page.evaluate(`${axeSource}; ${aceSource}; globalThis.ace = ace; undefined`);
}

/** axe-core by Deque: every rule of WCAG 2.2 A and AA and of best practice, none turned off. */
export function readByAxe(page: Page): Promise<Reading> {
  return page.evaluate(async () => {
    const versions = ['wcag2', 'wcag21', 'wcag22'];
    const { passes, violations } = await axe.run(document, {
      runOnly: [...versions.flatMap((one) => [`${one}a`, `${one}aa`]), 'best-practice'],
      // The one rule of these that is off unless it is asked for.
      rules: { 'target-size': { enabled: true } },
      resultTypes: ['violations'],
    });
    const faults = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `axe ${id}: ${html} ${any[0]?.message ?? ''}`),
    );
    return { faults, rules: passes.length + violations.length };
  });
}

/** accessibility-checker-engine by IBM: WCAG 2.2 A and AA, and IBM's own requirements. */
export function readByAce(page: Page): Promise<Reading> {
  return page.evaluate(async () => {
    const { results } = await new ace.Checker().check(document, ['WCAG_2_2', 'IBM_Accessibility']);
    const faults = results
      .filter(({ value }) => value.join() === 'VIOLATION,FAIL')
      .map(({ ruleId, message, snippet }) => `ace ${ruleId}: ${message} ${snippet}`);
    return { faults, rules: new Set(results.map(({ ruleId }) => ruleId)).size };
  });
}
