// In every engine: each has its own rules for style sheets of another document.
import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { radios, settled, until, useAddress, useServer, useStore } from './support.js';

function given(element: HTMLElement): HTMLElement {
  const all = {
    'invoice-number': '1001',
    'product-code': 'DN',
    'company-code': 'AM',
    'client-id': 'site',
    token: 't0ken',
  };
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
  return element;
}

const look = (element: Element) => getComputedStyle(element).display;

describe('an element in another document', () => {
  let frame: HTMLIFrameElement;
  beforeEach(() => {
    useServer();
    useStore();
    useAddress('https://site.example/pay');
    frame = document.body.appendChild(document.createElement('iframe'));
  });
  afterEach(() => frame.remove());

  const other = () => {
    const { contentDocument } = frame;
    if (!contentDocument) throw new Error('no document');
    return contentDocument.body;
  };

  it('keeps its look and its choice there, and on the way back', async () => {
    const element = given(document.createElement('connect-pay-invoice'));
    document.body.append(element);
    await until(() => element.matches(':state(ready)'));
    radios(element)[2]?.click();
    for (const place of [other(), document.body, other(), document.body]) {
      place.append(element);
      await settled();
      expect(look(element)).to.equal('block');
      expect(element.shadowRoot?.querySelectorAll('style').length).to.equal(
        place === document.body ? 0 : 1,
      );
      expect(radios(element).map(({ checked }) => checked)).to.deep.equal([
        false,
        false,
        true,
        false,
      ]);
    }
    await until(() => element.matches(':state(ready)'));
    element.remove();
  });

  it('is there when it is put into one before it was ever shown', async () => {
    const element = given(document.createElement('connect-pay-invoice'));
    other().append(element);
    await until(() => element.matches(':state(ready)'));
    expect(look(element)).to.equal('block');
    document.body.append(element);
    await settled();
    expect(look(element)).to.equal('block');
    element.remove();
  });
});
