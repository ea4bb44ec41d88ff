#!/usr/bin/env bash
# In the notation that most schedulers of Node share, "5L" is the last Friday of a month, "1#1" its first Monday, "15W" the
# working day nearest the 15th. cron-schedule has none of these; it does not refuse them, as it does LW, but reads the digits
# alone: every Friday, every Monday, the 15th although it is a Saturday. later (of Bree) knows them, but makes every day of
# LW, the last working day, and a Saturday of 7, which crontab(5) calls Sunday. A payment that is taken once a month is
# taken four times, and nothing is said. croner reads all five.
#
# Packages: cron-schedule@6.0.0, @breejs/later@4.2.0, croner@11.0.1.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= 0 6 * * 5L
#=   croner: Fri 28 May, Fri 25 Jun, Fri 30 Jul
#=   cron-schedule: Fri 7 May, Fri 14 May, Fri 21 May
#=   later: Fri 28 May, Fri 25 Jun, Fri 30 Jul
#= 0 6 * * 1#1
#=   croner: Mon 3 May, Mon 7 Jun, Mon 5 Jul
#=   cron-schedule: Mon 3 May, Mon 10 May, Mon 17 May
#=   later: Mon 3 May, Mon 7 Jun, Mon 5 Jul
#= 0 6 15W * *
#=   croner: Fri 14 May, Tue 15 Jun, Thu 15 Jul
#=   cron-schedule: Sat 15 May, Tue 15 Jun, Thu 15 Jul
#=   later: Fri 14 May, Tue 15 Jun, Thu 15 Jul
#= 0 6 LW * *
#=   croner: Mon 31 May, Wed 30 Jun, Fri 30 Jul
#=   cron-schedule: Failed to parse LW: LW is NaN.
#=   later: Sat 1 May, Sun 2 May, Mon 3 May
#= 0 6 * * 7
#=   croner: Sun 2 May, Sun 9 May, Sun 16 May
#=   cron-schedule: Sun 2 May, Sun 9 May, Sun 16 May
#=   later: Sat 1 May, Sat 8 May, Sat 15 May
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent cron-schedule@6.0.0 @breejs/later@4.2.0 croner@11.0.1
cat >try.mjs <<'JS'
import later from '@breejs/later';
import { parseCronExpression } from 'cron-schedule';
import { Cron } from 'croner';

const from = new Date('2027-05-01T00:00:00+02:00');
const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });
const days = (dates) => dates.map((date) => day.format(date)).join(', ');
later.date.localTime();
for (const expression of ['0 6 * * 5L', '0 6 * * 1#1', '0 6 15W * *', '0 6 LW * *', '0 6 * * 7']) {
  let simple;
  try {
    simple = days(parseCronExpression(expression).getNextDates(3, from));
  } catch (error) {
    simple = error.message;
  }
  console.log(expression);
  console.log(`  croner: ${days(new Cron(expression, { paused: true }).nextRuns(3, from))}`);
  console.log(`  cron-schedule: ${simple}`);
  console.log(`  later: ${days(later.schedule(later.parse.cron(expression)).next(3, from))}`);
}
JS
echo 'cron-schedule 6.0.0 takes the last Friday for every Friday; @breejs/later 4.2.0 the last working day for every day.'
TZ=Europe/Oslo node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
