import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { dayOf, toDay } from './day.js';

describe('a day', () => {
  for (const [value, expected] of [
    ['2026-12-31', '2026-12-31'],
    ['2024-02-29', '2024-02-29'],
    [' 2026-12-31 ', '2026-12-31'],
    ['2026-12-31T23:30:00', '2026-12-31'],
    ['2026-12-31T00:00', '2026-12-31'],
    ['2026-12-31 23:30:00', '2026-12-31'],
    // Where an offset says which moment it is, the day is Oslo's.
    ['2026-12-31T22:59:59Z', '2026-12-31'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
    ['2026-12-31T23:00:00.000Z', '2027-01-01'],
    ['2026-05-16T21:59:59Z', '2026-05-16'],
    ['2026-05-16T22:00:00Z', '2026-05-17'],
    ['2026-05-17T00:00:00+02:00', '2026-05-17'],
    ['2026-05-17T00:00:00+0200', '2026-05-17'],
    ['2026-05-16T18:30:00-04:00', '2026-05-17'],
    [Date.UTC(2026, 11, 31, 23), '2027-01-01'],
    [Date.UTC(2026, 4, 16, 22), '2026-05-17'],
    [`${Date.UTC(2026, 4, 16, 22)}`, '2026-05-17'],
    [Date.UTC(2026, 4, 16, 22) / 1000, '2026-05-17'],
    [`${Date.UTC(2026, 4, 16, 22) / 1000}`, '2026-05-17'],
  ] as const) {
    it(`is ${expected} when the API writes ${JSON.stringify(value)}`, () => {
      assert.equal(toDay(value), expected);
    });
  }

  for (const value of [
    ...[0, '0', 1, -1, 2027, '2027', 20270517, '20270517', 202705171200, '20270517120000', 1e15],
    ...[NaN, Infinity, 1.5, '1e12', null, undefined, true, [], {}, '', ' ', 'tomorrow'],
    ...['17.05.2027', '2027-5-17', '2027-05-17x', 'on 2027-05-17', '2023-02-29', '2026-13-01'],
    ...['2026-00-10', '2026-02-31T10:00', '2026-01-32'],
  ]) {
    it(`is nothing when the API writes ${JSON.stringify(value) ?? 'undefined'}`, () => {
      assert.equal(toDay(value), '');
    });
  }
});

/** Runs a line in a Node of its own, in which what makes formatters is counted. */
function inAnotherNode(before: string, line: string, zone: string): string {
  const script = `
    let made = 0;
    const { DateTimeFormat } = Intl;
    Intl.DateTimeFormat = function (...given) { made += 1; return new DateTimeFormat(...given); };
    ${before}
    const { dayOf, toDay } = await import(${JSON.stringify(import.meta.resolve('./day.ts'))});
    const result = ${line};
    console.log(JSON.stringify([result, made]));`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script],
    { encoding: 'utf8', env: { ...process.env, TZ: zone } },
  );
  assert.equal(stderr, '');
  return stdout.trim();
}

describe('what tells the day', () => {
  const moments = [
    ['2026-12-31T22:59:30Z', '2026-12-31'],
    ['2026-12-31T23:00:30Z', '2027-01-01'],
    ['2027-03-27T23:00:30Z', '2027-03-28'],
    ['2027-03-28T22:00:30Z', '2027-03-29'],
    ['2026-10-24T21:59:30Z', '2026-10-24'],
    ['2026-10-25T22:59:30Z', '2026-10-25'],
  ] as const;

  it('is the clock of Oslo, across New Year and both changes of summer time', () => {
    for (const [moment, day] of moments) assert.equal(dayOf(Date.parse(moment)), day);
    assert.equal(dayOf(NaN), '');
  });

  it('makes no formatter for ISO days, one for any number of moments, wherever the reader is', () => {
    for (const zone of ['America/Los_Angeles', 'Asia/Tokyo']) {
      const none = `['2026-05-17', '2026-05-17T10:00', 'x', 0].map(toDay)`;
      assert.equal(inAnotherNode('', none, zone), '[["2026-05-17","2026-05-17","",""],0]');
      const given = JSON.stringify(moments.map(([moment]) => moment));
      const days = moments.map(([, day]) => day);
      const line = `${given}.map((moment) => dayOf(Date.parse(moment)))`;
      assert.equal(inAnotherNode('', line, zone), JSON.stringify([days, 1]));
    }
  });

  it('is Temporal where it is, and makes no formatter at all then', () => {
    const temporal = `globalThis.Temporal = { Instant: { fromEpochMilliseconds: (moment) => ({
      toZonedDateTimeISO: (zone) => ({ toPlainDate: () => ({ toString: () => zone + ' ' + moment }) }),
    }) } };`;
    assert.equal(inAnotherNode(temporal, 'dayOf(5)', 'UTC'), '["Europe/Oslo 5",0]');
  });
});
