import { elementMarkdown } from './element-markdown.js';
import { escapeHtml } from './escape.js';
import type { EventDetail, Field } from './event-details.js';
import { examples } from './examples.js';
import { importsOf, settingsTag, sharedSettings, type Library } from './library.js';
import { liveExample } from './live-example.js';
import type { ElementManifest, Member, Named } from './manifest.js';
import { codeBlock, heading, inline, renderMarkdown, toId, type Heading } from './markdown.js';
import type { Page } from './layout.js';

/** A part of the page: nothing of it is shown when there is nothing to say. */
interface Section {
  readonly title: string;
  readonly html: string;
}

/** The page of one element, made from the manifest, which is made from the element's class. */
export function elementPage(element: ElementManifest, library: Library): Page {
  const { tag, summary, description } = element;
  const sections = sectionsOf(element, library).filter(({ html }) => html);
  const headings: Heading[] = sections.map(({ title }) => ({
    id: toId(title),
    text: title,
    depth: 2,
  }));
  const body = sections.map(({ title, html }) => heading(2, toId(title), title, title) + html);
  const html = [
    `<h1 id="${tag}"><code>&lt;${tag}&gt;</code></h1>`,
    `<p class="summary">${inline(summary)}</p>`,
    renderMarkdown(description, (address) => address).html,
    ...body,
  ].join('\n');
  const page = { slug: tag, title: `<${tag}>`, label: tag, group: 'Elements' } as const;
  return { ...page, about: summary, html, markdown: elementMarkdown(element, library), headings };
}

function sectionsOf(element: ElementManifest, library: Library): Section[] {
  const { tag, members } = element;
  const { events } = library;
  const isShared = ({ inheritedFrom }: Member) => inheritedFrom === 'ConnectElement';
  const own = members.filter((one) => !isShared(one));
  const example = examples[tag];
  if (!example) throw new Error(`${tag} has no example`);
  const plain = (list: readonly Named[], before = '', after = '') =>
    entries(list.map((one) => ({ ...one, term: code(`${before}${one.name}${after}`) })));
  return [
    { title: 'Try it', html: liveExample(tag, example) },
    { title: 'Use it', html: imports(tag) },
    { title: 'Attributes', html: plain(element.attributes) },
    { title: 'Shared settings', html: settings(sharedSettings(element, library)) },
    { title: 'Properties', html: properties(own) },
    { title: 'Methods', html: methods(own) },
    { title: 'Events', html: element.events.map((one) => event(one, events)).join('\n') },
    { title: 'Slots', html: slots(element.slots) },
    { title: 'Parts', html: plain(element.parts, '::part(', ')') },
    { title: 'CSS properties', html: look(element) },
    { title: 'States', html: plain(element.states, ':state(', ')') },
  ];
}

const code = (text: string) => `<code>${escapeHtml(text)}</code>`;
const typed = (type: string) => (type ? ` <span class="type">${escapeHtml(type)}</span>` : '');

function entries(list: readonly (Named & { term: string })[]): string {
  const lines = list.map(
    ({ term, type, description }) =>
      `<dt>${term}${typed(type)}</dt><dd>${inline(description)}</dd>`,
  );
  return lines.length ? `<dl>${lines.join('\n')}</dl>` : '';
}

function imports(tag: string): string {
  const { module, file } = importsOf(tag);
  return `<p>With a build step, or as one file that registers itself:</p>
${codeBlock(module, 'js')}
${codeBlock(file, 'html')}`;
}

/** All elements take them; the page of `connect-config` says what each means. */
function settings(names: readonly string[]): string {
  if (!names.length) return '';
  return `<p>Attributes and properties that every element has, and takes from the nearest
<a href="${settingsTag}.html#attributes"><code>${settingsTag}</code></a>, which says what they mean:
${names.map(code).join(' ')}. <a href="tokens.html">Tokens</a> can also come from the property
<code>tokenProvider</code>.</p>`;
}

function properties(members: readonly Member[]): string {
  const fields = members.filter(({ kind }) => kind === 'field');
  return entries(fields.map((one) => ({ ...one, term: code(one.name) })));
}

function methods(members: readonly Member[]): string {
  const calls = members.filter(({ kind }) => kind === 'method');
  return entries(
    calls.map((one) => ({ ...one, term: code(`${one.name}(${one.parameters.join(', ')})`) })),
  );
}

function event({ name, description }: Named, events: readonly EventDetail[]): string {
  const detail = events.find(({ type }) => type === name);
  if (!detail) throw new Error(`${name} is not in ConnectEventMap`);
  const warning =
    name === 'connect-outcome'
      ? '<p class="warning"><strong>Grant nothing on <code>connect-outcome</code>: an address is a claim that anyone can type. Ask your server.</strong></p>'
      : '';
  const fields = detail.fields.map((one) => field(one));
  return `${heading(3, name, code(name), name)}<p>${inline(description)}</p>${warning}
<dl class="fields">${fields.join('\n')}</dl>`;
}

function field({ name, type, isOptional, description }: Field): string {
  const term = code(`detail.${name}${isOptional ? '?' : ''}`);
  return `<dt>${term}${typed(type)}</dt><dd>${inline(description)}</dd>`;
}

function slots(list: readonly Named[]): string {
  return entries(
    list.map((one) => ({ ...one, term: one.name ? code(one.name) : 'The default slot' })),
  );
}

/** They are the same for all, unless an element says more. */
function look({ tag, cssProperties }: ElementManifest): string {
  if (tag === settingsTag) return '';
  const all = `<p>All elements take <a href="css-properties.html">the same properties</a>.</p>`;
  return all + entries(cssProperties.map((one) => ({ ...one, term: code(one.name) })));
}
