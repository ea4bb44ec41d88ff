export interface Rules {
  /**
   * Seconds of a page that is seen before each question whether a claim is true, the first at once. A server may
   * be late to know, and a Vipps request lives ten minutes (Vipps MobilePay, ePayment API, "Timeouts").
   */
  readonly pauses: readonly number[];
}

export const assumedRules: Rules = { pauses: [0, 2, 4, 8, 16, 30, 60, 120, 180, 180] };
