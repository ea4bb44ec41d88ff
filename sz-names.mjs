import { readFileSync, readdirSync } from 'node:fs';
import { domprops } from './node_modules/terser/tools/domprops.js';
const dom=new Set(domprops);
const code=readFileSync('/tmp/sz/out/all.js','utf8');
const manifest=readFileSync('custom-elements.json','utf8');
const contracts=readdirSync('src/api',{withFileTypes:true}).filter(d=>d.isDirectory()).map(d=>readFileSync(`src/api/${d.name}/openapi.yaml`,'utf8')).join('\n')+readFileSync('src/host/events.ts','utf8')+readFileSync('src/host/settings.ts','utf8');
const count={};
for(const m of code.matchAll(/(?:\.|[{,]|\bget |async |[;}])([a-zA-Z]{4,})(?=[:,}.=(\s;)?\[&|])/g)) count[m[1]]=(count[m[1]]??0)+1;
console.log(Object.entries(count).filter(([n])=>!dom.has(n)&&!new RegExp(`"${n}"`).test(manifest)&&!new RegExp(`\\b${n}\\b`).test(contracts)).sort((a,b)=>b[1]*b[0].length-a[1]*a[0].length).map(([n,c])=>n+':'+c).join(' '));
