// html-minifier-next; html-minifier-terser has no such list: leave `removeEmptyElements` off.
export const minifier = { removeEmptyElementsExcept: ['connect-pay-invoice', 'connect-invoices'] };
