/** Why no test notices some of the mutants; each by the line that it stands in and what it changes. */
export interface Reason {
  readonly file: string;
  /** The line as it stands in the file, without its margin. */
  readonly at: string;
  readonly changes: readonly string[];
  readonly because: string;
}

/** What Stryker writes in place of an empty text. */
const filler = `'' → "Stryker was here!"`;

const onServer =
  'Held by test/package/server.test.ts, which renders in Node and does not run here.';
const withoutTemporal =
  'Held by src/api/connect/day.test.ts in Node; the browser here has Temporal, which it takes instead.';

const ofTheApi: readonly Reason[] = [
  {
    file: 'src/api/connect/agreement.ts',
    at: 'const providers = Object.keys(agreementProviders).filter(isProvider);',
    changes: [
      'Object.keys(agreementProviders).filter(isProvider) → Object.keys(agreementProviders)',
    ],
    because: 'Equivalent: it filters for the compiler alone.',
  },
  {
    file: 'src/api/connect/card-expiry.ts',
    at: String.raw`const [, month, year] = /^(0[1-9]|1[0-2])\/(\d\d?)$/.exec(printed) ?? [];`,
    changes: ['[] → ["Stryker was here"]'],
    because: 'Equivalent: the first of a match is not used.',
  },
  {
    file: 'src/api/connect/day.ts',
    at: "if (typeof Temporal === 'undefined') {",
    changes: [
      "{ isoDays ??= new Intl.DateTimeFormat('sv', { timeZone: zone … isoDays.format(moment); } → {}",
    ],
    because: withoutTemporal,
  },
  {
    file: 'src/api/connect/day.ts',
    at: "isoDays ??= new Intl.DateTimeFormat('sv', { timeZone: zone });",
    changes: [
      "isoDays ??= new Intl.DateTimeFormat('sv', { timeZone: zone }) → isoDays &&= new Intl.DateTimeFormat('sv', { timeZone: zone })",
      `'sv' → ""`,
      '{ timeZone: zone } → {}',
    ],
    because: withoutTemporal,
  },
  {
    file: 'src/api/http.ts',
    at: 'token = await access.token?.(token);',
    changes: ['access.token?.(token) → access.token(token)'],
    because: 'Equivalent: only an access that has given a token comes here.',
  },
  {
    file: 'src/api/http.ts',
    at: "const told = Date.parse(headers.get('Date') ?? '');",
    changes: [filler],
    because: 'Equivalent: both are no date.',
  },
  {
    file: 'src/api/onlinefundraising/payment-method.ts',
    at: "const [, day = '', clock, hours, minutes] =",
    changes: [filler],
    because: 'Equivalent: both are no date, and what is none is left out.',
  },
  {
    file: 'src/api/onlinefundraising/payment-method.ts',
    at: String.raw`/^(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d:\d\d) ?([+-]\d\d):?(\d\d))?$/.exec(value) ?? [];`,
    changes: ['[] → ["Stryker was here"]'],
    because: 'Equivalent: the first of a match is not used.',
  },
  {
    file: 'src/api/swedbank-pay/problem.ts',
    at: String.raw`return /\w*$/.exec(isObject(body) ? text(body['type']) : '')?.[0] ?? '';`,
    changes: [
      String.raw`/\w*$/.exec(isObject(body) ? text(body['type']) : '')?.[0] → /\w*$/.exec(isObject(body) ? text(body['type']) : '')[0]`,
      filler,
    ],
    because: 'Equivalent: the pattern matches any text, and of the filler it takes nothing.',
  },
  {
    file: 'src/api/swedbank-pay/vipps-payment.ts',
    at: "export function isRegistered({ state = '', operations }: VippsPayment): boolean | undefined {",
    changes: [filler],
    because: 'Equivalent: neither is a state that says anything.',
  },
];

const ofTheHost: readonly Reason[] = [
  {
    file: 'src/host/token.ts',
    at: "const access = { id: 'cookies', subscriber };",
    changes: [`'cookies' → ""`],
    because: 'Equivalent: an id tells shared reads apart, and a token is asked for by itself.',
  },
  {
    file: 'src/host/token.ts',
    at: String.raw`const vendorOrigin = /^https:\/\/api(-test)?\.mediaconnect\.no$/;`,
    changes: [
      String.raw`/^https:\/\/api(-test)?\.mediaconnect\.no$/ → /https:\/\/api(-test)?\.mediaconnect\.no$/`,
    ],
    because: 'Equivalent: it is held against an origin, which begins with its scheme.',
  },
];

const ofTheRedirect: readonly Reason[] = [
  {
    file: 'src/redirect/arrival.ts',
    at: "let known = '';",
    changes: [filler],
    because: 'Equivalent: neither is what an address says.',
  },
  {
    file: 'src/redirect/arrival.ts',
    at: "if (isLeaving) known = '';",
    changes: [filler],
    because: 'Equivalent: neither is what an address says.',
  },
  {
    file: 'src/redirect/chooser.ts',
    at: "#warned = '';",
    changes: [filler],
    because: 'Equivalent: nobody lists a method by that name.',
  },
  {
    file: 'src/redirect/chooser.ts',
    at: "const last = remember ? keep(this.#panel.settings(), this.#lastUsed) : '';",
    changes: [filler],
    because: 'Equivalent: no method is called so.',
  },
  {
    file: 'src/redirect/chooser.ts',
    at: "if (!isLive || host.prerendered.isHydrating) return host.hasAttribute('disabled');",
    changes: [
      '!isLive || host.prerendered.isHydrating → false',
      '!isLive || host.prerendered.isHydrating → !isLive && host.prerendered.isHydrating',
      `'disabled' → ""`,
    ],
    because: onServer,
  },
  {
    file: 'src/redirect/chooser.ts',
    at: "const isOff = this.#isDisabled || view !== 'ready' || !chosen;",
    changes: ["view !== 'ready' → false"],
    because: onServer,
  },
  {
    file: 'src/redirect/chooser.ts',
    at: "const about = subject('');",
    changes: [filler],
    because: 'Equivalent: whichever way it is paid, what comes back is about the same subject.',
  },
  {
    file: 'src/redirect/list-arrivals.ts',
    at: "if (isLive) document.addEventListener('connect-confirmed', this.#onConfirmed);",
    changes: ['isLive → true'],
    because: onServer,
  },
  {
    file: 'src/redirect/list-arrivals.ts',
    at: 'if (signal.aborted) return;',
    changes: ['signal.aborted → false'],
    because:
      'Needs an element that leaves a page which still loads; in a page of tests that is a microtask.',
  },
];

export const reasons: readonly Reason[] = [...ofTheApi, ...ofTheHost, ...ofTheRedirect];
