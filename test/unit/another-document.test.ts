// In every engine: each has its own rules for style sheets of another document.
import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { radios, settled, until, useAddress, useServer, useStore, useWarnings } from './support.js';

function given<Given extends HTMLElement>(element: Given): Given {
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

describe('an element that comes back inside of new markup', () => {
  const parsed = (inside: string) => {
    const text = `<connect-config client-id="outer"><connect-config country="se">${inside}</connect-config></connect-config>`;
    return new DOMParser().parseFromString(text, 'text/html').body;
  };
  const inPlace = async (find: (markup: HTMLElement) => ParentNode | null) => {
    useServer();
    useStore();
    useAddress('https://site.example/pay');
    const told = useWarnings();
    const element = given(document.createElement('connect-pay-invoice'));
    element.removeAttribute('client-id');
    const around = document.createElement('connect-config');
    around.setAttribute('client-id', 'first');
    around.append(element);
    document.body.append(around);
    await until(() => element.matches(':state(ready)'));
    const markup = parsed('<p></p>');
    find(markup)?.append(element);
    around.replaceWith(...markup.childNodes);
    return { element, told };
  };

  it('has the settings around it, though the browser makes an element of that later', async () => {
    const { element, told } = await inPlace((markup) => markup.querySelector('p'));
    expect(element.shared.now.clientId).to.equal('outer');
    await settled();
    expect(element.matches(':state(ready)')).to.equal(true);
    expect(told).to.deep.equal([]);
    document.querySelector('connect-config')?.remove();
  });

  it('has them in a shadow root too', async () => {
    const { element, told } = await inPlace((markup) => {
      const host = document.createElement('div');
      markup.querySelector('p')?.append(host);
      return host.attachShadow({ mode: 'open' });
    });
    expect(element.shared.now.clientId).to.equal('outer');
    await settled();
    expect(element.matches(':state(ready)')).to.equal(true);
    expect(told).to.deep.equal([]);
    document.querySelector('connect-config')?.remove();
  });
});
