// In test:all: articles in which links become elements, in a page of their own.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { it } from '../support/limited.js';
import { launch } from './support.js';

const site = 'https://gazette.example';
const account = `${site}/account`;
const invoice = 'invoice-number=007435367;product-code=CO27409;company-code=5646903690';
const paid = `${account}#connect-pay-invoice;${invoice};methods=nexi+vippsEcommerce`;
const link = (href = paid, text = 'Pay your invoice') => `<a href="${href}">${text}</a>`;

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** A page of the site with the script in its head, as a theme has it. */
async function open(body: string, { head = '', hash = '' } = {}): Promise<Page> {
  const page = await browser.newPage();
  const script = readFileSync('demo/wordpress/place-elements.js', 'utf8');
  await page.route(`${site}/**`, (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: script })
      : route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><html lang="en"><head><title>A site</title>${head}<script type="module" src="/place-elements.js"></script></head><body>${body}</body></html>`,
        }),
  );
  await page.goto(`${site}/article${hash}`);
  return page;
}

/** Every element of ours in the page, as tag and attributes, and what is left of links. */
const placed = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter(({ localName }) => localName.startsWith('connect-'))
      .map(({ localName, attributes }) =>
        [localName, ...[...attributes].map(({ name, value }) => `${name}=${value}`)].join(' '),
      ),
  );
const whole =
  'connect-pay-invoice invoice-number=007435367 product-code=CO27409 company-code=5646903690 methods=nexi vippsEcommerce';

describe('the script of a theme that puts elements in the place of links', () => {
  it('takes everything from the fragment: zeros stay, and a plus is a blank', async () => {
    const page = await open(`<article><p>${link()}</p></article>`);
    assert.deepEqual(await placed(page), [whole]);
    assert.equal(await page.locator('a').count(), 0);
    await page.close();
  });

  it('knows a link on the same site however an editor writes its address', async () => {
    for (const href of [paid, paid.replace(site, ''), paid.replace(account, 'account')]) {
      const page = await open(`<article>${link(href)}</article>`);
      assert.deepEqual(await placed(page), [whole], href);
      await page.close();
    }
  });

  it('leaves a link that leads elsewhere, unless the page says that the account is there', async () => {
    const elsewhere = paid.replace('gazette', 'account.gazette');
    const page = await open(`<article>${link(elsewhere)}</article>`);
    assert.deepEqual(await placed(page), []);
    await page.close();
    const head = '<meta name="connect-account" content="https://account.gazette.example">';
    const told = await open(`<article>${link(elsewhere)}</article>`, { head });
    assert.deepEqual(await placed(told), [whole]);
    await told.close();
  });

  it('takes no attribute and no tag but those that are about an invoice or a product', async () => {
    const hostile = [
      `${account}#connect-config;api-url=https://evil.example`,
      `${account}#connect-__proto__;product-code=P`,
      `${account}#connect-script;src=https://evil.example`,
      `${account}#connect-invoices;product-code=P;api-url=https://evil.example;token-url=/t;onclick=x();return-url=/r;style=x;id=y`,
      `${account}#connect-invoices;product-code=%E0%A4%A;%3Cscript%3E;=;;unpaid`,
    ];
    const page = await open(`<article>${hostile.map((href) => link(href)).join(' ')}</article>`);
    assert.deepEqual(await placed(page), [
      'connect-invoices product-code=P',
      'connect-invoices product-code=\ufffd%A unpaid=',
    ]);
    await page.close();
  });

  it('takes a div or a link with data- attributes as well, and keeps a heading', async () => {
    const page = await open(
      `<div class="entry-content"><div data-connect="invoices" data-product-code="P" data-api-url="https://evil.example"><h2>Your invoices</h2>and more</div></div>`,
    );
    assert.deepEqual(await placed(page), ['connect-invoices product-code=P']);
    assert.equal(await page.locator('connect-invoices').innerHTML(), '<h2>Your invoices</h2>');
    await page.close();
  });

  it('knows every element that is about a product or an invoice', async () => {
    const names = [
      'payment-methods',
      'pay-invoice',
      'change-method',
      'invoices',
      'agreements',
      'due',
    ];
    const links = names.map((name) => link(`${account}#connect-${name};product-code=P`));
    const page = await open(`<article>${links.join(' ')}</article>`);
    assert.deepEqual(
      await placed(page),
      names.map((name) => `connect-${name} product-code=P`),
    );
    const strip = `${account}#connect-due;product-code=P;watch=card;dismissible;pay-url=/p`;
    const other = await open(`<article>${link(strip)}</article>`);
    assert.deepEqual(await placed(other), ['connect-due product-code=P watch=card dismissible=']);
    await Promise.all([page.close(), other.close()]);
  });

  it('leaves what readers write alone, and what is outside of an article', async () => {
    const bodies = [
      link(),
      `<aside>${link()}</aside>`,
      `<article>An article<section id="comments">${link()}</section></article>`,
      `<article>An article<ol class="comment-list"><li class="comment even">${link()}</li></ol></article>`,
      `<article>An article<article class="reply">${link()}</article></article>`,
      `<article class="comment-body">${link()}</article>`,
      `<article><div itemprop="comment">${link()}</div></article>`,
      `<article><div contenteditable="true">${link()}</div></article>`,
      `<article><div id="comments"><div data-connect="invoices" data-product-code="P"></div></div></article>`,
      `<article><!-- ${link()} --></article>`,
    ];
    for (const body of bodies) {
      const page = await open(body);
      assert.deepEqual(await placed(page), [], body);
      await page.close();
    }
  });

  it('goes by what the page says of where articles and readers are', async () => {
    const head = `<meta name="connect-editorial" content=".story"><meta name="connect-readers" content=".letters">`;
    const body = `<div class="story">${link()}<div class="letters">${link()}</div></div><article>${link()}</article>`;
    const page = await open(body, { head });
    assert.deepEqual(await placed(page), [whole]);
    // Markup in the body decides nothing.
    const other = await open(`<meta name="connect-editorial" content="*">${link()}`);
    assert.deepEqual(await placed(other), []);
    await Promise.all([page.close(), other.close()]);
  });

  it('places what comes later too, once each: another article, another body, an address that comes late', async () => {
    const page = await open('<main></main>');
    const main = page.locator('main');
    await main.evaluate(
      (main, html) => main.insertAdjacentHTML('beforeend', html),
      `<article>${link()}</article>`,
    );
    await page.locator('connect-pay-invoice').waitFor({ state: 'attached' });
    await main.evaluate((main) => main.append(document.createElement('hr')));
    assert.deepEqual(await placed(page), [whole]);
    await page.evaluate(
      (html) => {
        const next = new DOMParser().parseFromString(html, 'text/html');
        document.body.replaceWith(document.adoptNode(next.body));
      },
      `<article>${link(`${account}#connect-invoices;product-code=P`)}</article>`,
    );
    await page.locator('connect-invoices').waitFor({ state: 'attached' });
    assert.deepEqual(await placed(page), ['connect-invoices product-code=P']);
    await page.evaluate((href) => {
      const late = document.createElement('a');
      document.querySelector('article')?.append(late);
      setTimeout(() => (late.href = href));
    }, paid);
    await page.locator('connect-pay-invoice').waitFor({ state: 'attached' });
    assert.deepEqual(await placed(page), ['connect-invoices product-code=P', whole]);
    await page.close();
  });

  it('puts the same fragment of the address into the place that the account page has for it', async () => {
    const hash = new URL(`${paid};amount=1.00;currency=NOK;api-url=https://evil.example`).hash;
    const page = await open('<div data-connect-link><a href="/all">All invoices</a></div>', {
      hash,
    });
    // What is owed is not for an address to say.
    assert.deepEqual(await placed(page), [whole]);
    await page.evaluate(() => (location.hash = 'connect-invoices;product-code=P'));
    await page.locator('connect-invoices').waitFor({ state: 'attached' });
    assert.deepEqual(await placed(page), ['connect-invoices product-code=P']);
    await page.close();
  });

  it('puts nothing anywhere by its address where the page has no such place, or by another fragment', async () => {
    const bare = await open('<article></article>', { hash: new URL(paid).hash });
    assert.deepEqual(await placed(bare), []);
    const other = await open('<div data-connect-link><p>All</p></div>', {
      hash: '#connect-config;token=x',
    });
    assert.equal(await other.locator('[data-connect-link]').innerHTML(), '<p>All</p>');
    await Promise.all([bare.close(), other.close()]);
  });
});
