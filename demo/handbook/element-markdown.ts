import type { EventDetail } from './event-details.js';
import { examples } from './examples.js';
import { importsOf, sharedSettings, type Library } from './library.js';
import type { ElementManifest, Member, Named } from './manifest.js';

/** The page of one element as Markdown: what the HTML says, without the parts that are for trying. */
export function elementMarkdown(element: ElementManifest, library: Library): string {
  const { tag, summary, description, members } = element;
  const own = members.filter(({ inheritedFrom }) => inheritedFrom !== 'ConnectElement');
  const fields = own.filter(({ kind }) => kind === 'field');
  const methods = own.filter(({ kind }) => kind === 'method');
  const shared = sharedSettings(element, library);
  const sections: readonly (readonly [string, string])[] = [
    ['Example', `\`\`\`html\n${examples[tag]?.markup ?? ''}\n\`\`\``],
    [
      'Use it',
      `\`\`\`js\n${importsOf(tag).module}\n\`\`\`\n\n\`\`\`html\n${importsOf(tag).file}\n\`\`\``,
    ],
    ['Attributes', entries(element.attributes)],
    ['Shared settings', shared.length ? sharedText(shared) : ''],
    ['Properties', entries(fields)],
    ['Methods', entries(methods.map((one) => ({ ...one, name: signature(one) })))],
    ['Events', element.events.map((one) => event(one, library.events)).join('\n\n')],
    ['Slots', entries(element.slots.map((one) => ({ ...one, name: one.name || '(default)' })))],
    ['Parts', entries(element.parts)],
    ['CSS properties', entries(element.cssProperties)],
    ['States', entries(element.states)],
  ];
  const written = sections
    .filter(([, text]) => text)
    .map(([title, text]) => `## ${title}\n\n${text}`);
  return (
    [`# <${tag}>`, summary, description.trim(), ...written].filter(Boolean).join('\n\n') + '\n'
  );
}

const signature = ({ name, parameters }: Member) => `${name}(${parameters.join(', ')})`;

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

function entries(list: readonly Named[]): string {
  const lines = list.map(({ name, type, description }) => {
    const typed = type ? ` (${type})` : '';
    return `- \`${name}\`${typed}: ${oneLine(description)}`;
  });
  return lines.join('\n');
}

function sharedText(names: readonly string[]): string {
  const list = names.map((name) => `\`${name}\``).join(' ');
  return `Attributes that every element has, and takes from the nearest [\`connect-config\`](connect-config.md), which
says what they mean: ${list}. [Tokens](tokens.md) can also come from the property \`tokenProvider\`.`;
}

function event({ name, description }: Named, events: readonly EventDetail[]): string {
  const fields = events.find(({ type }) => type === name)?.fields ?? [];
  const lines = fields.map(
    (one) =>
      `- \`detail.${one.name}${one.isOptional ? '?' : ''}\` (${one.type}): ${oneLine(one.description)}`,
  );
  const warning =
    name === 'connect-outcome'
      ? '\n\n**Grant nothing on `connect-outcome`: an address is a claim that anyone can type. Ask your server.**'
      : '';
  return `### ${name}\n\n${oneLine(description)}${warning}\n\n${lines.join('\n')}`;
}
