/**
 * Whether an origin is one of the site's. `:*` stands for any port, also for none: `http://localhost:*` is
 * whatever a developer serves a page with on this machine.
 */
export function isSiteOrigin(origin: string, siteOrigins: readonly string[]): boolean {
  const onAnyPort = `${origin.replace(/:\d+$/, '')}:*`;
  return siteOrigins.some((one) => one === origin || one === onAnyPort);
}
