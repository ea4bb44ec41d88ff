import { parseAst, type Plugin } from 'vite';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

function isNode(value: unknown): value is Node & Readonly<Record<string, unknown>> {
  return value instanceof Object && 'type' in value && 'start' in value;
}

/** Every tagged template below a node of a syntax tree, in no order. */
function quasis(node: unknown): Node[][] {
  if (Array.isArray(node)) return node.flatMap(quasis);
  if (!isNode(node)) return [];
  const inner = Object.values(node).flatMap(quasis);
  const { type, tag, quasi } = node;
  const isTemplate = type === 'TaggedTemplateExpression' && isNode(tag) && tag['name'] === 'html';
  if (!isTemplate || !isNode(quasi) || !Array.isArray(quasi['quasis'])) return inner;
  return [...inner, quasi['quasis'].filter(isNode)];
}

/** Where a text ends: in an attribute that is nothing but the expression, or between elements. */
const openAttribute = /([\s"][.?@]?[\w-]+)="$/;
const insideTag = /<[a-z][^<>]*$/;

/**
 * Marks the expressions of one template: a comment for one between elements, a `$` at the end of its name
 * for an attribute. Each stands in quotes, as the minifier leaves them. A listener becomes the property
 * `onclick`, a Boolean attribute the property of its name: no element has two of the former, or one of the
 * latter that its property does not reflect.
 *
 * @throws for an attribute that is an expression and more, or whose name has capitals.
 */
export function marked(strings: readonly string[]): string[] {
  let before = '';
  return strings.map((text, index) => {
    before += text;
    // Without a node at its end, the last expression would go on into what comes after the template.
    if (index === strings.length - 1) return text || '<!>';
    if (!insideTag.test(before)) return `${text}<!>`;
    const [, name = ''] = openAttribute.exec(text) ?? [];
    const isWhole = strings[index + 1]?.startsWith('"');
    // HTML keeps no capitals in the name of an attribute.
    if (!name || !isWhole || name !== name.toLowerCase()) {
      throw new Error(`cannot be marked: ${text}`);
    }
    const property = name.replace('@', '.on').replace('?', '.');
    return text.slice(0, -name.length - 2) + `${property}$="`;
  });
}

/** The code with the expressions of its templates marked. */
export function markTemplates(code: string): string {
  const edits = quasis(parseAst(code)).flatMap((texts) => {
    const strings = marked(texts.map(({ start, end }) => code.slice(start, end)));
    return texts.map(({ start, end }, index) => ({ start, end, text: strings[index] ?? '' }));
  });
  // From the end, so that what is before an edit stays where it was.
  edits.sort((a, b) => b.start - a.start);
  return edits.reduce(
    (all, { start, end, text }) => all.slice(0, start) + text + all.slice(end),
    code,
  );
}

/** Marks at build time what Lit would find out at run time. */
export const templates: Plugin = {
  name: 'connect-elements:templates',
  transform(code, id) {
    if (id.includes('node_modules') || !code.includes('html`')) return undefined;
    return { code: markTemplates(code), map: null };
  },
};
