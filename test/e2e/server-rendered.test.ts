// In test:all: hydration of what a server has rendered; test/package/server.test.ts has the HTML.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe } from 'node:test';
import type { Page, Route } from 'playwright-core';
import { listen } from '../../demo/sandbox/http-server.js';
import { it } from '../support/limited.js';
import { choice, setStage, type Stage } from './support.js';

let stage: Stage;
before(async () => {
  stage = await setStage();
  stage.page.context().setDefaultTimeout(8000);
});
after(() => stage.close());

const path = '/server-rendered';
const tags = ['connect-pay-invoice', 'connect-change-method', 'connect-payment-methods'];
const labels = ['Card', 'Swish', 'Vipps', 'Card, through Nexi'];

/** A page whose scripts wait until they are let in. */
async function holdScripts(page: Page, pattern: RegExp): Promise<() => Promise<void>> {
  const held: Route[] = [];
  let isOpen = false;
  await page.route(pattern, (route) => {
    if (isOpen) return route.continue();
    held.push(route);
    return undefined;
  });
  return async () => {
    isOpen = true;
    await Promise.all(held.splice(0).map((route) => route.continue()));
  };
}

/**
 * Opens a page of which the server sends the rest later: what comes before and with `cut`, in the payment element or
 * behind it.
 */
async function cutPage(
  { demo, page: first }: Stage,
  path: string,
  cut: string,
  change = (html: string) => html,
) {
  const site = await listen('127.0.0.1', 0);
  const context = first.context();
  const headers = { cookie: (await context.cookies(demo.url)).map(cookieText).join('; ') };
  const html = change(await (await fetch(demo.url + path, { headers })).text());
  const at = html.indexOf(cut, html.indexOf('<connect-pay-invoice')) + cut.length;
  let sendRest = () => {};
  site.serve(async ({ url = '' }, response) => {
    if (url !== '/cut') {
      const file = await fetch(demo.url + url, { headers });
      response.writeHead(file.status, { 'Content-Type': file.headers.get('content-type') ?? '' });
      return response.end(Buffer.from(await file.arrayBuffer()));
    }
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    // The page's own script waits for the end of it.
    response.write(html.slice(0, at));
    sendRest = () => void response.end(html.slice(at));
  });
  const page = await context.newPage();
  await page.goto(`${site.origin}/cut`, { waitUntil: 'commit' });
  await page.locator('connect-pay-invoice style').first().waitFor({ state: 'attached' });
  page.on('close', () => void site.close());
  return { page, sendRest: () => sendRest() };
}

const cookieText = ({ name, value }: { name: string; value: string }) => `${name}=${value}`;

/** As the page's scripts do, before the page has been read. */
const hydrate = async () => {
  await import('@lit-labs/ssr-client/lit-element-hydrate-support.js');
  await import('connect-elements');
};
const runFile = async () => {
  const file = '/dist/cdn/connect-elements.js';
  await import(file);
};

const pay = (page: Page) => page.locator('connect-pay-invoice');
/** What the choices are called, without their second line. */
const readLabels = async (page: Page, tag = 'connect-pay-invoice') => {
  const labels = await page.locator(tag).locator('[part=label]').allInnerTexts();
  return labels.map((label) => label.split('\n')[0]);
};
const ready = async (page: Page) => {
  for (const tag of tags) await page.locator(`${tag}:state(ready)`).waitFor();
};

