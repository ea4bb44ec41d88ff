// In every engine: storage, locks, history and timers are the browser's own.
import { expect } from '@open-wc/testing';
import { platform } from '../../src/platform/platform.js';

// The seam itself: nothing of it is replaced here.
const key = 'connect-elements seam';

describe('what is stored', () => {
  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  for (const isSession of [false, true]) {
    const [here, there] = isSession
      ? [sessionStorage, localStorage]
      : [localStorage, sessionStorage];

    it(`is read again, and is nowhere else: ${isSession ? 'for the tab' : 'for the site'}`, () => {
      expect(platform.store(key, 'a', isSession)).to.equal('a');
      expect(platform.store(key, undefined, isSession)).to.equal('a');
      expect(here.getItem(key)).to.equal('a');
      expect(there.getItem(key)).to.equal(null);
    });

    it(`is taken away by an empty value: ${isSession ? 'for the tab' : 'for the site'}`, () => {
      platform.store(key, 'a', isSession);
      expect(platform.store(key, '', isSession)).to.equal(null);
      expect(here.length).to.equal(0);
    });
  }
});

describe('a lock', () => {
  it('is had by one at a time, and by the next when it is let go', async () => {
    const letGo = await platform.lock(key);
    expect(letGo).to.be.a('function');
    expect(await platform.lock(key)).to.equal(undefined);
    letGo?.();
    // It is free when the engine has seen the promise resolve.
    await platform.free(key, () => {});
    const next = await platform.lock(key);
    expect(next).to.be.a('function');
    next?.();
  });

  /** What another tab is told that asks for it now. */
  const elsewhere = (name: string) =>
    navigator.locks.request(name, { ifAvailable: true }, (found) => found !== null);

  it('can be let go later', async () => {
    const letGo = await platform.lock(`${key} later`);
    letGo?.(60);
    expect(await elsewhere(`${key} later`)).to.equal(false);
    const start = performance.now();
    await platform.free(`${key} later`, () => {});
    expect(performance.now() - start).to.be.greaterThan(20);
  });

  it("that is let go later is still this page's until then, and then as long as it is needed", async () => {
    const name = `${key} again`;
    (await platform.lock(name))?.(60);
    const again = await platform.lock(name);
    expect(again).to.be.a('function');
    expect(await platform.lock(name), 'and of one alone').to.equal(undefined);
    await platform.wait(120);
    expect(await elsewhere(name)).to.equal(false);
    again?.();
    await platform.free(name, () => {});
    expect(await elsewhere(name)).to.equal(true);
  });

  it("that is taken away while it lingers is not this page's any more", async () => {
    const name = `${key} taken`;
    (await platform.lock(name, { onLost: () => expect.fail('nobody has it') }))?.(200);
    let end = () => {};
    const taken = new Promise<void>((resolve) => {
      void navigator.locks.request(name, { steal: true }, () => {
        resolve();
        return new Promise<void>((done) => (end = done));
      });
    });
    await taken;
    await platform.wait(10);
    expect(await platform.lock(name)).to.equal(undefined);
    end();
  });

  it('that somebody takes away is told to whoever has it now', async () => {
    const name = `${key} robbed`;
    const told: string[] = [];
    (await platform.lock(name, { onLost: () => void told.push('before') }))?.(100);
    await platform.lock(name, { onLost: () => void told.push('now') });
    await navigator.locks.request(name, { steal: true }, () => {});
    await platform.wait(10);
    expect(told).to.deep.equal(['now']);
  });

  describe('of a browser that never answers', () => {
    const { request } = navigator.locks;
    afterEach(() => {
      navigator.locks.request = request;
    });

    it('is had after a limit, by this page alone', async () => {
      navigator.locks.request = () => new Promise(() => {});
      const name = `${key} silent`;
      const [first, second] = await Promise.all([platform.lock(name), platform.lock(name)]);
      expect(first).to.be.a('function');
      expect(second).to.equal(undefined);
      first?.();
    }).timeout(8_000);

    it('is let go again when the answer comes after that', async () => {
      let granted: ((found: Lock) => unknown) | undefined;
      navigator.locks.request = (_: string, __: unknown, call?: typeof granted) => {
        granted = call;
        return new Promise(() => {});
      };
      const name = `${key} late`;
      const letGo = await platform.lock(name);
      expect(letGo).to.be.a('function');
      const over = Promise.resolve(granted?.({ name, mode: 'exclusive' })).then(() => 'let go');
      expect(await Promise.race([over, platform.wait(100)])).to.equal('let go');
      letGo?.();
    }).timeout(8_000);
    for (const [how, refuse] of [
      ['rejects', () => Promise.reject(new DOMException('no', 'SecurityError'))],
      [
        'throws, as what a page or an extension has put in its place may',
        () => {
          throw new TypeError('no');
        },
      ],
    ] as const) {
      it(`is had at once from one that ${how}`, async () => {
        navigator.locks.request = refuse;
        const name = `${key} ${how}`;
        const letGo = await platform.lock(name);
        expect(letGo).to.be.a('function');
        expect(await platform.lock(name)).to.equal(undefined);
        letGo?.();
      });
    }
  });

  it('that is held is told to who waits for it, once, and a free one is not', async () => {
    let told = 0;
    await platform.free(`${key} told`, () => void told++);
    expect(told).to.equal(0);
    const letGo = await platform.lock(`${key} told`);
    const freed = platform.free(`${key} told`, () => void told++);
    let isFree = false;
    void freed.then(() => (isFree = true));
    await platform.wait(30);
    expect([told, isFree]).to.deep.equal([1, false]);
    letGo?.();
    await freed;
    expect(told).to.equal(1);
  });
});

describe('the address of the page', () => {
  const { href } = location;
  afterEach(() => history.replaceState(history.state, '', href));

  it('is replaced without another entry, and what the page keeps in the entry stays', () => {
    history.replaceState({ own: 1 }, '');
    const { length } = history;
    const next = new URL('?seam=1', href).href;
    platform.replaceAddress(next);
    expect([platform.href(), location.href]).to.deep.equal([next, next]);
    expect(history.length).to.equal(length);
    expect(history.state).to.deep.equal({ own: 1 });
  });

  it('of another origin is refused by the browser, and nothing is thrown', () => {
    platform.replaceAddress('https://elsewhere.example/');
    expect(platform.href()).to.equal(href);
  });

  it('is of an origin here', () => expect(platform.isOpaque()).to.equal(false));
});
