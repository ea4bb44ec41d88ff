import { flows } from './flows.js';
import type { Page } from './layout.js';
import { heading, toId } from './markdown.js';
import { draw, wordsInMarkdown } from './sequence.js';

/** The order of the events in each flow, as pictures. */
export function flowsPage(): Page {
  const headings = flows.map(({ title }) => ({ id: toId(title), text: title, depth: 2 }));
  const sections = flows.map(
    (flow) => heading(2, toId(flow.title), flow.title, flow.title) + draw(flow),
  );
  const about =
    'What happens between the subscriber, an element and the servers, and which events your page hears when.';
  const html = `<h1 id="flows">Events in order</h1>
<p>${about}
Boxes with a round rim are events of the element. A dashed arrow is an answer, or a way back.</p>
<p class="warning"><strong>Grant nothing on <code>connect-outcome</code>: an address is a claim that anyone can
type. Ask your server.</strong></p>
${sections.join('\n')}`;
  const stories = flows.map((flow) => `## ${flow.title}\n\n${wordsInMarkdown(flow)}`);
  const markdown = `# Events in order

${about}

**Grant nothing on \`connect-outcome\`: an address is a claim that anyone can type. Ask your server.**

${stories.join('\n\n')}
`;
  const page = { slug: 'flows', title: 'Events in order', group: 'Reference' } as const;
  return { ...page, about, html, markdown, headings };
}
