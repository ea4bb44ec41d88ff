import { Node } from '@tiptap/core';

const names = ['invoice-number', 'product-code', 'company-code', 'methods'];

// Without `parseHTML` for each attribute, Tiptap makes the number 7435367 of "007435367".
export const PayInvoice = Node.create({
  name: 'connectPayInvoice',
  group: 'block',
  atom: true,
  addAttributes: () =>
    Object.fromEntries(
      names.map((name) => [name, { default: null, parseHTML: (one) => one.getAttribute(name) }]),
    ),
  parseHTML: () => [{ tag: 'connect-pay-invoice' }],
  renderHTML: ({ HTMLAttributes }) => ['connect-pay-invoice', HTMLAttributes],
});
