import { assert as chai } from 'chai';

/** As much of `node:assert/strict` for a page as rules use that are tested in the engines as well. */
type Message = string | Error | undefined;

const words = (message: Message) => (message instanceof Error ? message.message : message);

function ok(value: unknown, message?: Message): void {
  chai.ok(value, words(message));
}

export const equal = (one: unknown, other: unknown, message?: Message) =>
  chai.ok(Object.is(one, other), words(message) ?? `${String(one)} is not ${String(other)}`);
export const notEqual = (one: unknown, other: unknown, message?: Message) =>
  chai.ok(!Object.is(one, other), words(message) ?? `both are ${String(one)}`);
export const deepEqual = (one: unknown, other: unknown, message?: Message) =>
  chai.deepEqual(one, other, words(message));
export const notDeepEqual = (one: unknown, other: unknown, message?: Message) =>
  chai.notDeepEqual(one, other, words(message));
export const match = (value: string, pattern: RegExp, message?: Message) =>
  chai.match(value, pattern, words(message));
export const doesNotMatch = (value: string, pattern: RegExp, message?: Message) =>
  chai.notMatch(value, pattern, words(message));
export const fail = (message?: Message): never => chai.fail(words(message) ?? 'failed');

type Expected = RegExp | object | ((error: unknown) => unknown) | undefined;

/** A pattern of the message, a class, members with their values or patterns, or what has to be true of the error. */
function checkError(error: unknown, expected: Expected): void {
  if (expected === undefined) return;
  if (expected instanceof RegExp) return chai.match(String(error), expected);
  if (typeof expected !== 'function') {
    for (const [name, value] of Object.entries(expected)) {
      const member: unknown = Reflect.get(Object(error), name);
      if (value instanceof RegExp) chai.match(String(member), value);
      else chai.deepEqual(member, value);
    }
    return;
  }
  const prototype: unknown = Reflect.get(expected, 'prototype');
  const isClass = typeof prototype === 'object' && prototype !== null;
  if (isClass) return chai.ok(Object.prototype.isPrototypeOf.call(prototype, Object(error)));
  chai.ok(Reflect.apply(expected, undefined, [error]));
}

export function throws(work: () => unknown, expected?: Expected): void {
  let error: unknown;
  try {
    work();
  } catch (thrown) {
    error = thrown;
    return checkError(error, expected);
  }
  chai.fail('nothing was thrown');
}

export async function rejects(
  work: Promise<unknown> | (() => Promise<unknown>),
  expected?: Expected,
): Promise<void> {
  const promise = typeof work === 'function' ? work() : work;
  const failure = await promise.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  if (!failure) return fail('it was not rejected');
  checkError(failure.error, expected);
}

export { equal as strictEqual, deepEqual as deepStrictEqual, ok };
export default Object.assign(ok, {
  ...{ ok, equal, notEqual, deepEqual, notDeepEqual, match, doesNotMatch, fail, throws, rejects },
  ...{ strictEqual: equal, deepStrictEqual: deepEqual },
});
