import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { isKnown } from './compat.js';
import type { Uses } from './scan.js';
import { keysOfStyles } from './scan-styles.js';

/** The classes that may have a property or an event of an element, its own first. */
function keyInDom(tag: string, name: string): string[] {
  const own = `HTML${tag.slice(0, 1).toUpperCase()}${tag.slice(1)}Element`;
  return [own, 'HTMLElement', 'Element'].map((holder) => `api.${holder}.${name}`).filter(isKnown);
}

function keysOfAttribute(tag: string, attribute: string): string[] {
  const [, sign = '', name = '', value = ''] =
    /^([?@.]?)([\w-]+)(?:=["']?([^"']*))?/.exec(attribute) ?? [];
  if (sign === '@') return keyInDom(tag, `${name}_event`).slice(0, 1);
  if (sign === '.') return keyInDom(tag, name).slice(0, 1);
  const keys = [`html.elements.${tag}.${name}`, `html.global_attributes.${name}`];
  return [
    ...keys,
    ...keys.flatMap((key) => [`${key}.${value}`, `${key}_${value}`]),
    ...(name === 'style' ? keysOfStyles(value) : []),
  ];
}

/** The features of a template: elements, and their attributes, properties and events. */
function keysOfTemplate(html: string): string[] {
  const tags = html.matchAll(
    /<([a-z][\w-]*)((?:\s+[?@.]?[a-z][\w-]*(?:=(?:"[^"]*"|[^\s>]+))?)*)/gi,
  );
  return [...tags]
    .flatMap(([, tag = '', attributes = '']) => [
      `html.elements.${tag}`,
      ...[...attributes.matchAll(/[?@.]?[a-z][\w-]*(?:=(?:"[^"]*"|[^\s>]+))?/gi)].flatMap(([one]) =>
        keysOfAttribute(tag, one),
      ),
    ])
    .filter(isKnown);
}

/** What stands in a template itself; what is put into it is `_`. */
function textOf(template: ts.TemplateLiteral): string {
  return ts.isTemplateExpression(template)
    ? [template.head, ...template.templateSpans.map(({ literal }) => literal)]
        .map(({ text }) => text)
        .join('_')
    : template.text;
}

/** The features of the style sheets and templates of a script. */
export function keysOfTexts(script: string): string[] {
  const keys: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && /^(?:html|svg)$/.test(node.tag.getText())) {
      keys.push(...keysOfTemplate(textOf(node.template)));
    }
    if (ts.isTemplateLiteral(node) && /^\s*\/\* css \*\//.test(node.getFullText())) {
      keys.push(...keysOfStyles(textOf(node)));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('script.ts', script, ts.ScriptTarget.ESNext, true));
  return keys;
}

/** What style sheets and templates use. Both are read as text: what is put into them is not seen. */
export function scanText(files: readonly string[]): Uses {
  const uses: Uses = new Map();
  for (const file of files) {
    for (const key of keysOfTexts(readFileSync(file, 'utf8'))) uses.set(key, file);
  }
  return uses;
}
