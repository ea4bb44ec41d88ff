// Both settings, and never `*[*]`. Addresses stay as they are written.
export const tinymce = {
  custom_elements: 'connect-pay-invoice,connect-invoices',
  extended_valid_elements:
    'connect-pay-invoice[invoice-number|product-code|company-code|methods],connect-invoices[product-code|unpaid]',
  convert_urls: false,
};
