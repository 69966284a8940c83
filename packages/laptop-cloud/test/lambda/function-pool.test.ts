import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { FunctionPool, type FunctionPoolOptions } from '../../src/lambda/function-pool.ts';
import { FunctionWorker } from '../../src/lambda/function-worker.ts';
import { handlerModule } from '../../src/lambda/handler-module.ts';
import { bundleRuntime } from '../../src/lambda/lambda-service.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { fixtureFunction } from './fixture-function.ts';

/** A pool of real threads over a bundle; `living` counts those that have not ended. */
async function openPool(source: string, options: Omit<FunctionPoolOptions, 'createWorker'>) {
  const { bundleDirectory, ...limits } = await fixtureFunction(source);
  const runtimeFile = await bundleRuntime();
  const threads: FunctionWorker[] = [];
  const pool = new FunctionPool({
    ...options,
    createWorker() {
      const thread = new FunctionWorker({
        ...limits,
        runtimeFile,
        start: { handler: handlerModule(bundleDirectory, 'index.handler'), functionArn: 'arn', codeFolder: undefined },
        onOutput: (output) => output.resume(),
      });
      threads.push(thread);
      return thread;
    },
  });
  onTestFinished(() => pool.close());
  const run = (event: unknown) =>
    pool.run({ requestId: 'request', event: JSON.stringify(event), traceHeader: '', clockOffsetMs: 0 });
  return { run, threads, living: () => threads.filter(({ usable }) => usable).length };
}

describe('the threads of a function', () => {
  it('let a quick call by that comes while a long one is under way, even one that the long one waits for', async () => {
    const file = join(await temporaryDirectory(), 'done');
    const { run, threads } = await openPool(
      `import { existsSync, writeFileSync } from 'node:fs';
      export const handler = async ({ awaits, writes }) => {
        if (writes) writeFileSync(writes, '');
        while (awaits && !existsSync(awaits)) await new Promise((resolve) => setTimeout(resolve, 20));
        return 'done';
      };`,
      { size: 2 },
    );

    const answers = await Promise.all([run({ awaits: file }), run({ writes: file })]);

    expect(answers).toEqual([{ payload: '"done"' }, { payload: '"done"' }]);
    expect(threads).toHaveLength(2);
  });

  it('stay one while it serves who waits one after the other, however long the last one waits', async () => {
    const { run, threads } = await openPool(
      'export const handler = (ms) => new Promise((resolve) => setTimeout(resolve, ms));',
      { size: 2 },
    );
    await run(0);

    await Promise.all(Array.from({ length: 6 }, () => run(400)));

    expect(threads).toHaveLength(1);
  });

  it('end when they have nothing to do, all but one soon, and a later call starts a new one', async () => {
    const { run, threads, living } = await openPool(
      'export const handler = (ms) => new Promise((resolve) => setTimeout(resolve, ms));',
      { size: 2, idleMs: { beyondOne: 100, last: 2000 } },
    );
    await Promise.all([run(3000), run(3000)]);

    await vi.waitUntil(() => living() === 1, { timeout: 10_000 });
    expect(await run(0)).toEqual({ payload: 'null' });
    expect(threads).toHaveLength(2);
    await vi.waitUntil(() => living() === 0, { timeout: 10_000 });

    expect(await run(0)).toEqual({ payload: 'null' });
    expect(threads).toHaveLength(3);
  });
});
