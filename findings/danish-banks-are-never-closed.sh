#!/usr/bin/env bash
# date-holidays gives each holiday a type; "bank" is for a day on which banks and offices are
# closed. Sweden has its eves as such. For Denmark, where banks are closed on the day after
# Ascension Day, on 5 June, on 24 and on 31 December, no day has that type: two are "observance",
# as 1 May, on which the banks are open, and two are not there. Who moves a due date or a payout
# to the next bank day by it leaves it where it is.
#
# Packages: date-holidays@3.37.0.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= SE: 2026-06-19 bank, 2026-12-24 bank, 2026-12-31 bank; of type bank in 2026: 3
#= DK: 2026-05-01 observance, 2026-05-15 none, 2026-06-05 observance, 2026-12-24 observance, 2026-12-31 none; of type bank in 2026: 0
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent date-holidays@3.37.0
cat >try.mjs <<'JS'
import Holidays from 'date-holidays';

for (const [country, days] of Object.entries({
  SE: ['2026-06-19', '2026-12-24', '2026-12-31'],
  DK: ['2026-05-01', '2026-05-15', '2026-06-05', '2026-12-24', '2026-12-31'],
})) {
  const holidays = new Holidays(country);
  const typed = days.map((day) => {
    const [found] = holidays.isHoliday(new Date(`${day}T12:00:00`)) || [];
    return `${day} ${found?.type ?? 'none'}`;
  });
  const banks = holidays.getHolidays(2026).filter(({ type }) => type === 'bank');
  console.log(`${country}: ${typed.join(', ')}; of type bank in 2026: ${banks.length}`);
}
JS
cat <<'TEXT'
date-holidays 3.37.0: a day on which Danish banks are closed is none, or the same as one on which
they are open.
TEXT
TZ=Europe/Copenhagen node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
