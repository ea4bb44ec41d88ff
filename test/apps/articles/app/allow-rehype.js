import { defaultSchema } from 'rehype-sanitize';

// Names with hyphens as they are written; `invoiceNumber` would allow nothing.
export const rehype = {
  ...defaultSchema,
  tagNames: [...defaultSchema.tagNames, 'connect-pay-invoice', 'connect-invoices'],
  attributes: {
    ...defaultSchema.attributes,
    'connect-pay-invoice': ['invoice-number', 'product-code', 'company-code', 'methods'],
    'connect-invoices': ['product-code', 'unpaid'],
  },
};
