/** What Storybook offers to type in for each field and attribute of an element, by the manifest of the package. */
import { readFileSync } from 'node:fs';

// It expects a page.
globalThis.window = globalThis;
const { setCustomElementsManifest } = await import('@storybook/web-components');
const { parameters } = await import('@storybook/web-components/entry-preview-argtypes');
const { inferControls } = await import('storybook/preview-api');

const manifest = 'node_modules/connect-elements/custom-elements.json';
setCustomElementsManifest(JSON.parse(readFileSync(manifest, 'utf8')));
const types = parameters.docs.extractArgTypes('connect-pay-invoice');
const controls = inferControls({
  argTypes: types,
  parameters: { __isArgsStory: true, controls: {} },
});
const offered = Object.entries(controls).map(([name, { control }]) => [name, control?.type]);
console.log(JSON.stringify(Object.fromEntries(offered)));
