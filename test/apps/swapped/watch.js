// Runs in each page before its own scripts.
const names = ['submit', 'transaction', 'redirect', 'outcome', 'confirmed', 'error'];
for (const name of names) {
  addEventListener(`connect-${name}`, ({ type, target }) => {
    window.tellTest({ type, invoice: target.getAttribute('invoice-number') });
  });
}

/** The invoices that one could press to pay, in any frame. */
window.offered = new Set();

function look() {
  for (const element of document.querySelectorAll('connect-pay-invoice')) {
    const button = element.shadowRoot?.querySelector('button[data-key^="pay-invoice.action"]');
    if (button?.matches(':enabled') && button.checkVisibility()) {
      window.offered.add(element.getAttribute('invoice-number'));
    }
  }
  requestAnimationFrame(look);
}
look();
