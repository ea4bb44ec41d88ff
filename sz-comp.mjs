import { readFileSync } from 'node:fs';
import { TraceMap, eachMapping } from '@jridgewell/trace-mapping';
const f=process.argv[2]; const code=readFileSync(f,'utf8').split('\n'); const map=new TraceMap(readFileSync(f+'.map','utf8'));
const by={}; let prev;
eachMapping(map,m=>{ if(prev&&prev.generatedLine===m.generatedLine){by[prev.source]=(by[prev.source]??0)+m.generatedColumn-prev.generatedColumn} prev=m;});
for(const [s,n] of Object.entries(by).sort((a,b)=>b[1]-a[1])) console.log(n,s?.replace(/.*\/l10n\//,''));
