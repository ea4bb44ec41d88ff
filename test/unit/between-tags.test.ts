import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import { settled, useServer, useStore, useWarnings } from './support.js';

const tags = [
  'connect-agreements',
  'connect-change-method',
  'connect-invoices',
  'connect-method-status',
  'connect-outcome',
  'connect-pay-invoice',
  'connect-payment-methods',
  'connect-vipps-payment',
];

/** An element with something between its tags, as a page's HTML has it. */
async function between(inside: string, tag = 'connect-pay-invoice'): Promise<Element> {
  useServer();
  useStore();
  useWarnings();
  const around = await fixture(html`<div></div>`);
  around.innerHTML = `<${tag}>${inside}</${tag}>`;
  await settled();
  const [element] = around.children;
  if (!element) throw new Error('no element');
  return element;
}

/** Whether the heading of ours can be seen. */
function hasHeading(element: Element): boolean {
  const headings = [...(element.shadowRoot?.querySelectorAll('h2') ?? [])];
  expect(headings.length, 'headings').to.be.at.most(1);
  return headings.some((heading) => heading.getClientRects().length > 0);
}

const blank = {
  nothing: '',
  'a line break': '\n  ',
  'a space that does not break': '&nbsp;',
  'what takes no room': '&ZeroWidthSpace;&shy; &NoBreak;&#xfeff;&lrm;',
  'a comment': '<!-- here -->',
  'comments of a framework and space': '<!--v-if-->\n<!--]--> ',
  'a template': '<template><p>x</p></template>',
  'a declarative shadow root that was not taken up':
    '<template shadowrootmode="open"><h2>Pay invoice</h2></template>',
  'a script and a style': '<script type="text/plain">x</script><style>p {}</style>',
  'what is for pages without script, and for machines':
    '<noscript>Turn on JavaScript</noscript><link rel="preload" as="image" href="data:," /><meta itemprop="a" content="b" />',
  'what a CMS makes of an empty line': '<p></p><br /><p>&nbsp;</p>',
  'a heading that a CMS has left without words': '<h2></h2>\n<h3><br />&nbsp;</h3>',
  'what a translator has put around nothing':
    '<h2><font dir="auto"><font dir="auto"> </font></font></h2><font></font>',
  'something for another place': '\n<b slot="footer">Questions?</b>\n',
};

describe('between the tags', () => {
  for (const [name, inside] of Object.entries(blank)) {
    it(`${name} takes no heading away`, async () => {
      for (const tag of tags) {
        expect(hasHeading(await between(inside, tag)), tag).to.equal(true);
      }
    });
  }

  for (const [name, inside] of [
    ['text', ' Our heading '],
    ['an element', '\n<h3>Our heading</h3>\n'],
    ['an element that hides', '<span hidden></span>'],
    ['a picture', '<img alt="" />'],
    ['a paragraph with something in it', '<p><img alt="" /></p>'],
    ['a heading that was translated', '<h2><font><font>Our heading</font></font></h2>'],
    ['a text that was translated', '\n<font><font>Our heading</font></font>\n'],
    ['a heading that is a picture', '<h2><img alt="" /></h2>'],
    ['a comment beside text', '<!-- x -->Our heading'],
  ] as const) {
    it(`${name} takes the place of the heading`, async () => {
      for (const tag of tags) {
        expect(hasHeading(await between(inside, tag)), tag).to.equal(false);
      }
    });
  }

  it('what comes later takes the place of the heading, and gives it back', async () => {
    const element = await between('\n  ');
    const heading = document.createElement('h3');
    heading.append('Our heading');
    element.append(heading);
    await settled();
    expect(hasHeading(element)).to.equal(false);
    expect(heading.assignedSlot).not.to.equal(null);
    heading.remove();
    await settled();
    expect(hasHeading(element)).to.equal(true);
  });

  it('a text that is written later takes the place of the heading', async () => {
    const element = await between('');
    const text = new Text('');
    element.append(text);
    await settled();
    expect(hasHeading(element)).to.equal(true);
    text.data = 'Our heading';
    await settled();
    expect(hasHeading(element)).to.equal(false);
  });

  it('what is left there is left as it is', async () => {
    const inside = '\n<!-- x --><template><p>x</p></template>\n';
    expect((await between(inside)).innerHTML).to.equal(inside);
  });
});
