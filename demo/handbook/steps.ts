import type { Fired, Message } from './sequence.js';

/** Who is in every flow. */
export const [subscriber, element, site] = ['Subscriber', 'Element', 'Your server'] as const;

export const call = (from: string, to: string, text: string): Message => ({ from, to, text });
export const answer = (from: string, to: string, text: string): Message => ({
  ...{ from, to, text },
  isAnswer: true,
});
export const fire = (event: string, text?: string): Fired => ({ event, ...(text && { text }) });
