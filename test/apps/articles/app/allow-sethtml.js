export function allowed() {
  const sanitizer = new Sanitizer();
  sanitizer.allowElement({
    name: 'connect-pay-invoice',
    attributes: ['invoice-number', 'product-code', 'company-code', 'methods'],
  });
  return sanitizer;
}
