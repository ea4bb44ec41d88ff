import { escapeHtml } from './escape.js';

/** Something that goes from one actor to another, or that one does by itself. */
export interface Message {
  readonly from: string;
  /** The same as `from` for what it does by itself. */
  readonly to: string;
  readonly text: string;
  /** An answer is dashed. */
  readonly isAnswer?: boolean;
}

/** An event that the element fires on the page. */
export interface Fired {
  readonly event: string;
  /** Beside its name, such as that it can be cancelled. */
  readonly text?: string;
}

/** A part of the story with a heading of its own, such as what happens when an answer is lost. */
export interface Part {
  readonly title: string;
  readonly steps: readonly (Message | Fired)[];
}

export interface Sequence {
  readonly id: string;
  readonly title: string;
  readonly actors: readonly string[];
  /** Who fires the events. */
  readonly element: string;
  readonly parts: readonly Part[];
}

const column = 176;
const lineHeight = 15;
const top = 52;
/** Characters that stand beside one another in a column, at the size that the style sheet sets. */
const perColumn = 26;

/** The picture, in the colour of the text around it, and the same in words. */
export function draw(sequence: Sequence): string {
  const { id, title, actors, parts } = sequence;
  const width = actors.length * column;
  const drawn: string[] = [];
  let y = top;
  for (const part of parts) {
    drawn.push(divider(part.title, y, width));
    y += 34;
    for (const step of part.steps) {
      const { svg, height } =
        'event' in step ? fired(step, sequence, y) : message(step, sequence, y);
      drawn.push(svg);
      y += height;
    }
    y += 10;
  }
  const lines = actors.map((actor, at) => lifeline(actor, at, y));
  return `<figure class="sequence"><div class="scroll" role="group" tabindex="0" aria-label="Picture: ${escapeHtml(title)}">
<svg role="img" aria-labelledby="${id}-title" aria-describedby="${id}-words" viewBox="0 0 ${width} ${y + 8}" width="${width}" height="${y + 8}">
<title id="${id}-title">${escapeHtml(title)}</title>
<defs><marker id="${id}-tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 0 8 4 0 8z" fill="currentColor"/></marker></defs>
${lines.join('\n')}
${drawn.join('\n')}
</svg></div>
<figcaption><details><summary>The same in words</summary><div id="${id}-words">${words(sequence)}</div></details></figcaption></figure>`;
}

const middle = (at: number) => at * column + column / 2;

function lifeline(actor: string, at: number, end: number): string {
  const x = middle(at);
  return `<rect class="actor" x="${x - 80}" y="4" width="160" height="32" rx="6"/>
<text x="${x}" y="25" text-anchor="middle" class="name">${escapeHtml(actor)}</text>
<line class="life" x1="${x}" y1="36" x2="${x}" y2="${end}"/>`;
}

function divider(title: string, y: number, width: number): string {
  return `<line class="divider" x1="8" y1="${y + 16}" x2="${width - 8}" y2="${y + 16}"/>
${label([title], 12, y + 11, 'start', 'part')}`;
}

function message(step: Message, { id, actors }: Sequence, y: number) {
  const [from, to] = [place(actors, step.from), place(actors, step.to)];
  if (from === to) return note(step.text, from, actors.length, y);
  const span = Math.abs(to - from);
  const text = wrap(step.text, span * perColumn);
  const at = y + text.length * lineHeight + 6;
  const [start, end] = [middle(from), middle(to)];
  const line = `<line class="${step.isAnswer ? 'answer' : 'call'}" x1="${start}" y1="${at}" x2="${end}" y2="${at}" marker-end="url(#${id}-tip)"/>`;
  const svg = label(text, (start + end) / 2, y + 12, 'middle') + line;
  return { svg, height: at - y + 14 };
}

/** What an actor does by itself stands beside its line. */
function note(said: string, at: number, count: number, y: number) {
  const isLast = at === count - 1;
  const text = wrap(said, perColumn * 1.2);
  const x = middle(at) + (isLast ? -10 : 10);
  const dot = `<circle cx="${middle(at)}" cy="${y + 8}" r="3.5" fill="currentColor"/>`;
  const svg = dot + label(text, x, y + 12, isLast ? 'end' : 'start');
  return { svg, height: text.length * lineHeight + 12 };
}

function fired({ event, text }: Fired, { actors, element }: Sequence, y: number) {
  const at = middle(place(actors, element));
  const lines = text ? wrap(text, 2 * perColumn) : [];
  const box = `<rect class="event" x="${at - 80}" y="${y}" width="160" height="22" rx="11"/>`;
  const name = `<text class="event-name" x="${at}" y="${y + 15}" text-anchor="middle">${escapeHtml(event)}</text>`;
  return {
    svg: box + name + label(lines, at + 88, y + 15, 'start'),
    height: Math.max(22, lines.length * lineHeight + 4) + 12,
  };
}

function place(actors: readonly string[], name: string): number {
  const at = actors.indexOf(name);
  if (at < 0) throw new Error(`${name} is none of ${actors.join(', ')}`);
  return at;
}

/** With a rim in the colour of the page, so that no line runs through the text. */
function label(lines: readonly string[], x: number, y: number, anchor: string, look = 'said') {
  const spans = lines.map(
    (line, at) => `<tspan x="${x}" y="${y + at * lineHeight}">${escapeHtml(line)}</tspan>`,
  );
  return lines.length
    ? `<text class="${look}" text-anchor="${anchor}">${spans.join('')}</text>`
    : '';
}

function wrap(text: string, length: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line && line.length + word.length >= length) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines;
}

/** How words and the names of events are written. */
interface Script {
  readonly text: (text: string) => string;
  readonly name: (name: string) => string;
}
const htmlScript: Script = {
  text: escapeHtml,
  name: (name) => `<code>${escapeHtml(name)}</code>`,
};
const markdownScript: Script = { text: (text) => text, name: (name) => `\`${name}\`` };

/** A step as a sentence. */
function sentence(step: Message | Fired, element: string, { text, name }: Script): string {
  if ('event' in step) {
    const more = step.text ? `: ${text(step.text)}` : '';
    return `${text(element)} fires ${name(step.event)}${more}.`;
  }
  const { from, to } = step;
  return `${text(from === to ? from : `${from} to ${to}`)}: ${text(step.text)}.`;
}

function words({ element, parts }: Sequence): string {
  return parts
    .map(({ title, steps }) => {
      const lines = steps.map((step) => `<li>${sentence(step, element, htmlScript)}</li>`);
      return `<p>${escapeHtml(title)}</p><ol>${lines.join('')}</ol>`;
    })
    .join('\n');
}

/** The story in words, as Markdown. */
export function wordsInMarkdown({ element, parts }: Sequence): string {
  return parts
    .map(({ title, steps }) => {
      const lines = steps.map(
        (step, at) => `${at + 1}. ${sentence(step, element, markdownScript)}`,
      );
      return `**${title}**\n\n${lines.join('\n')}`;
    })
    .join('\n\n');
}
