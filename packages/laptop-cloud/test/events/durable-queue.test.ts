import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Clock, systemClock } from '../../src/clock.ts';
import { DurableQueue } from '../../src/events/durable-queue.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

describe('DurableQueue', () => {
  it('hides a received message until its visibility timeout, then hands it out again', async () => {
    const { queue, clock } = await openQueue();
    await queue.send('a');

    const first = await queue.receive(10);
    const hidden = await queue.receive(10);
    clock.forward(30);
    const second = await queue.receive(10);

    expect(first).toMatchObject([{ body: 'a', receiveCount: 1 }]);
    expect(hidden).toEqual([]);
    expect(second).toMatchObject([
      { id: first[0]?.id, receiveCount: 2, firstReceivedAtMs: first[0]?.firstReceivedAtMs },
    ]);
  });

  it('never hands one message to two receivers at once', async () => {
    const { queue } = await openQueue();
    await Promise.all(Array.from({ length: 20 }, (_, index) => queue.send(String(index))));

    const received = (await Promise.all(Array.from({ length: 30 }, () => queue.receive(1)))).flat();

    expect(received.map(({ body }) => Number(body)).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, i) => i),
    );
  });

  it('moves a message that was received too often to the dead letters', async () => {
    const { queue, deadLetters, clock } = await openQueue({ maxReceiveCount: 2 });
    await queue.send('poison');

    for (let attempt = 0; attempt < 3; attempt += 1) {
      await queue.receive(1);
      clock.forward(30);
    }

    expect(queue.size).toBe(0);
    expect(await deadLetters.receive(1)).toMatchObject([{ body: 'poison' }]);
  });

  it('has every message that was not removed after the process died', async () => {
    const { queue, reopen } = await openQueue();
    await queue.send('done');
    await queue.send('in work');
    await queue.send('waiting');
    const [done] = await queue.receive(2);
    await queue.remove(done?.id ?? '');

    const after = await reopen();

    expect(after.counts()).toEqual({ visible: 2, inFlight: 0, delayed: 0 });
    expect(await after.receive(10)).toMatchObject([
      { body: 'in work', receiveCount: 1 },
      { body: 'waiting', receiveCount: 1 },
    ]);
  });

  it('never gives up a message because the process died over it, only because the work failed', async () => {
    const { reopen, deadLetters, queue } = await openQueue({ maxReceiveCount: 2 });
    await queue.send('unlucky');

    for (let death = 0; death < 5; death += 1) {
      expect(await (await reopen()).receive(1)).toMatchObject([{ body: 'unlucky', receiveCount: 1 }]);
    }
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const after = await reopen();
      const [message] = await after.receive(1);
      await after.fail(message?.id ?? '');
    }

    expect(await (await reopen()).receive(1)).toEqual([]);
    expect(await deadLetters.receive(1)).toMatchObject([{ body: 'unlucky' }]);
  });

  it('keeps a delayed message back and forgets what is too old', async () => {
    const { queue, clock, deadLetters } = await openQueue({ maxReceiveCount: 100 });
    await queue.send('later', 60);

    const early = await queue.receive(1);
    clock.forward(60);
    const due = await queue.receive(1);
    for (let day = 1; day <= 15; day += 1) {
      clock.forward(86_400);
      await queue.receive(1);
    }

    expect([early.length, due.length]).toEqual([0, 1]);
    expect([queue.size, deadLetters.size]).toEqual([0, 0]);
  });

  it.each([20, 3650])('forgets nothing because it slept, or its clock jumped, for %d days', async (days) => {
    const { queue, clock } = await openQueue();
    await queue.send('before');

    clock.forward(days * 86_400);

    expect(await queue.receive(1)).toMatchObject([{ body: 'before' }]);
  });

  it.each([
    { title: 'sent', delay: undefined },
    { title: 'received', delay: 30 },
    { title: 'put off for five minutes', delay: 300 },
  ])('hands out what was $title while the clock was a month ahead', async ({ delay }) => {
    const { queue, clock, reopen } = await openQueue();
    clock.forward(30 * 86_400);
    await queue.send('from the future');
    if (delay !== undefined) {
      const [message] = await queue.receive(1);
      await queue.changeVisibility(message?.id ?? '', delay);
    }

    clock.forward(-30 * 86_400);
    const here = queue.counts().visible;
    const after = await reopen();

    expect(here).toBe(1);
    expect(queue.nextVisibleAtMs()).toBeLessThanOrEqual(clock.now());
    expect(await after.receive(1)).toMatchObject([{ body: 'from the future' }]);
    // It is hidden by the right clock now.
    expect(await after.receive(1)).toEqual([]);
  });

  it('keeps what lay there while nobody was there to receive it, for however long', async () => {
    const { queue, clock, reopen } = await openQueue();
    await queue.send('a holiday ago');
    clock.forward(40 * 86_400);

    expect(await (await reopen()).receive(1)).toMatchObject([{ body: 'a holiday ago' }]);
  });

  it('keeps its file small and complete over many messages', async () => {
    const { queue, file, reopen } = await openQueue();
    await queue.send('stays');
    await queue.receive(1, 100_000);

    for (let index = 0; index < 1200; index += 1) {
      await queue.send(`message ${index}`);
      const [message] = await queue.receive(1);
      await queue.remove(message?.id ?? '');
    }

    expect((await readFile(file, 'utf8')).split('\n').length).toBeLessThan(1200);
    expect((await (await reopen()).receive(10)).map(({ body }) => body)).toEqual(['stays']);
  });
});

async function openQueue({ maxReceiveCount = 10 } = {}) {
  const directory = await temporaryDirectory();
  const file = join(directory, 'queue.jsonl');
  let now = Date.UTC(2026, 10, 20);
  const clock: Clock & { forward(seconds: number): void } = {
    ...systemClock,
    now: () => now,
    forward(seconds: number) {
      now += seconds * 1000;
    },
  };
  const common = { clock, visibilityTimeoutSeconds: 30, retentionDays: 14 };
  const deadLetters = await DurableQueue.open({ ...common, file: join(directory, 'dead.jsonl') });
  const reopen = () => DurableQueue.open({ ...common, file, deadLetters: { queue: deadLetters, maxReceiveCount } });
  return { queue: await reopen(), deadLetters, clock, file, reopen };
}
