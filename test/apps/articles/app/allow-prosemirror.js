import { Schema } from 'prosemirror-model';
import { schema as basic } from 'prosemirror-schema-basic';

const names = ['invoice-number', 'product-code', 'company-code', 'methods'];

const payInvoice = {
  group: 'block',
  atom: true,
  attrs: Object.fromEntries(names.map((name) => [name, { default: null }])),
  parseDOM: [
    {
      tag: 'connect-pay-invoice',
      getAttrs: (one) => Object.fromEntries(names.map((name) => [name, one.getAttribute(name)])),
    },
  ],
  toDOM: ({ attrs }) => ['connect-pay-invoice', attrs],
};

export const schema = new Schema({
  nodes: basic.spec.nodes.addToEnd('pay_invoice', payInvoice),
  marks: basic.spec.marks,
});
