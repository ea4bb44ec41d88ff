const attributes = /^(invoice-number|product-code|company-code|methods|unpaid)$/;

export const dompurify = {
  CUSTOM_ELEMENT_HANDLING: {
    tagNameCheck: /^connect-(pay-invoice|invoices|change-method|payment-methods)$/,
    attributeNameCheck: attributes,
  },
};
