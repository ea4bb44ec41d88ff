import type { SandboxDialect } from './dialect.js';

/** An address with something more in its query; what is there stays as it is written. */
export function withParameters(
  address: string,
  ...parameters: readonly (readonly [string, string])[]
): string {
  const url = new URL(address);
  const more = parameters.map(([name, value]) => `${new URLSearchParams({ [name]: value })}`);
  // Not by searchParams, which would write the site's own query anew.
  url.search = [...(url.search ? [url.search] : []), ...more].join('&');
  return url.href;
}

/** Other ways in which the outcome comes back. */
export const outcomeDialects = {
  'renamed-outcome': {
    title: 'the outcome in a parameter of another name',
    wayBack: ({ returnUrl, outcome }) => withParameters(returnUrl, ['betaling', outcome]),
  },
  'outcome-in-fragment': {
    title: 'the outcome in the fragment',
    wayBack: ({ returnUrl, outcome, parameter }) => {
      const url = new URL(returnUrl);
      const said = `${new URLSearchParams({ [parameter]: outcome })}`;
      url.hash = url.hash ? `${url.hash}&${said}` : said;
      return url.href;
    },
  },
  'capital-outcome': {
    title: 'the outcome in capitals',
    wayBack: ({ returnUrl, outcome, parameter }) =>
      withParameters(returnUrl, [parameter, outcome.toUpperCase()]),
  },
  'doubled-outcome': {
    title: 'the outcome twice',
    wayBack: ({ returnUrl, outcome, parameter }) =>
      withParameters(returnUrl, [parameter, outcome], [parameter, outcome]),
  },
} as const satisfies Record<string, SandboxDialect>;
