import sanitizeHtml from 'sanitize-html';

// Each tag by its name: a pattern as a key fits nothing.
export const sanitize = {
  allowedTags: [...sanitizeHtml.defaults.allowedTags, 'connect-pay-invoice', 'connect-invoices'],
  allowedAttributes: {
    ...sanitizeHtml.defaults.allowedAttributes,
    'connect-pay-invoice': ['invoice-number', 'product-code', 'company-code', 'methods'],
    'connect-invoices': ['product-code', 'unpaid'],
  },
};
