import { isKnown, within } from './compat.js';

const namesOf = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, name = '']) => name);

const types = within('css.types');

/** `light-dark(` is below the type of what it makes, a colour. */
function keysOfFunction(property: string, name: string): string[] {
  return [
    ...types.filter((key) => key.endsWith(`.${name}`)),
    ...[name, `${name}_function`].map((one) => `css.properties.${property}.${one}`),
  ];
}

/** `dvh` and the like are one feature each. */
function keyOfUnit(unit: string): string {
  const families = {
    viewport_percentage_units_dynamic: /^dv/,
    viewport_percentage_units_large: /^lv/,
    viewport_percentage_units_small: /^sv/,
    container_query_length_units: /^cq/,
  };
  const family = Object.entries(families).find(([, pattern]) => pattern.test(unit))?.[0];
  return `css.types.length.${family ?? unit}`;
}

/** A declaration, or a descriptor of the at-rule that it stands in. */
function keysOfDeclaration(declaration: string, around: string): string[] {
  const [, property = '', value = ''] = /^([\w-]+)\s*:([^]*)/.exec(declaration) ?? [];
  const plain = value.replace(/--[\w-]+/g, '');
  return [
    `css.properties.${property}`,
    `${around}.${property}`,
    ...namesOf(plain, /(?<![\w-])([a-z][a-z-]*)(?![\w(-])/g).map(
      (word) => `css.properties.${property}.${word}`,
    ),
    ...namesOf(plain, /(?<![\w-])([a-z][a-z-]*)\(/g).flatMap((name) =>
      keysOfFunction(property, name),
    ),
    ...namesOf(plain, /([a-z]+)\(\s*from\b/g).map(
      (name) => `css.types.color.${name}.relative_syntax`,
    ),
    ...namesOf(plain, /\d([a-z]+)\b/g).map(keyOfUnit),
  ];
}

function keysOfSelector(selector: string): string[] {
  return [
    ...namesOf(selector, /::?(-?[a-z][a-z-]*)/g).map((name) => `css.selectors.${name}`),
    ...namesOf(selector, /:(nth-[a-z-]+)\([^)]*\bof\b/g).map(
      (name) => `css.selectors.${name}.of_syntax`,
    ),
    ...(selector.includes('&') ? ['css.selectors.nesting'] : []),
  ];
}

const keyOfRule = (rule: string) => `css.at-rules.${/^@([a-z-]+)/.exec(rule)?.[1] ?? ''}`;

function keysOfRule(rule: string): string[] {
  const key = keyOfRule(rule);
  return [
    key,
    ...namesOf(rule, /\(\s*(?:min-|max-)?([a-z-]+)/g).map((name) => `${key}.${name}`),
    ...(/[<>]/.test(rule) ? [`${key}.range_syntax`] : []),
    ...(rule.includes('style(') ? [`${key}.style_queries_for_custom_properties`] : []),
    ...(rule.includes('scroll-state(') ? [`${key}.scroll-state_queries`] : []),
    ...(/^@(?:scope|supports)/.test(rule) ? keysOfSelector(rule) : []),
  ];
}

/** The features of a style sheet: properties, their values, functions, units, selectors and at-rules. */
export function keysOfStyles(css: string): string[] {
  const all = css.replace(/\/\*[^]*?\*\//g, '').replace(/'[^']*'|"[^"]*"/g, '""');
  const keys: string[] = [];
  const around: string[] = [];
  for (const [, text = '', end] of all.matchAll(/([^{};]*)([{};]|$)/g)) {
    const part = text.trim();
    if (part.startsWith('@')) keys.push(...keysOfRule(part));
    else if (end === '{') {
      keys.push(...keysOfSelector(part));
      if (around.some((one) => !one.startsWith('@'))) keys.push('css.selectors.nesting');
    } else keys.push(...keysOfDeclaration(part, keyOfRule(around.at(-1) ?? '')));
    if (end === '{') around.push(part);
    if (end === '}') around.pop();
  }
  return keys.filter(isKnown);
}
