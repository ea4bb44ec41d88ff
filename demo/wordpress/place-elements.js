/**
 * For a CMS that takes unknown tags out of articles and leaves `data-` attributes in: puts an element in the
 * place of `<a href="/account" data-connect="invoices" data-product-code="CO27409">Your invoices</a>`, which
 * stays a link where no script runs. Load it in the theme, after the settings.
 */

// Whoever writes articles decides about these, and about nothing else: no server, no way back.
const ofInvoice = [
  'invoice-number',
  'product-code',
  'company-code',
  'methods',
  'amount',
  'currency',
];
const elements = new Map([
  ['payment-methods', ['product-code']],
  ['pay-invoice', ofInvoice],
  ['change-method', ['product-code', 'methods']],
  ['invoices', ['product-code', 'from', 'to', 'unpaid']],
  ['agreements', ['provider', 'product-code']],
  ['outcome', []],
]);

for (const place of document.querySelectorAll('[data-connect]')) {
  const name = place.getAttribute('data-connect');
  const attributes = elements.get(name);
  if (!attributes) continue;
  const element = document.createElement(`connect-${name}`);
  for (const attribute of attributes) {
    const value = place.getAttribute(`data-${attribute}`);
    if (value !== null) element.setAttribute(attribute, value);
  }
  place.replaceWith(element);
}
