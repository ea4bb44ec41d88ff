import { readFileSync } from 'node:fs';
import { isKnown } from './compat.js';
import type { Uses } from './scan.js';

function keysOfDeclaration(property: string, value: string): string[] {
  const words = value.match(/[a-z][a-z-]*(?![\w(-])/g) ?? [];
  return [
    `css.properties.${property}`,
    ...words.map((word) => `css.properties.${property}.${word}`),
  ];
}

/** The features of a style sheet: properties, their values, functions, selectors and at-rules. */
export function keysOfStyles(css: string): string[] {
  const all = css.replace(/\/\*[^]*?\*\//g, '');
  const named = (pattern: RegExp, before: string) =>
    [...all.matchAll(pattern)].map(([, name = '']) => `${before}.${name}`);
  const declarations = [...all.matchAll(/(?<=[{;]\s*)([a-z-]+)\s*:\s*([^;{}]+)(?=[;}])/g)];
  return [
    ...declarations.flatMap(([, property = '', value = '']) => keysOfDeclaration(property, value)),
    ...named(/(?<![:\w-])([a-z][a-z-]*)\(/g, 'css.types'),
    ...named(/(?<![:\w-])([a-z][a-z-]*)\(/g, 'css.types.color'),
    ...named(/::?([a-z][a-z-]*)(?![^{}]*;)/g, 'css.selectors'),
    ...named(/@([a-z][a-z-]*)/g, 'css.at-rules'),
  ].filter(isKnown);
}

/** The features of a template: elements and their attributes. */
export function keysOfTemplate(html: string): string[] {
  const tags = [
    ...html.matchAll(/<([a-z][a-z0-9]*)((?:\s+[?@.]?[a-z][\w-]*(?:=(?:"[^"]*"|[^\s>]+))?)*)/g),
  ];
  return tags
    .flatMap(([, tag = '', attributes = '']) => [
      `html.elements.${tag}`,
      ...[...attributes.matchAll(/\s\??([a-z][\w-]*)/g)].flatMap(([, name = '']) => [
        `html.elements.${tag}.${name}`,
        `html.global_attributes.${name}`,
      ]),
    ])
    .filter(isKnown);
}

/** What style sheets and templates use. Both are read as text: what is put into them is not seen. */
export function scanText(files: readonly string[]): Uses {
  const uses: Uses = new Map();
  for (const file of files) {
    const source = readFileSync(file, 'utf8');
    for (const [, css = ''] of source.matchAll(/\/\* css \*\/ `([^`]*)`/g)) {
      for (const key of keysOfStyles(css)) uses.set(key, file);
    }
    for (const [, html = ''] of source.matchAll(/html`([^`]*)`/g)) {
      for (const key of keysOfTemplate(html)) uses.set(key, file);
    }
  }
  return uses;
}
