// In every engine: each upgrades elements of a page in its own order.
import { expect } from '@open-wc/testing';
import { apiBase, json, settled, until, useServer } from './support.js';

const methods = json({ paymentMethodResponseItems: ['invoice'] });

// One registry for the page, so this is one story: markup first, then the consumer, connect-config last.
describe('a consumer that is defined before connect-config, with the markup in a page that has loaded', () => {
  const root = document.createElement('div');
  const config = document.createElement('connect-config');
  config.setAttribute('api-url', apiBase);
  config.setAttribute('token', 'config');
  const inside = document.createElement('connect-payment-methods');
  inside.setAttribute('product-code', 'O1');
  const removed = document.createElement('connect-payment-methods');
  removed.setAttribute('product-code', 'O2');
  const early = document.createElement('connect-payment-methods');
  early.setAttribute('product-code', 'O3');
  // Set before the upgrade, as a framework does that is quicker than the script.
  Object.assign(early, { apiUrl: apiBase, tokenProvider: () => 'early-provider' });
  const token = document.createElement('connect-payment-methods');
  token.setAttribute('product-code', 'O4');
  Object.assign(token, { apiUrl: apiBase, token: 'early-token' });

  before(() => {
    config.append(inside, removed);
    root.append(config, early, token);
    document.body.append(root);
  });

  after(() => root.remove());

  it('keeps a token and a provider that were set before the upgrade', async () => {
    const { sent } = useServer({
      'GET /v1/product/payment/O3': methods,
      'GET /v1/product/payment/O4': methods,
    });
    await import('../../src/define/payment-methods.js');
    await until(() => root.querySelectorAll(':state(ready)').length === 2, 'both are ready');
    const tokens = sent.map(({ path, headers }) => [path.slice(-2), headers.get('Authorization')]);
    expect(Object.fromEntries(tokens)).to.deep.equal({
      O3: 'Bearer early-provider',
      O4: 'Bearer early-token',
    });
    expect(Object.keys(token)).to.not.include('token');
    expect(token.token).to.equal(undefined);
    early.remove();
    token.remove();
  });

  it('sends nothing while its connect-config is mere markup', async () => {
    const { count } = useServer();
    await until(() => inside.matches(':state(failed)'), 'it has given up for now');
    removed.remove();
    await settled();
    expect(inside.paymentMethods).to.deep.equal([]);
    expect(count()).to.equal(0);
  });

  it('gets the settings once connect-config is defined, and asks once', async () => {
    const { sent } = useServer({ 'GET /v1/product/payment/O1': methods });
    await import('../../src/define/config.js');
    await until(() => inside.matches(':state(ready)'), 'it is ready');
    await settled();
    expect(sent.map(({ path }) => path)).to.deep.equal(['/v1/product/payment/O1']);
    expect(sent[0]?.headers.get('Authorization')).to.equal('Bearer config');
    expect(config.hasAttribute('token')).to.equal(false);
  });

  it('follows what changes in connect-config from then on', async () => {
    const other = 'https://other.example/v1/product/payment/O1';
    const { count } = useServer({ [`GET ${other}`]: methods });
    config.setAttribute('api-url', 'https://other.example');
    await until(() => count() === 1, 'it has asked the other server');
    expect(count(`GET ${other}`)).to.equal(1);
  });
});

/** A page of its own, whose scripts run in an order that we choose; it writes down what it did. */
const framePage = (between: string) => `<!doctype html><html><body>
<connect-config api-url="${apiBase}" token="config">
  <connect-payment-methods id="kept" product-code="F1"></connect-payment-methods>
  <connect-payment-methods id="removed" product-code="F2" api-url="${apiBase}" token="own"></connect-payment-methods>
</connect-config>
<script type="module">
  import { platform } from '/src/platform/platform.ts';
  const said = [];
  const write = (line) => (document.documentElement.dataset.said = said.push(line) && said.join(', '));
  platform.href = () => 'https://site.example/';
  platform.fetch = async (url, { headers }) => {
    write(url.slice(-2) + ' ' + headers.Authorization);
    return new Response('{"paymentMethodResponseItems": ["invoice"]}');
  };
  addEventListener('error', ({ message }) => write(message));
  for (const type of ['connect-load', 'connect-error']) addEventListener(type, () => write(type));
</script>
<script type="module" src="/src/define/payment-methods.ts"></script>
<script type="module">${between}</script>
<script type="module" src="/src/define/config.ts"></script>
</body></html>`;

async function frame(
  between: string,
): Promise<{ said: () => string; found: () => Element | null | undefined }> {
  const element = document.createElement('iframe');
  element.srcdoc = framePage(between);
  const loaded = new Promise((resolve) => element.addEventListener('load', resolve));
  document.body.append(element);
  frames.push(element);
  await loaded;
  return {
    said: () => element.contentDocument?.documentElement.dataset['said'] ?? '',
    found: () => element.contentDocument?.querySelector('#kept'),
  };
}

const frames: HTMLIFrameElement[] = [];

describe('a consumer whose script runs before that of connect-config while the page loads', () => {
  afterEach(() => frames.splice(0).forEach((element) => element.remove()));

  it('waits for it, asks once with its settings, and reports no error', async () => {
    const { said, found } = await frame(`document.querySelector('#removed').remove();`);
    await until(() => found()?.matches(':state(ready)'), 'it is ready');
    await settled();
    expect(said()).to.equal('F1 Bearer config, connect-load');
    // The page in the frame loads three hundred files, one after another.
  }).timeout(60_000);

  it('asks nothing when it is removed while it waits', async () => {
    // WebKit runs scripts that are ready one after another, with no microtask in between: nothing is rendered yet.
    const { said } = await frame(`
      if (!document.querySelector('#kept').matches(':defined')) throw new Error('it is not defined');
      document.querySelector('#kept').remove();
      document.querySelector('#removed').remove();
    `);
    await settled();
    await settled();
    expect(said()).to.equal('');
  }).timeout(60_000);
});