describe('a page that a server has rendered, without any script', () => {
  let page: Page;
  before(async () => {
    await stage.open('/subscription');
    const context = await stage.browser.newContext({
      javaScriptEnabled: false,
      storageState: await stage.page.context().storageState(),
    });
    page = await context.newPage();
  });
  after(() => page.context().close());

  it('shows what one can choose from, and the amount', async () => {
    await page.goto(stage.demo.url + path);
    assert.deepEqual(await readLabels(page), labels);
    const text = await pay(page).locator('section').innerText();
    assert.match(text, /NOK\s295\.00/);
    assert.equal(await pay(page).locator('input:checked').count(), 1);
    assert.deepEqual(await readLabels(page, 'connect-change-method'), [
      'Vipps',
      'Card',
      'Avtalegiro',
    ]);
  });

  it('offers no button that nothing would happen at', async () => {
    await page.goto(stage.demo.url + path);
    for (const tag of ['connect-pay-invoice', 'connect-change-method']) {
      assert.ok(await page.locator(`${tag} button`).isDisabled(), tag);
      assert.ok(await page.locator(`${tag} input`).first().isEnabled(), tag);
    }
  });

  it('shows a skeleton of what has to be read', async () => {
    await page.goto(stage.demo.url + path);
    const rows = page.locator('connect-payment-methods [part~=skeleton]');
    assert.equal(await rows.count(), 3);
    assert.ok(Number((await rows.first().boundingBox())?.height) >= 44);
  });

  for (const [lang, button] of [
    ['nb', 'Betal'],
    ['fi', 'Maksa'],
    ['tlh', 'Pay'],
  ] as const) {
    it(`speaks the language that it is asked for: ${lang}`, async () => {
      await page.goto(`${stage.demo.url + path}?lang=${lang}`);
      const text = await pay(page).locator('button').innerText();
      assert.match(text, new RegExp(`^${button}\\b`));
    });
  }
});

