#!/usr/bin/env bash
# iso20022.js reads a bank's statement (camt.053) into minor units by multiplying floating-point
# numbers, so that an amount need not be whole; references that look like numbers lose their zeros;
# and a structured reference (where Norwegian and Swedish banks put KID and OCR) is not there at
# all.
#
# Packages: iso20022.js@0.0.15.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= 149.00 -> 14900
#= 19.99 -> 1998.9999999999998
#= 1.15 -> 114.99999999999999
#= 0.29 -> 28.999999999999996
#= AcctSvcrRef 0079123456 -> 79123456
#= Ustrd 0007435367 -> 7435367
#= Strd/CdtrRefInf/Ref 00074353672 -> not in the result
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent iso20022.js@0.0.15
cat >try.mjs <<'JS'
import { CashManagementEndOfDayReport } from 'iso20022.js';

const statement = (amount, remittance) => `<Document><BkToCstmrStmt>
<GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-19T08:00:00+01:00</CreDtTm></GrpHdr>
<Stmt><Id>S1</Id><CreDtTm>2026-11-19T08:00:00+01:00</CreDtTm>
<Acct><Id><IBAN>NO9386011117947</IBAN></Id><Ccy>NOK</Ccy>
<Svcr><FinInstnId><BIC>DNBANOKK</BIC></FinInstnId></Svcr></Acct>
<Ntry><Amt Ccy="NOK">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
<BookgDt><Dt>2026-11-19</Dt></BookgDt><AcctSvcrRef>0079123456</AcctSvcrRef>
<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>AUTT</SubFmlyCd></Fmly></Domn></BkTxCd>
<NtryDtls><TxDtls><RmtInf>${remittance}</RmtInf></TxDtls></NtryDtls>
</Ntry></Stmt></BkToCstmrStmt></Document>`;
const read = (amount, text) =>
  CashManagementEndOfDayReport.fromXML(statement(amount, text)).entries[0];
for (const amount of ['149.00', '19.99', '1.15', '0.29'])
  console.log(`${amount} -> ${read(amount, '<Ustrd>Invoice</Ustrd>').amount}`);
const plain = read('149.00', '<Ustrd>0007435367</Ustrd>');
console.log(`AcctSvcrRef 0079123456 -> ${JSON.stringify(plain.accountServicerReferenceId)}`);
console.log(`Ustrd 0007435367 -> ${JSON.stringify(plain.transactions[0].remittanceInformation)}`);
const strd = '<Strd><CdtrRefInf><Ref>00074353672</Ref></CdtrRefInf></Strd>';
const kept = JSON.stringify(read('149.00', strd)).includes('74353672');
console.log(`Strd/CdtrRefInf/Ref 00074353672 -> ${kept ? 'kept' : 'not in the result'}`);
JS
echo 'iso20022.js 0.0.15: amounts that are not whole, references without their zeros or gone.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
