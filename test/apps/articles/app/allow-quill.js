import Quill from 'quill';

const BlockEmbed = Quill.import('blots/block/embed');

export class PayInvoice extends BlockEmbed {
  static blotName = 'connect-pay-invoice';
  static tagName = 'connect-pay-invoice';
  static create(value) {
    const node = super.create();
    for (const [name, text] of Object.entries(value)) node.setAttribute(name, text);
    return node;
  }
  static value(node) {
    return Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
  }
}
