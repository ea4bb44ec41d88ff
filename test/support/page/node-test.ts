/**
 * `node:test` for a page, where mocha or what stands for it runs the tests: rules that are tested in Node
 * are also tested in the engines that may see them differently.
 */
type Body = (this: Mocha.Context) => unknown;

interface Options {
  /** Milliseconds. */
  readonly timeout?: number;
}

function add(title: string, given: Options | Body, body?: Body): void {
  const run = typeof given === 'function' ? given : body;
  if (!run) return;
  // Of a function that names a parameter, mocha would wait for a call.
  const test = globalThis.it(title, function () {
    return run.call(this);
  });
  if (typeof given !== 'function' && given.timeout) test.timeout(given.timeout);
}

const { after, afterEach, before, beforeEach, describe } = globalThis;
export { add as it, add as test, after, afterEach, before, beforeEach, describe };
export { describe as suite };
