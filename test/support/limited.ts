import { it as unlimited, type TestContext } from 'node:test';

type Work = (test: TestContext) => unknown;
interface Options {
  /** Why it is not run, where it is not. */
  readonly skip?: boolean | string;
}

/** Much longer than any test with pages takes where every engine runs at once. */
const limit = 120_000;

/** A test that comes to an end: one that waits in vain fails by its name, and the next one is run. */
export function it(name: string, work: Work): void;
export function it(name: string, options: Options, work: Work): void;
export function it(name: string, ...[first, second]: [Work] | [Options, Work]): void {
  const options = typeof first === 'function' ? {} : first;
  const work = typeof first === 'function' ? first : second;
  unlimited(name, options, (test) => withinLimit(async () => work?.(test)));
}

/** The runner's own limit goes on, and keeps the process alive, after a test that has skipped itself. */
async function withinLimit(work: () => Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no end in ${limit / 1000} seconds`)), limit);
  });
  try {
    await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
