import type { MethodList } from './payment.js';

/** What is known of the ways in which a product can be paid. */
export interface Availability {
  /** The codes of those in use; nobody says that there is only one. */
  readonly current: readonly string[];
  /** The codes of those that the server listed; undefined when what is not listed may be possible too. */
  readonly listed: readonly string[] | undefined;
}

/** Before the server has answered, and when its answer says nothing. */
export const nothingKnown: Availability = { current: [], listed: undefined };

/**
 * What a list says. Only one that is not empty, and of which every item is understood and of the documented codes,
 * says anything of what it does not list: a code that nobody knows may be one of these by another name.
 *
 * @param documented The codes of Change payment method.
 */
export function availabilityOf(
  { methods, isWhole }: MethodList,
  documented: readonly string[],
): Availability {
  const listed = methods.map(({ paymentMethod }) => paymentMethod);
  const isUnderstood = isWhole && listed.every((code) => documented.includes(code));
  return {
    current: methods.filter(({ current }) => current).map(({ paymentMethod }) => paymentMethod),
    listed: listed.length && isUnderstood ? listed : undefined,
  };
}

/**
 * Which of what is offered cannot be chosen. None when nothing would be left but what is in use: that the server
 * lets nobody change is less likely than that it lists otherwise than assumed.
 */
export function impossibleOf(
  { current, listed }: Availability,
  offered: readonly string[],
): readonly string[] {
  if (!listed) return [];
  const isLeft = offered.some((code) => listed.includes(code) && !current.includes(code));
  return isLeft ? offered.filter((code) => !listed.includes(code)) : [];
}
