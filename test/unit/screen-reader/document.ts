const introduction = `# What a screen reader says

The elements' flows as somebody hears them who does not see the page. This file is written by the test that
checks it, \`test/unit/screen-reader/screen-reader.test.ts\`, from what it has heard:

\`\`\`sh
UPDATE_DOCS=1 npx tsx test/support/unit-runner.ts 'test/unit/screen-reader/*.test.ts'
\`\`\`

The reader is [Guidepup's virtual one](https://github.com/guidepup/virtual-screen-reader): roles, names and
live regions by the specifications. It stands for NVDA, VoiceOver, JAWS and TalkBack, and is none of them. It
knows nothing of shadow trees, so it reads a copy of the page's flat tree that is kept in step with the page.

\`>\` is what the reader does or waits for. \`polite:\` and \`assertive:\` are announcements of a live region;
\`focus:\` is read because the focus has come there, with everything in it. Whatever else is indented is read
on the way through the page. \`focus: lost\`, which would leave the reader at the top of the page, fails the test.`;

/** What was heard, a section for each flow. */
export function transcript(heard: ReadonlyMap<string, readonly string[]>): string {
  const sections = [...heard].map(
    ([title, lines]) => `## ${title}\n\n\`\`\`text\n${lines.join('\n')}\n\`\`\``,
  );
  return `${[introduction, ...sections].join('\n\n')}\n`;
}
