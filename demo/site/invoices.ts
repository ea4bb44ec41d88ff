import { isObject, text } from '../../src/api/decode.js';
import type { InvoiceRow } from './pages.js';

/** The subscriber's invoices, read by the newspaper's own server. */
export async function listInvoices(
  apiUrl: string,
  productCode: string,
  token: string,
): Promise<InvoiceRow[]> {
  const answer = await fetch(`${apiUrl}/v1/customer/invoice/payment/${productCode}`, {
    headers: { Accept: 'application/json', Authorization: `Bearer ${token}` },
  });
  if (!answer.ok) return [];
  const body: unknown = await answer.json();
  const invoices = isObject(body) && Array.isArray(body['invoices']) ? body['invoices'] : [];
  return invoices.filter(isObject).map((invoice) => ({
    invoiceNumber: text(invoice['invoiceNumber']),
    productCode: text(invoice['product']),
    companyCode: text(invoice['companyCode']),
    amount: text(invoice['invoiceAmount']),
    dueDate: text(invoice['dueDate']),
    isPaid: Number(text(invoice['paidAmount'])) >= Number(text(invoice['invoiceAmount'])),
  }));
}
