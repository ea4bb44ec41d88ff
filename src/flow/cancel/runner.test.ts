// In Node alone: it waits by Node's own turns.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConnectError } from '../../api/errors.js';
import { CancelRunner, type CancelServer } from './runner.js';
import type { Standing } from './states.js';

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A runner beside a server that answers as it is told. */
function scene(server: Partial<CancelServer> = {}, permits = true) {
  const told: string[] = [];
  const seconds: number[] = [];
  const standings: Standing[] = [];
  const clock = { wait: () => turn(), isSeen: () => true };
  let posts = 0;
  const runner: CancelRunner = new CancelRunner(
    'one',
    clock,
    {
      read: () => Promise.resolve(standings.shift() ?? 'open'),
      cancel: () => Promise.resolve(),
      isPending: () => false,
      ...server,
    },
    {
      changed: () => {
        const { secondsLeft } = runner;
        if (secondsLeft && secondsLeft !== seconds.at(-1)) seconds.push(secondsLeft);
      },
      permit: () => (posts++, permits),
      tellRemoved: () => void told.push('removed'),
      tellError: ({ code }) => void told.push(code),
    },
  );
  runner.send({ type: 'loaded', standing: 'open' });
  return { runner, told, seconds, standings, permits: () => posts };
}

describe('the runner of what cancels a stored method', () => {
  it('resolves when the server has said that it is cancelled, counting each second down', async () => {
    const { runner, told, seconds, standings } = scene();
    standings.push('open', 'open', 'cancelled');
    await runner.cancel();
    assert.equal(runner.state.name, 'cancelled');
    assert.deepEqual(seconds, [2, 1, 4, 3, 2, 1]);
    assert.deepEqual(told, ['removed']);
  });

  it('takes an answer that cannot be read for one that was lost', async () => {
    for (const code of ['in-doubt', 'invalid-response'] as const) {
      const { runner, told, standings } = scene({
        cancel: () => Promise.reject(new ConnectError(code, '')),
      });
      standings.push('cancelled');
      await runner.cancel();
      assert.deepEqual(told, [code, 'removed']);
    }
  });

  it('lets one of a page do it, and the other when it has let go', async () => {
    let answer = () => {};
    const first = scene({ cancel: () => new Promise((resolve) => (answer = () => resolve())) });
    const second = scene();
    const done = first.runner.cancel();
    await second.runner.cancel();
    assert.deepEqual(
      [second.permits(), second.runner.state],
      [0, { name: 'shown', standing: 'open', notice: { is: 'in-doubt' } }],
    );
    first.runner.send({ type: 'left' });
    answer();
    await done;
    second.standings.push('cancelled');
    await second.runner.cancel();
    assert.deepEqual([second.permits(), second.runner.state.name], [1, 'cancelled']);
  });

  it('asks the page once, however often it is asked itself meanwhile', async () => {
    const { runner, permits, standings } = scene();
    standings.push('cancelled');
    await Promise.all([runner.cancel(), runner.cancel(), runner.cancel()]);
    assert.equal(permits(), 1);
  });

  it('sends nothing when the page says no', async () => {
    const { runner, told } = scene({ cancel: () => Promise.reject(new Error('sent')) }, false);
    await runner.cancel();
    assert.deepEqual(
      [runner.state, told],
      [{ name: 'shown', standing: 'open', notice: undefined }, []],
    );
  });

  it('drops what is read for an element that has left', async () => {
    let answer: (standing: Standing) => void = () => {};
    const { runner, told } = scene({ read: () => new Promise((resolve) => (answer = resolve)) });
    const done = runner.cancel();
    await turn();
    runner.send({ type: 'left' });
    answer('cancelled');
    await done;
    await turn();
    assert.deepEqual([runner.state.name, told], ['left', []]);
  });
});
