#!/usr/bin/env bash
# A job at 03:00 in Oslo runs twice in the night in which summer time ends: at 02:00, when that hour comes for the second
# time, and at 03:00. 03:00 comes once in that night, so nothing about it is ambiguous. Whoever collects what is due in that
# job collects it twice, one night a year. NestJS schedules by this package. Three others run it once. (The clock is a made
# one, driven through the night.)
#
# Packages: cron@4.4.0, croner@11.0.1, node-cron@4.6.0, node-schedule@2.1.1.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= cron: 25/10/2026, 02:00; 25/10/2026, 03:00; 26/10/2026, 03:00
#= croner: 25/10/2026, 03:00; 26/10/2026, 03:00
#= node-cron: 25/10/2026, 03:00; 26/10/2026, 03:00
#= node-schedule: 25/10/2026, 03:00; 26/10/2026, 03:00
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  cron@4.4.0 croner@11.0.1 node-cron@4.6.0 node-schedule@2.1.1
cat >try.mjs <<'JS'
import { mock } from 'node:test';

mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'], now: Date.parse('2026-10-24T12:00:00Z') });
const { CronJob } = await import('cron');
const { Cron } = await import('croner');
const { default: nodeCron } = await import('node-cron');
const { default: schedule } = await import('node-schedule');

const zone = 'Europe/Oslo';
const oslo = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
const runs = { cron: [], croner: [], 'node-cron': [], 'node-schedule': [] };
const run = (name) => () => {
  runs[name].push(oslo.format(new Date()));
};
new CronJob('0 3 * * *', run('cron'), null, true, zone);
new Cron('0 3 * * *', { timezone: zone }, run('croner'));
nodeCron.schedule('0 3 * * *', run('node-cron'), { timezone: zone });
schedule.scheduleJob({ rule: '0 3 * * *', tz: zone }, run('node-schedule'));
for (let half = 0; half < 40 * 120; half += 1) {
  mock.timers.tick(30_000);
  await new Promise((resolve) => setImmediate(resolve));
}
for (const [name, times] of Object.entries(runs)) console.log(`${name}: ${times.join('; ')}`);
process.exit();
JS
echo 'cron 4.4.0 runs a job of 03:00 twice in the night in which summer time ends.'
node --no-warnings try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
