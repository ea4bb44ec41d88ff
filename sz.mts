import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { bundle } from './vite.config.ts';
const names = process.argv.slice(2);
for (const n of names) {
  await bundle(n, n==='all'?'src/everything.ts':n==='core'?'test/bench/core.ts':n.startsWith('i18n')?`src/${n}.ts`:`src/define/${n}.ts`, '/tmp/sz/out');
  const c = readFileSync(`/tmp/sz/out/${n}.js`);
  console.log(n, c.length, brotliCompressSync(c,{params:{[constants.BROTLI_PARAM_QUALITY]:11}}).length);
}
