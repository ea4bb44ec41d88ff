/** The three elements that a site with "my subscription" pages uses together, in one file. */
import '../../src/define/payment-methods.js';
import '../../src/define/pay-invoice.js';
import '../../src/define/change-method.js';
