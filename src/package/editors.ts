import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import {
  getVsCodeCssCustomData,
  getVsCodeHtmlCustomData,
} from 'custom-element-vs-code-integration';

import { isObject } from '../api/decode.js';

const folder = 'dist/editors';

type Manifest = Parameters<typeof getWebTypesData>[0];

/** A test holds it against the whole schema. */
const isManifest = (value: unknown): value is Manifest =>
  isObject(value) && 'schemaVersion' in value;

/** What editors show of the elements while one writes HTML and CSS, made from the manifest. */
export function writeEditorData(): void {
  const manifest: unknown = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
  if (!isManifest(manifest)) throw new Error('custom-elements.json is no manifest');
  const options = { hideLogs: true };
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/vscode.html.json`, getVsCodeHtmlCustomData(manifest, options));
  writeFileSync(`${folder}/vscode.css.json`, getVsCodeCssCustomData(manifest, options));
  writeFileSync(
    `${folder}/web-types.json`,
    getWebTypesData(manifest, { ...options, packageJson: false }),
  );
}
