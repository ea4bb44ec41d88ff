import type { Finding } from './finding.js';
import { methodHelpers } from './methods.js';

/** The dialect that would fit, as a module of JavaScript; undefined when all is as assumed. */
export function writtenDialect(findings: readonly Finding[]): string | undefined {
  const differing = findings.filter(({ verdict }) => verdict === 'differs');
  if (!differing.length) return undefined;
  const members = differing.map(({ member, met, source }) =>
    source
      ? `  ${member}: ${source},`
      : `  // ${member} differs, and how cannot be told from what was read: ${met}`,
  );
  const isHelped = differing.some(({ member, source }) => member === 'paymentMethod' && source);
  return [
    "// configure({ dialect }) of 'connect-elements' takes it, and so do createClient and createFlow.",
    ...(isHelped ? [methodHelpers] : []),
    'export const dialect = {',
    ...members,
    '};',
    '',
  ].join('\n');
}

const verdicts = { held: 'as assumed', differs: 'DIFFERS', open: 'not told' } as const;

/** One line a member. */
export function writtenFindings(findings: readonly Finding[]): string {
  return findings
    .map(({ member, verdict, met }) => `${member.padEnd(20)}${verdicts[verdict].padEnd(12)}${met}`)
    .join('\n');
}
