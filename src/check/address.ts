import { outcomes } from '../api/connect/outcome.js';
import { assumedLogin } from '../api/connect/login.js';
import { readArrival } from '../flow/read-arrival.js';
import { judged, open, type Finding } from './finding.js';

/** The members that are about the way back. */
const members = ['resultParameters', 'outcome', 'outcomeIn'] as const;

/**
 * What an address that a payer came back to says of the three members about it.
 *
 * @param address Absolute, as the browser showed it before any element was on the page; absent when none is known.
 */
export function checkAddress(address: string | undefined): readonly Finding[] {
  if (address == null) return members.map((name) => open(name, 'no address was given to read'));
  const read = URL.canParse(address) ? readArrival(address, {}) : undefined;
  if (!read?.arrival) return members.map((name) => open(name, 'it is no address to come back to'));
  if (read.arrival.outcome === 'error') {
    return members.map((name) => open(name, 'it is the address after a system error'));
  }
  return findings(address, read.arrival.isGuessed ?? false, read.arrival.outcome === 'unknown');
}

interface Parameter {
  readonly name: string;
  readonly value: string;
}

function findings(address: string, isGuessed: boolean, isUnknown: boolean): readonly Finding[] {
  const telling = parametersOf(address).filter((one) => isWord(one) || wordOf(one.value));
  const names = [...new Set(telling.map(({ name }) => name))];
  const met = names.length ? `it is told in ${names.join(', ')}` : 'no parameter tells an outcome';
  if (!telling.length) return members.map((name) => open(name, met));
  const listed: readonly string[] = assumedLogin.resultParameters;
  const isListed = names.every((name) => listed.includes(name));
  const isOnce = telling.length === 1;
  const isTold = !isGuessed && !(isUnknown && telling.some(({ value }) => value !== 'unknown'));
  return [
    judged('resultParameters', isTold || isListed, met, JSON.stringify([...names, ...listed])),
    judged('outcome', isTold || telling.every(isWord), met, fittingOutcome),
    judged(
      'outcomeIn',
      isTold || isOnce,
      `${met}, ${telling.length} times`,
      fittingOutcomeIn(names),
    ),
  ];
}

/** What comes behind our own parameter, in the query and in the fragment. */
function parametersOf(address: string): readonly Parameter[] {
  const { search, hash } = new URL(address);
  const all = [search.slice(1), hash.slice(1)].flatMap((part) => [...new URLSearchParams(part)]);
  const first = all.findIndex(([name]) => name === 'connect');
  return all.slice(first + 1).map(([name, value]) => ({ name, value }));
}

/** Whether it is read as assumed. */
function isWord({ name, value }: Parameter): boolean {
  return assumedLogin.outcome(value, name) !== undefined;
}

/** The outcome that a word stands for, however it is written. */
function wordOf(value: string): string | undefined {
  return outcomes.find((outcome) => outcome === value.toLowerCase());
}

const fittingOutcome = `(value) => ${JSON.stringify(outcomes)}.find((one) => one === value.toLowerCase())`;

function fittingOutcomeIn(names: readonly string[]): string {
  return [
    '(address) => {',
    `    const names = ${JSON.stringify(names)};`,
    '    const { searchParams } = new URL(address);',
    '    const told = new Set(names.flatMap((name) => searchParams.getAll(name)));',
    '    const [one, more] = [...told].map((value) => value.toLowerCase());',
    '    return more ? undefined : one;',
    '  }',
  ].join('\n');
}
