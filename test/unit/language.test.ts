// In every engine: each resolves the language of an element in its own way.
import { expect, fixture, html } from '@open-wc/testing';
import { languageOf } from '../../src/host/language.js';

async function languageIn(markup: ReturnType<typeof html>): Promise<string> {
  const around = await fixture(html`<div>${markup}</div>`);
  const element = around.querySelector('.me');
  if (!element) throw new Error('no element');
  return languageOf(element);
}

describe('the language that an element stands in', () => {
  const { lang } = document.documentElement;
  beforeEach(() => document.documentElement.removeAttribute('lang'));
  after(() => (document.documentElement.lang = lang));

  it('is its own', async () => {
    expect(await languageIn(html`<p lang="da"><b class="me" lang="sv"></b></p>`)).to.equal('sv');
  });

  it('is the nearest around it', async () => {
    expect(await languageIn(html`<p lang="da"><b class="me"></b></p>`)).to.equal('da');
  });

  it('is that of the page', async () => {
    document.documentElement.lang = 'nb-NO';
    expect(await languageIn(html`<b class="me"></b>`)).to.equal('nb-NO');
  });

  it('is that outside the shadow trees that it is part of', async () => {
    const host = await fixture(html`<div lang="fi"></div>`);
    const inner = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(inner);
    const me = document.createElement('b');
    inner.attachShadow({ mode: 'open' }).append(me);
    expect(languageOf(me)).to.equal('fi');
    inner.lang = 'nn';
    expect(languageOf(me)).to.equal('nn');
  });

  it('is written as browsers write it', async () => {
    expect(await languageIn(html`<b class="me" lang="EN-gb"></b>`)).to.equal('en-GB');
  });

  for (const [written, tag] of [
    ['nb_NO', 'nb-NO'],
    ['no_NO', 'nb-NO'],
    ['sv_SE.UTF-8', 'sv-SE'],
  ] as const) {
    it(`is read as operating systems write it: ${written}`, async () => {
      expect(await languageIn(html`<b class="me" lang=${written}></b>`)).to.equal(tag);
    });
  }

  for (const wrong of ['', 'norwegian bokmål', 'x', '-']) {
    it(`is English when it is no language tag: "${wrong}"`, async () => {
      const markup = html`<p lang="da"><b class="me" lang=${wrong}></b></p>`;
      expect(await languageIn(markup)).to.equal('en');
    });
  }

  it('is what it was, when the page is translated into one of which there are no texts', () => {
    document.documentElement.lang = 'nb';
    const me = document.body.appendChild(document.createElement('b'));
    const before = languageOf(me);
    for (const lang of ['pl', 'ar', 'zh-CN', 'pl-x-mtfrom-nb']) {
      document.documentElement.lang = lang;
      expect(languageOf(me, undefined, before), lang).to.equal('nb');
    }
    document.documentElement.lang = 'sv';
    expect(languageOf(me, undefined, before)).to.equal('sv');
    me.remove();
  });

  it('is that of the others for whoever comes to a page that is translated by then', async () => {
    document.documentElement.lang = 'nb';
    expect(await languageIn(html`<b class="me"></b>`)).to.equal('nb');
    document.documentElement.lang = 'pl';
    expect(await languageIn(html`<b class="me"></b>`)).to.equal('nb');
    expect(await languageIn(html`<p lang="de"><b class="me"></b></p>`)).to.equal('en');
  });

  it('is English when nothing says so', async () => {
    expect(await languageIn(html`<b class="me"></b>`)).to.equal('en');
    expect(languageOf(document.createElement('b'))).to.equal('en');
  });
});
