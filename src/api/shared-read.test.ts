// In every engine: each aborts a request that several wait for in its own way.
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { read, write, type Api } from './shared-read.js';
import { throughPage } from '../../test/support/page-world.js';
import {
  apiBase,
  held,
  json,
  rateLimited,
  settled,
  until,
  useServer,
  useWaits,
} from '../../test/support/in-node.js';

const api: Api = {
  url: apiBase,
  access: { id: 'one', token: () => Promise.resolve('t0ken') },
  ...throughPage,
};
const other: Api = {
  url: apiBase,
  access: { id: 'two', token: () => Promise.resolve('other') },
  ...throughPage,
};
const get = 'GET /v1/shared';

function reader(who = api, isFresh = false) {
  const controller = new AbortController();
  const answer = read(who, '/v1/shared', { signal: controller.signal, isFresh });
  const outcome = answer.then(
    (body) => ({ body }),
    (error: unknown) => ({ error }),
  );
  return { leave: () => controller.abort('left'), outcome };
}

describe('several readers of one GET', () => {
  it('share one request and get the same answer', async () => {
    const { count } = useServer({ [get]: json({ n: 1 }) });
    const answers = await Promise.all([reader().outcome, reader().outcome, reader().outcome]);
    expect(answers).to.deep.equal(Array(3).fill({ body: { n: 1 } }));
    expect(count()).to.equal(1);
  });

  it('ask anew once it has been answered', async () => {
    const { count } = useServer({ [get]: json({}) });
    await reader().outcome;
    await reader().outcome;
    expect(count()).to.equal(2);
  });

  it('do not share an older one with who has just changed something', async () => {
    const older = held(json({ n: 'before' }));
    const newer = held(json({ n: 'after' }));
    const { count } = useServer({ [get]: [older.reply, newer.reply] });
    const first = reader();
    await until(() => count() === 1);
    const fresh = reader(api, true);
    await until(() => count() === 2);
    older.release();
    expect(await first.outcome).to.deep.equal({ body: { n: 'before' } });
    // The end of the older one does not hide the newer one from who comes next.
    const next = reader();
    newer.release();
    expect(await fresh.outcome).to.deep.equal({ body: { n: 'after' } });
    expect(await next.outcome).to.deep.equal({ body: { n: 'after' } });
    expect(count()).to.equal(2);
  });

  it('do not share it with another subscriber', async () => {
    const { sent } = useServer({ [get]: json({}) });
    await Promise.all([reader().outcome, reader(other).outcome]);
    expect(sent.map(({ headers }) => headers.get('Authorization'))).to.deep.equal([
      'Bearer t0ken',
      'Bearer other',
    ]);
  });

  it('do not lose it when one of them leaves', async () => {
    const answer = held(json({ n: 2 }));
    const { sent } = useServer({ [get]: answer.reply });
    const first = reader();
    const second = reader();
    await until(() => sent.length);
    first.leave();
    await settled();
    expect(sent[0]?.init.signal?.aborted).to.equal(false);
    answer.release();
    expect(await second.outcome).to.deep.equal({ body: { n: 2 } });
    expect(await first.outcome).to.deep.equal({ error: 'left' });
  });

  it('abort it when the last of them leaves', async () => {
    const answer = held(json({}));
    const { sent } = useServer({ [get]: answer.reply });
    const first = reader();
    const second = reader();
    await until(() => sent.length);
    first.leave();
    second.leave();
    expect(sent[0]?.init.signal?.aborted).to.equal(true);
    expect(await second.outcome).to.have.property('error');
  });

  it('still share a request that began when an aborted one was ending', async () => {
    const { count } = useServer({ [get]: held(json({})).reply });
    const first = reader();
    await until(() => count() === 1);
    first.leave();
    const second = reader();
    await first.outcome;
    await settled();
    const third = reader();
    await settled();
    second.leave();
    third.leave();
    await Promise.all([second.outcome, third.outcome]);
    expect(count()).to.equal(2);
  });

  it('share what nobody asked for too, and go on by themselves when it has given up', async () => {
    useWaits();
    const first = held(json({}, 500));
    const { count } = useServer({ [get]: [first.reply, json({}, 500), json({ n: 3 })] });
    const { signal } = new AbortController();
    const unasked = read(api, '/v1/shared', { signal, isFresh: true, isUnasked: true });
    const asked = reader();
    await until(() => count() === 1);
    await settled();
    expect(count()).to.equal(1);
    first.release();
    expect(await unasked.catch((error: unknown) => error)).to.include({ code: 'server' });
    expect(await asked.outcome).to.deep.equal({ body: { n: 3 } });
    expect(count()).to.equal(3);
  });

  it('leave what nobody asked for as others do', async () => {
    const answer = held(json({}));
    const { sent, count } = useServer({ [get]: answer.reply });
    const controller = new AbortController();
    const { signal } = controller;
    const unasked = read(api, '/v1/shared', { signal, isFresh: true, isUnasked: true });
    const asked = reader();
    await until(() => count() === 1);
    asked.leave();
    expect(await asked.outcome).to.deep.equal({ error: 'left' });
    expect(sent[0]?.init.signal?.aborted).to.equal(false);
    controller.abort('left');
    expect(await unasked.catch((error: unknown) => error)).to.equal('left');
    expect(sent[0]?.init.signal?.aborted).to.equal(true);
    expect(count()).to.equal(1);
  });

  it('are all told of a wait', async () => {
    useWaits();
    useServer({ [get]: [rateLimited({ 'Retry-After': '3' }), json({})] });
    const said: string[] = [];
    const { signal } = new AbortController();
    const ask = (name: string) =>
      read(api, '/v1/shared', {
        signal,
        onWait: (seconds) => seconds && said.push(`${name}${seconds}`),
      });
    await Promise.all([ask('a'), ask('b')]);
    expect(said).to.deep.equal(['a3', 'b3', 'a2', 'b2', 'a1', 'b1']);
  });
});

describe('several writers', () => {
  it('send a request each', async () => {
    const { count } = useServer({ 'POST /v1/shared': json({}) });
    const options = { signal: new AbortController().signal };
    await Promise.all([
      write(api, 'POST', '/v1/shared', {}, options),
      write(api, 'POST', '/v1/shared', {}, options),
    ]);
    expect(count()).to.equal(2);
  });
});
