import { DecoratorNode } from 'lexical';

const names = ['invoice-number', 'product-code', 'company-code', 'methods'];
const tag = 'connect-pay-invoice';

const read = (element) => ({
  node: new PayInvoiceNode(
    names.flatMap((name) =>
      element.hasAttribute(name) ? [[name, element.getAttribute(name)]] : [],
    ),
  ),
});

export class PayInvoiceNode extends DecoratorNode {
  static getType = () => tag;
  static clone = (node) => new PayInvoiceNode(node.__given, node.__key);
  static importJSON = ({ given }) => new PayInvoiceNode(given);
  static importDOM = () => ({ [tag]: () => ({ priority: 1, conversion: read }) });

  constructor(given = [], key) {
    super(key);
    this.__given = given;
  }
  exportJSON() {
    return { ...super.exportJSON(), given: this.__given };
  }
  exportDOM() {
    const element = document.createElement(tag);
    for (const [name, text] of this.__given) element.setAttribute(name, text);
    return { element };
  }
  // In the editor it is an empty box: nothing is paid while somebody writes.
  createDOM() {
    return document.createElement('div');
  }
  updateDOM() {
    return false;
  }
  isInline() {
    return false;
  }
  decorate() {
    return null;
  }
}
