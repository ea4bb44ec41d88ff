// usage: tsx convert.mts <lang>
import { writeFileSync, mkdirSync } from 'node:fs';
const lang = process.argv[2]!;
const old = '/tmp/i5/src/i18n';
const en: any = { ...(await import(`/tmp/oldi18n/common.ts`)), ...(await import(`/tmp/oldi18n/payment.ts`)), ...(await import(`/tmp/oldi18n/agreements.ts`)), ...(await import(`/tmp/oldi18n/invoices.ts`)), ...(await import(`/tmp/oldi18n/method-status.ts`)), ...(await import(`/tmp/oldi18n/vipps-payment.ts`)) };
const extra: Record<string, Record<string, string>> = JSON.parse(process.env.EXTRA ?? '{}');
const flat = (e: any, x: any): [string, string][] => typeof e === 'string' ? [[e, x]] : typeof e === 'function' ? [[e('{0}'), x('{0}')]] : Array.isArray(e) ? e.flatMap((v, i) => flat(v, x[i])) : Object.keys(x).flatMap((k) => k in e ? flat(e[k], x[k]) : [[k, x[k]] as [string, string]]);
const of = (name: string, dict: any) => flat(en[name]('en'), dict[name]);
const shared = (await import(`${old}/${lang}/shared.ts`)).shared;
const seen = new Map<string, string>();
const write = (file: string, type: string, sections: string[], dict: any, isShared = false) => {
  const entries = new Map<string, string>();
  for (const s of sections) for (const [k, v] of of(s, dict)) {
    if (k === 'Copy' || k === 'Copied') { /* kept */ }
    const key = k === 'Transaction' ? 'Transaction {0}' : k;
    const value = k === 'Transaction' ? `${v} {0}` : v;
    const before = entries.get(key) ?? seen.get(key);
    if (before !== undefined && before !== value) console.log(lang, file, 'differs:', key, '|', before, '|', value);
    if (!isShared && seen.has(key)) continue;
    entries.set(key, value.trim());
  }
  for (const [k, v] of Object.entries(extra[file] ?? {})) entries.set(k, v);
  if (isShared) entries.forEach((v, k) => seen.set(k, v));
  const q = (s: string) => s.includes("'") ? JSON.stringify(s) : `'${s}'`;
  const body = [...entries].map(([k, v]) => `  ${/^[A-Za-z]+$/.test(k) ? k : q(k)}: ${q(v)},`).join('\n');
  mkdirSync(`src/i18n/${lang}`, { recursive: true });
  const head = isShared
    ? `import type { Dictionary, SharedText } from '../dictionary.js';\n\nexport const shared: Dictionary<SharedText> = {\n${body}\n};\n`
    : `import type { ${type} } from '../dictionary.js';\nimport { keyed } from '../keyed.js';\nimport { shared } from './shared.js';\n\nexport default keyed<${type}>({\n  ...shared,\n${body}\n});\n`;
  writeFileSync(`src/i18n/${lang}/${file}.ts`, head);
};
write('shared', 'SharedText', ['common', 'errors', 'outcomes'], shared, true);
write('connect', 'ConnectText', ['payInvoice','invoiceMethods','changeMethod','productMethods','paymentMethods','outcome','agreements','invoices'], (await import(`${old}/${lang}/connect.ts`)).default);
write('method-status', 'MethodStatusText', ['methodStatus','methodNames','methodMeanings','cancellation'], (await import(`${old}/${lang}/method-status.ts`)).default);
write('vipps-payment', 'VippsText', ['vippsPayment','vippsFacts','vippsStates','vippsOperations'], (await import(`${old}/${lang}/vipps-payment.ts`)).default);
