export interface Rules {
  /**
   * Seconds of a page that is seen before each question whether a claim is true, the first at once. A server may
   * be late to know, and a Vipps request lives ten minutes (Vipps MobilePay, ePayment API, "Timeouts").
   */
  readonly pauses: readonly number[];
}

/**
 * The seconds before the second question. What keeps answers between a page and the server, such as a site's service
 * worker, may give an old one first: a single no is not believed.
 */
export function secondPause({ pauses }: Rules): number {
  return pauses[1] ?? 0;
}

export const assumedRules: Rules = { pauses: [0, 2, 4, 8, 16, 30, 60, 120, 180, 180] };
