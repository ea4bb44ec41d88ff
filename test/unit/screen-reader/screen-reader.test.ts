import { expect } from '@open-wc/testing';
import '../../../src/everything.js';
import { useSandbox, type SandboxClient } from '../../support/sandbox-client.js';
import { transcript } from './document.js';
import { otherFlows } from './other-flows.js';
import { payFlows } from './pay-flows.js';

/** What is announced and then read out once more because the focus comes there, or the other way round. */
function saidTwice(lines: readonly string[]): string[] {
  const words = lines.map((line) =>
    line.replace(/^ {2}\w+: /, '').replace(/ \| (?:(?:paragraph|timer) \| )?(?:\w+, )?/g, ' '),
  );
  const isSaid = (line: string) => /^ {2}(polite|assertive|focus): /.test(line);
  return lines.filter((line, at) => isSaid(line) && words[at] === words[at - 1]);
}

describe('what a screen reader says', () => {
  let sandbox: SandboxClient;
  const flows = [...payFlows, ...otherFlows];
  const heard = new Map<string, readonly string[]>();

  before(async () => {
    sandbox = await useSandbox();
  });

  for (const flow of flows) {
    it(`is heard: ${flow.title}`, async () => {
      const { reader } = await flow.play();
      const lines = await reader.leaves();
      heard.set(flow.title, lines);
      expect(lines.filter((line) => line.includes('focus: lost'))).to.deep.equal([]);
      expect(saidTwice(lines)).to.deep.equal([]);
      const counted = lines.filter((line) => /^ {2}polite: .*\d s…/.test(line));
      expect(counted.length, counted.join('\n')).to.be.below(2);
    });
  }

  // Nested, since a suite's own tests run before those of the suites in it.
  describe('as a document', () => {
    it('is written down as it was heard', async () => {
      expect(heard.size, 'flows').to.equal(flows.length);
      const advice = 'UPDATE_DOCS=1 npx tsx test/support/unit-runner.ts writes it';
      const isSame = await sandbox.compare('screen-reader', transcript(heard));
      expect(isSame, `demo/docs/screen-reader.md is not what was heard; ${advice}`).to.equal(true);
    });
  });
});
