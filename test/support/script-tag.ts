import type { TestRunnerConfig } from '@web/test-runner';
import { minifyHTMLLiterals } from 'minify-literals';
import { cutLit } from '../../src/cdn/lit.js';
import { markTemplates } from '../../src/cdn/templates.js';

type Plugin = NonNullable<TestRunnerConfig['plugins']>[number];

/** What the testing library imports, though no test uses it. */
const unused = 'export const svg = 0, mathml = 0, noChange = 0, _$LH = {};';

const kebab = (code: string) =>
  code.replace(/\.[a-z]+[A-Z]\w*(?==\$)/g, (name) => name.replace(/[A-Z]/g, '-$&').toLowerCase());

/** No template of an element names a property in camel case, which HTML does not keep; tests do. */
const camel = (code: string) =>
  code.replace('e[s.slice(1)]=', 'e[s.slice(1).replace(/-./g,t=>t[1].toUpperCase())]=');

/** Serves the elements as the files for a script tag have them: what is left of Lit, and marked templates. */
export const asForScriptTag: Plugin = {
  name: 'connect-elements:as-for-script-tag',
  async transform({ path, body }) {
    if (typeof body !== 'string') return undefined;
    const rest = cutLit(body, path);
    if (rest !== undefined) return path.endsWith('/lit-html.js') ? camel(rest) + unused : rest;
    if (!/^\/(src|test)\//.test(path) || !body.includes('html`')) return undefined;
    // Quotes are all that is wanted of the minifier: the tests read the texts with their white space.
    const minifyOptions = { collapseWhitespace: false };
    const result = await minifyHTMLLiterals(kebab(body), { fileName: path, minifyOptions });
    return markTemplates(result?.code ?? body);
  },
};
