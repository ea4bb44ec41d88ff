import { describe, it } from 'node:test';
import { expect } from 'chai';
import { askAgain, growingPauses } from './ask-again.js';
import { settled, usePlatform, useWaits } from '../../test/support/in-node.js';

const going = () => new AbortController().signal;
const nothing = () => {};

describe('asking again', () => {
  it('asks until the answer is yes, and no more', async () => {
    useWaits();
    const answers = [false, false, true, true];
    let asked = 0;
    const ask = async () => answers[asked++] ?? false;
    expect(await askAgain(growingPauses, going(), nothing, ask)).to.equal(true);
    expect(asked).to.equal(3);
  });

  it('gives up after the last pause', async () => {
    useWaits();
    let asked = 0;
    const ask = async () => ++asked > growingPauses.length;
    expect(await askAgain(growingPauses, going(), nothing, ask)).to.equal(false);
    expect(asked).to.equal(growingPauses.length);
  });

  it('asks at once first, and then with pauses that grow', () => {
    expect(growingPauses[0]).to.equal(0);
    expect([...growingPauses].sort((a, b) => a - b)).to.deep.equal(growingPauses);
    expect(new Set(growingPauses).size).to.equal(growingPauses.length);
  });

  it('tells every second that is left, and that it asks', async () => {
    const waits = useWaits();
    const told: [number, number][] = [];
    const tell = (seconds: number, pause: number) => void told.push([seconds, pause]);
    await askAgain([0, 2], going(), tell, async () => false);
    expect(told).to.deep.equal([
      [0, 0],
      [2, 2],
      [1, 2],
      [0, 2],
    ]);
    expect(waits).to.deep.equal([1000, 1000]);
  });

  it('does not ask after it was aborted in a pause', async () => {
    const controller = new AbortController();
    let go = () => {};
    usePlatform({ wait: () => new Promise<void>((resolve) => (go = resolve)) });
    let asked = 0;
    const end = askAgain([1], controller.signal, nothing, async () => ++asked > 0).catch(
      (reason: unknown) => reason,
    );
    controller.abort('enough');
    go();
    expect(await end).to.equal('enough');
    expect(asked).to.equal(0);
  });

  it('does not believe an answer that came after it was aborted', async () => {
    const controller = new AbortController();
    let answer: (isYes: boolean) => void = nothing;
    const ask = () => new Promise<boolean>((resolve) => (answer = resolve));
    const end = askAgain([0], controller.signal, nothing, ask).catch((reason: unknown) => reason);
    await settled();
    controller.abort('enough');
    answer(true);
    expect(await end).to.equal('enough');
  });

  it('fails as the question fails', async () => {
    const problem = new Error('no');
    const end = askAgain([0, 0], going(), nothing, () => Promise.reject(problem));
    expect(await end.catch((reason: unknown) => reason)).to.equal(problem);
  });
});