for (const [name, query, scripts] of [
  ['the package with hydration', '', /\/public\/hydrate\.js/],
  ['a file for a script tag', '?script-tag', /\/dist\/cdn\/connect-elements\.js/],
] as const) {
  describe(`${name}, when it comes to a page that a server has rendered`, () => {
    beforeEach(() => stage.open('/subscription'));
    afterEach(async () => {
      const context = stage.page.context();
      await context.unrouteAll({ behavior: 'ignoreErrors' });
      const others = context.pages().filter((page) => page !== stage.page);
      await Promise.all(others.map((page) => page.close()));
    });

    /** Opens the page, does something before the script comes, and lets it in. */
    async function takeOver(prepare: (page: Page) => Promise<unknown>, more = ''): Promise<Page> {
      const page = await stage.page.context().newPage();
      const letIn = await holdScripts(page, scripts);
      await page.addInitScript(() => {
        const shifts: PerformanceEntry[] = [];
        Reflect.set(window, 'shifts', shifts);
        const observer = new PerformanceObserver((list) => void shifts.push(...list.getEntries()));
        observer.observe({ type: 'layout-shift', buffered: true });
      });
      await page.setViewportSize({ width: 1280, height: 3000 });
      // The demo's own panel fills itself, and a list whose length nobody knows moves what is below; neither is an element.
      await page.addInitScript(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('aside, footer { display: none }');
        document.adoptedStyleSheets = [sheet];
      });
      await page.goto(stage.demo.url + path + query + more, { waitUntil: 'commit' });
      await pay(page).locator('button').waitFor();
      await prepare(page);
      await letIn();
      return page;
    }

    it('shows everything once, and says no error', async () => {
      const page = await takeOver(async () => {});
      await ready(page);
      for (const tag of tags) {
        assert.equal(await page.locator(`${tag} section`).count(), 1, tag);
        assert.equal(await page.locator(`${tag} style`).count(), 0, tag);
      }
      assert.deepEqual(await readLabels(page), labels);
      assert.deepEqual(stage.errors(), []);
    });

    it('moves nothing', async () => {
      const page = await takeOver(async (before) => {
        // A file for a script tag shows a skeleton of what has to be read.
        if (!query) return;
        await before.evaluate(async () => {
          document.querySelector('.card + .card')?.remove();
          for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
          Reflect.set(Object(Reflect.get(window, 'shifts')), 'length', 0);
        });
      });
      await page.locator('connect-payment-methods:state(ready)').waitFor();
      const moved = await page.evaluate(async () => {
        for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
        const shifts: unknown = Reflect.get(window, 'shifts');
        return Array.isArray(shifts) ? shifts.map((one) => JSON.stringify(one)) : ['?'];
      });
      assert.deepEqual(moved, []);
      assert.deepEqual(stage.errors(), []);
    });

    it('pays, and says what came of it', async () => {
      const page = await takeOver(async () => {});
      await ready(page);
      await choice(pay(page), 'swishPayex').check();
      await pay(page).locator('button').click();
      await page.click('#outcome-finished');
      await pay(page).locator('.registered').waitFor();
      const told = stage.events().filter(({ type }) => type === 'connect-confirmed');
      assert.deepEqual(
        told.map(({ detail }) => detail['confirmed']),
        [true],
      );
      assert.deepEqual(stage.errors(), []);
    });

    it('gives the elements a style when the page lets in no style of the server', async () => {
      await stage.page.context().route(/server-rendered/, async (route) => {
        const answer = await route.fetch();
        const headers = { ...answer.headers(), 'content-security-policy': "style-src 'self'" };
        await route.fulfill({ response: answer, headers });
      });
      const page = await takeOver(async (before) => {
        assert.equal(await pay(before).evaluate((one) => getComputedStyle(one).display), 'inline');
      });
      await page.locator('connect-pay-invoice:state(ready)').waitFor();
      assert.equal(await pay(page).evaluate((one) => getComputedStyle(one).display), 'block');
      // The style that was not let in is told.
      stage.errors();
    });

    it('leads the reader back to the choice that they were at, or to the element', async () => {
      const page = await takeOver(async (before) => {
        await choice(pay(before), 'vippsEcommerce').focus();
        await pay(before).evaluate((one) => one.setAttribute('amount', '300'));
      });
      await ready(page);
      const at = await pay(page).evaluate(({ shadowRoot }) => {
        const focused = shadowRoot?.activeElement;
        return focused instanceof HTMLInputElement ? focused.value : focused?.localName;
      });
      // A file for a script tag has nothing to choose from at first.
      assert.equal(at, query ? 'section' : 'vippsEcommerce');
    });

    for (const [name, cut] of [
      ['its style', '</style>'],
      ['a choice', 'value="vippsEcommerce"'],
      ['its button', '<button'],
    ] as const) {
      it(`shows everything once where it comes before all of the HTML: behind ${name}`, async () => {
        const { page, sendRest } = await cutPage(stage, path + query, cut);
        await page.evaluate(query ? runFile : hydrate);
        sendRest();
        await page.locator('connect-pay-invoice:state(ready)').waitFor();
        const element = pay(page);
        assert.equal(await element.locator('section').count(), 1);
        assert.equal(await element.locator('[role=status]').count(), 2);
        assert.deepEqual(await readLabels(page), labels);
        assert.equal(await element.locator('input:checked').count(), 1);
        // What is behind it is taken up as well; the newspaper gives no token to another origin.
        assert.equal(await page.locator('connect-config template').count(), 0);
        const errors = stage.errors().filter((error) => !error.includes('403'));
        assert.deepEqual(errors, []);
      });
    }

    if (query) return;

    /** The payment element as the last of what another component shows, which a server has rendered too. */
    const inCard = (html: string) => {
      const [begin, end] = ['<connect-pay-invoice', '</connect-pay-invoice>'];
      const [from, to] = [html.indexOf(begin), html.indexOf(end) + end.length];
      const card = `<template shadowrootmode="open"><div>${html.slice(from, to)}</div></template>`;
      return `${html.slice(0, from)}<site-card>${card}</site-card><p>Below</p>${html.slice(to)}`;
    };

    it('comes alive before the end of the page, also as the last of what another component shows', async () => {
      const { page, sendRest } = await cutPage(stage, path, '</site-card><p>', inCard);
      await page.evaluate(hydrate);
      await page.locator('connect-pay-invoice:state(ready)').waitFor();
      assert.equal(await page.evaluate(() => document.readyState), 'loading');
      assert.equal(await pay(page).locator('section').count(), 1);
      sendRest();
    });

    it('waits for its own end there', async () => {
      const { page, sendRest } = await cutPage(stage, path, 'value="vippsEcommerce"', inCard);
      await page.evaluate(hydrate);
      await page.evaluate(() => new Promise(requestAnimationFrame));
      assert.equal(await page.locator('connect-pay-invoice[data-given]').count(), 1);
      sendRest();
      await page.locator('connect-pay-invoice:state(ready)').waitFor();
      assert.equal(await pay(page).locator('section').count(), 1);
      assert.deepEqual(await readLabels(page), labels);
    });

    it('keeps every node of the choices, and what the reader has chosen by then', async () => {
      const page = await takeOver(async (before) => {
        await choice(pay(before), 'vippsEcommerce').check();
        await before.evaluate(() => {
          const root = document.querySelector('connect-pay-invoice')?.shadowRoot;
          const nodes = [...(root?.querySelectorAll('*:not(style)') ?? [])];
          Reflect.set(window, 'nodes', nodes);
        });
      });
      await ready(page);
      const kept = await page.evaluate(() => {
        const before: unknown = Reflect.get(window, 'nodes');
        const root = document.querySelector('connect-pay-invoice')?.shadowRoot;
        const now = [...(root?.querySelectorAll('*') ?? [])];
        return Array.isArray(before) && before.length > 30
          ? before.length === now.length && before.every((node, index) => node === now[index])
          : before;
      });
      assert.equal(kept, true);
      assert.ok(await choice(pay(page), 'vippsEcommerce').isChecked());
      const value = await pay(page).evaluate((element) => String(Reflect.get(element, 'value')));
      assert.equal(value, 'vippsEcommerce');
      const told = stage.events().filter(({ type }) => type === 'connect-select');
      assert.deepEqual(
        told.map(({ detail }) => detail['paymentMethod']),
        ['vippsEcommerce'],
      );
    });

    it('speaks the language of the server until its own texts are there', async () => {
      let letTextsIn = async () => {};
      const page = await takeOver(async (before) => {
        letTextsIn = await holdScripts(before, /\/dist\/shared\/connect\d*\.js/);
      }, '?lang=nb');
      await page.waitForFunction(() =>
        document.querySelector('connect-pay-invoice')?.matches(':state(loading)'),
      );
      await page.evaluate(() => new Promise(requestAnimationFrame));
      assert.match(await pay(page).locator('button').innerText(), /^Betal\b/);
      await letTextsIn();
      await ready(page);
      assert.match(await pay(page).locator('button').innerText(), /^Betal\b/);
      assert.equal(await pay(page).locator('section').getAttribute('lang'), 'nb');
    });

    it('has buttons that go on before the methods are read', async () => {
      let answer = async () => {};
      const page = await takeOver(async (before) => {
        answer = await holdScripts(before, /\/v1\/product\/payment\//);
      });
      for (const tag of ['connect-pay-invoice', 'connect-change-method']) {
        await page.locator(`${tag}:state(ready)`).waitFor();
        assert.ok(await page.locator(`${tag} button`).isEnabled(), tag);
      }
      const marks = page.locator('connect-change-method [part=label] > i');
      assert.equal(await marks.count(), 0);
      await answer();
      await ready(page);
      await page.locator('connect-payment-methods [aria-current=true]').waitFor();
    });

    it('says what is true of the page where the server knew another', async () => {
      const page = await takeOver(
        (before) =>
          before.evaluate(() => {
            const settings = document.querySelector('connect-config');
            settings?.setAttribute('lang', 'en');
            settings?.setAttribute('country', 'se');
            const pay = document.querySelector('connect-pay-invoice');
            const fieldset = Object.assign(document.createElement('fieldset'), { disabled: true });
            pay?.replaceWith(fieldset);
            fieldset.append(pay ?? '');
          }),
        '?lang=nb',
      );
      await ready(page);
      assert.match(await pay(page).locator('button').innerText(), /^Pay\b/);
      assert.match(await pay(page).locator('section').innerText(), /SEK\s295\.00/);
      assert.equal(await pay(page).locator('#choice').textContent(), 'Pay invoice');
      assert.ok(await pay(page).locator('button').isDisabled());
      assert.deepEqual(stage.errors(), []);
    });

    it('renders anew when the page gives an element something else than the server had', async () => {
      const page = await takeOver((before) =>
        before.evaluate(() => {
          document.querySelector('connect-pay-invoice')?.setAttribute('methods', 'nexi swishPayex');
        }),
      );
      await ready(page);
      assert.deepEqual(await readLabels(page), ['Card, through Nexi', 'Swish']);
      assert.equal(await page.locator('connect-pay-invoice section').count(), 1);
      assert.deepEqual(stage.errors(), []);
    });

    it('believes nothing of the server that the page has changed: an amount, a method', async () => {
      const page = await takeOver(
        (before) =>
          before.evaluate(() => {
            const element = document.querySelector('connect-pay-invoice');
            element?.setAttribute('methods', 'vippsEcommerce nexi swishPayex creditcardPayex');
            element?.setAttribute('amount', '999,00');
          }),
        '',
      );
      await ready(page);
      assert.match(await pay(page).locator('section').innerText(), /999\.00/);
      const icons = await pay(page)
        .locator('slot[name^=icon-]')
        .evaluateAll((slots) => slots.map((slot) => slot.getAttribute('name')));
      assert.equal(icons[0], 'icon-vippsEcommerce');
      assert.equal(await pay(page).getAttribute('data-given'), null);
      assert.deepEqual(stage.errors(), []);
    });

    /** What the page or a cache has made of the HTML by then, and what one can choose from in the end. */
    const others: readonly (readonly [
      name: string,
      prepare: (element: HTMLElement) => void,
      labels: readonly string[],
    ])[] = [
      [
        'the page has set a property: another order of the methods',
        (element) =>
          Reflect.set(element, 'methods', 'nexi vippsEcommerce swishPayex creditcardPayex'),
        ['Card, through Nexi', 'Vipps', 'Swish', 'Card'],
      ],
      [
        'a cleaner has taken out what the server had written down',
        (element) => {
          element.removeAttribute('data-given');
          element.setAttribute('methods', 'nexi vippsEcommerce swishPayex creditcardPayex');
        },
        ['Card, through Nexi', 'Vipps', 'Swish', 'Card'],
      ],
      [
        'another version has rendered it, by other templates',
        ({ shadowRoot: root }) => {
          const walker = document.createTreeWalker(root ?? document, NodeFilter.SHOW_COMMENT);
          while (walker.nextNode()) {
            const { currentNode } = walker;
            if (currentNode instanceof Comment)
              currentNode.data = currentNode.data.replace(/(lit-part .{4}).{4}/, '$1AAAA');
          }
        },
        labels,
      ],
      [
        'another version has rendered it, with its methods in another order',
        (element) => {
          const given = element.getAttribute('data-given') ?? '';
          element.setAttribute(
            'data-given',
            given.replace(/"version":"[^"]*"/, '"version":"0.0.1"'),
          );
          const [, swish, vipps] = element.shadowRoot?.querySelectorAll('label') ?? [];
          for (const label of [swish, vipps]) {
            const input = label?.querySelector('input');
            const other = label === swish ? 'vippsEcommerce' : 'swishPayex';
            input?.setAttribute('value', other);
            label?.querySelector('slot')?.setAttribute('name', `icon-${other}`);
          }
        },
        labels,
      ],
      [
        'a translator has put elements of its own in the place of texts',
        ({ shadowRoot: root }) => {
          for (const button of root?.querySelectorAll('button, [part=label]') ?? []) {
            const walker = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
            const texts: Text[] = [];
            while (walker.nextNode())
              if (walker.currentNode instanceof Text && walker.currentNode.data.trim())
                texts.push(walker.currentNode);
            for (const text of texts) {
              const font = document.createElement('font');
              font.textContent = `… ${text.data}`;
              text.replaceWith(font);
            }
          }
        },
        labels,
      ],
    ];
    for (const [name, prepare, expected] of others) {
      it(`offers what there is, with what the reader has chosen, where ${name}`, async () => {
        const page = await takeOver(async (before) => {
          await pay(before).evaluate(prepare);
          await choice(pay(before), 'vippsEcommerce').check();
          await pay(before).evaluate((element) => void Reflect.set(element, 'amount', 149.5));
        });
        await ready(page);
        assert.equal(await pay(page).locator('section').count(), 1);
        assert.deepEqual(await readLabels(page), expected);
        assert.equal(await pay(page).locator('button').innerText(), 'Pay NOK\u00a0149.50');
        const chosen = pay(page).locator('label:has(:checked)');
        assert.match(await chosen.innerText(), /^Vipps/);
        assert.equal(await chosen.locator('slot').getAttribute('name'), 'icon-vippsEcommerce');
        const told = stage.events().filter(({ type }) => type === 'connect-select');
        assert.deepEqual(
          told.map(({ detail }) => detail['paymentMethod']),
          ['vippsEcommerce'],
        );
        assert.deepEqual(stage.errors(), []);
      });
    }

    it('tells no choice of what is not offered any more', async () => {
      const page = await takeOver(async (before) => {
        await choice(pay(before), 'vippsEcommerce').check();
        await pay(before).evaluate((one) => one.setAttribute('methods', 'nexi swishPayex'));
      });
      await ready(page);
      assert.ok(await choice(pay(page), 'nexi').isChecked());
      assert.equal(await pay(page).evaluate((one) => `${Reflect.get(one, 'value')}`), 'undefined');
      assert.equal(stage.events().filter(({ type }) => type === 'connect-select').length, 0);
    });

    /**
     * What minifiers, caches and ways to parse HTML do to it: a comment goes when its text begins so and what
     * follows it is this.
     */
    const losses: readonly (readonly [name: string, text: string, before: string, most: number])[] =
      [
        ['every comment', '', '*', Infinity],
        ['the comments before a button or a choice', 'lit-node', 'input, button', Infinity],
        ['the comments of what changes', 'lit-part', '*', Infinity],
        ['one of two comments', '/lit-part', '*', 1],
      ];
    for (const [name, ...loss] of losses) {
      it(`shows everything once, with what the reader has chosen, without ${name}`, async () => {
        const page = await takeOver(async (before) => {
          await choice(pay(before), 'vippsEcommerce').check();
          await before.evaluate(([text, next, most]) => {
            const tags = 'connect-pay-invoice, connect-change-method, connect-payment-methods';
            for (const { shadowRoot } of document.querySelectorAll(tags)) {
              if (!shadowRoot) throw new Error('nothing was rendered');
              const walker = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_COMMENT);
              const found: Comment[] = [];
              while (walker.nextNode()) {
                const { currentNode } = walker;
                if (!(currentNode instanceof Comment) || !currentNode.data.startsWith(text))
                  continue;
                const isBefore = currentNode.nextElementSibling?.matches(next) ?? next === '*';
                if (isBefore && found.length < most) found.push(currentNode);
              }
              found.forEach((comment) => comment.remove());
            }
          }, loss);
        });
        await ready(page);
        for (const tag of tags) {
          assert.equal(await page.locator(`${tag} section`).count(), 1, tag);
          assert.equal(await page.locator(`${tag} h2`).count(), 1, tag);
        }
        assert.deepEqual(await readLabels(page), labels);
        assert.ok(await choice(pay(page), 'vippsEcommerce').isChecked());
        const chosen = stage.events().filter(({ type }) => type === 'connect-select');
        assert.deepEqual(
          chosen.map(({ detail }) => detail['paymentMethod']),
          ['vippsEcommerce'],
        );
        await pay(page).locator('button').click();
        await page.locator('#outcome-finished').waitFor();
        assert.deepEqual(stage.errors(), []);
      });
    }

    it('replaces what is there when Lit has no hydration', async () => {
      const only = (route: Route) =>
        route.fulfill({ contentType: 'text/javascript', body: "import 'connect-elements'" });
      await stage.page.context().route(scripts, only);
      const page = await stage.page.context().newPage();
      await page.goto(stage.demo.url + path);
      await ready(page);
      assert.equal(await page.locator('connect-pay-invoice section').count(), 1);
      assert.equal(await page.locator('connect-pay-invoice style').count(), 0);
      assert.deepEqual(await readLabels(page), labels);
      assert.deepEqual(stage.errors(), []);
    });
  });
}
