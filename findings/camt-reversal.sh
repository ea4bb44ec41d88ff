#!/usr/bin/env bash
# A bank's statement (ISO 20022, camt.053) marks an entry that takes an earlier one back with
# RvslInd "true". iso20022.js compares it with the text 'true' after its XML parser has made a
# boolean of it, so that no entry is ever told as a reversal: a payment that was taken back looks
# like one that stands.
#
# Packages: iso20022.js@0.0.15.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= <RvslInd>true</RvslInd> -> reversal false
#= <RvslInd>false</RvslInd> -> reversal false
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent iso20022.js@0.0.15
cat >try.mjs <<'JS'
import { CashManagementEndOfDayReport } from 'iso20022.js';

const statement = (reversal) => `<Document><BkToCstmrStmt>
<GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-19T08:00:00+01:00</CreDtTm></GrpHdr>
<Stmt><Id>S1</Id><CreDtTm>2026-11-19T08:00:00+01:00</CreDtTm>
<Acct><Id><IBAN>NO9386011117947</IBAN></Id><Ccy>NOK</Ccy>
<Svcr><FinInstnId><BIC>DNBANOKK</BIC></FinInstnId></Svcr></Acct>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="NOK">0.00</Amt>
<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-19</Dt></Dt></Bal>
<Ntry><Amt Ccy="NOK">149.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><RvslInd>${reversal}</RvslInd>
<Sts>BOOK</Sts><BookgDt><Dt>2026-11-19</Dt></BookgDt>
<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>AUTT</SubFmlyCd></Fmly></Domn></BkTxCd>
</Ntry></Stmt></BkToCstmrStmt></Document>`;
for (const reversal of ['true', 'false']) {
  const [entry] = CashManagementEndOfDayReport.fromXML(statement(reversal)).entries;
  console.log(`<RvslInd>${reversal}</RvslInd> -> reversal ${entry.reversal}`);
}
JS
echo 'iso20022.js 0.0.15 tells every entry as "not a reversal".'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
