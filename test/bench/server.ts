import { readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import { early } from 'connect-elements/early';
import { listen, type LocalServer } from '../../demo/sandbox/http-server.js';
import { productMethods } from '../../demo/sandbox/names.js';
import type { Subject } from './subjects.js';

/**
 * Serves each subject's file, an API below `/api`, and a page for each subject at `/<name>?elements=…&items=…`. All
 * files are read and compressed beforehand.
 *
 * @param answersAfter Milliseconds that the API takes.
 */
export async function serve(
  subjects: readonly Subject[],
  probe: string,
  answersAfter = 0,
): Promise<LocalServer> {
  const scripts = new Map([['/probe', brotliCompressSync(await readFile(probe))]]);
  for (const { name, path } of subjects)
    scripts.set(scriptOf(name), brotliCompressSync(await readFile(path)));
  const pages = new Map(subjects.map((subject) => [pathOf(subject.name), subject]));
  const server = await listen('127.0.0.1', 0);
  server.serve(({ url = '' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const script = scripts.get(pathname);
    const subject = pages.get(pathname);
    if (script) {
      response.setHeader('Content-Encoding', 'br');
      response.setHeader('Content-Type', 'text/javascript').end(script);
    } else if (pathname.startsWith('/api/')) {
      response.setHeader('Content-Type', 'application/json');
      setTimeout(() => response.end(answer(pathname)), answersAfter);
    } else if (subject) {
      response.setHeader('Content-Type', 'text/html').end(page(subject, searchParams));
    } else {
      response.writeHead(404).end();
    }
  });
  return server;
}

export const pathOf = (name: string) => `/${encodeURIComponent(name)}`;
const scriptOf = (name: string) => `/scripts${pathOf(name)}`;

/** Every element asks for a product of its own, since equal requests may be shared. */
function page({ name, tag, option, isEarly = false }: Subject, query: URLSearchParams): string {
  const element = (_: unknown, index: number) =>
    `<${tag} api-url="/api" ${isEarly ? '' : 'token="token"'} product-code="${query.get('items')}-${index}"
      client-id="bench" invoice-number="1001" company-code="C" amount="295"></${tag}>`;
  return `<!doctype html><html lang="en" data-tag="${tag}" data-option="${option}"><title>Bench</title>
    <link rel="icon" href="data:,">
    ${isEarly ? early({ productCode: `${query.get('items')}-0`, apiUrl: '/api' }) : ''}
    <script type="module" src="/probe"></script>
    <script type="module" src="${scriptOf(name)}"></script>
    ${Array.from({ length: Number(query.get('elements')) }, element).join('\n')}`;
}

/** A product code starts with the number of its methods, or of its invoices. */
export function answer(path: string): string {
  const length = Number.parseInt(path.split('/').at(-1) ?? '');
  const many = <Item>(make: (index: number) => Item) =>
    Array.from({ length: Number.isNaN(length) ? 3 : length }, (_, index) => make(index));
  if (path.includes('/customer/invoice/')) {
    return JSON.stringify({ invoices: many(invoice), reminders: [] });
  }
  if (path.includes('/customer/payment/')) {
    return JSON.stringify({ recurringAgreements: many(agreement) });
  }
  return JSON.stringify({ paymentMethodResponseItems: many(method) });
}

const method = (index: number) => ({
  paymentMethod: productMethods[index] ?? `method${index}`,
  current: index === 2,
});

const agreement = (index: number) => ({
  agreementRef: `agreement-${index}`,
  paymentProviderId: 55,
  // Of the first element: this list is asked for without a product.
  productCode: '6-0',
});

/** Of ten one is unpaid, over as many months as there are. */
function invoice(index: number) {
  const at = new Date(Date.UTC(2026, 0 - index, 21)).toISOString().slice(0, 10);
  const isPaid = index % 10 > 0;
  return {
    customerNumber: 563457,
    product: 'CO27409',
    productName: 'Weekly Magazine',
    invoiceNumber: `${100000 + index}`,
    companyCode: '5646903690',
    invoiceDate: at,
    dueDate: at,
    invoiceAmount: '295.00',
    amount: 295,
    paidAmount: isPaid ? 295 : 0,
    paymentStatus: isPaid ? '1' : '0',
    invoiceStatus: isPaid ? 'Paid' : 'Invoiced',
  };
}
