import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { formatTraceHeader, type SegmentDocument } from '../../src/xray/segment.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { fixtureFunction, runFunctions } from './fixture-function.ts';

describe('createLambdaService', () => {
  it("gives a function Lambda's environment and context", async () => {
    const spec = await fixtureFunction(
      `export const handler = async (event, context) => ({
        event, id: context.awsRequestId, arn: context.invokedFunctionArn, left: context.getRemainingTimeInMillis(),
        env: process.env,
      });`,
      { environment: { TABLE_NAME: 'ledger' } },
    );
    const { invoke } = await runFunctions([spec]);

    const result = await invoke('arn:aws:lambda:us-east-1:000000000000:function:fixture', { a: 1 });

    expect(result).toMatchObject({
      ok: true,
      payload: {
        event: { a: 1 },
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        arn: 'arn:aws:lambda:us-east-1:000000000000:function:fixture',
        env: {
          TABLE_NAME: 'ledger',
          AWS_LAMBDA_FUNCTION_NAME: 'fixture',
          AWS_ACCESS_KEY_ID: 'Fixture',
          AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
          TZ: ':UTC',
          _X_AMZN_TRACE_ID: expect.stringContaining('Root=1-'),
        },
      },
    });
    expect((result.payload as { left: number }).left).toBeGreaterThan(1000);
    expect((result.payload as { env: object }).env).not.toHaveProperty('AWS_SAM_LOCAL');
  });

  it('makes null of a result that is undefined and keeps state between invocations', async () => {
    const spec = await fixtureFunction(
      `let count = 0; export const handler = async (event) => event.peek ? ++count : undefined;`,
    );
    const { invoke } = await runFunctions([spec]);

    const results = [
      await invoke('fixture', {}),
      await invoke('fixture', { peek: 1 }),
      await invoke('fixture', { peek: 1 }),
    ];

    expect(results.map(({ payload }) => payload)).toEqual([null, 1, 2]);
  });

  it('reports what a function throws by name, message and trace', async () => {
    const spec = await fixtureFunction(
      `export const handler = async () => { throw Object.assign(new Error('no total'), { name: 'TotalUnreadableError' }) };`,
    );
    const { invoke } = await runFunctions([spec]);

    const result = await invoke('fixture', {});

    expect(result).toMatchObject({
      ok: false,
      functionError: 'Unhandled',
      payload: { errorType: 'TotalUnreadableError', errorMessage: 'no total', trace: expect.any(Array) },
    });
  });

  it('ends a function at its timeout and runs the next invocation in a new thread', async () => {
    const spec = await fixtureFunction(
      `export const handler = async ({ hang }) => hang ? new Promise(() => setInterval(() => {}, 1000)) : 'ok';`,
      {
        timeoutSeconds: 1,
      },
    );
    const { invoke } = await runFunctions([spec], { concurrency: 1 });

    const timedOut = await invoke('fixture', { hang: true });
    const next = await invoke('fixture', {});

    expect(timedOut).toMatchObject({
      ok: false,
      payload: {
        errorType: 'Sandbox.Timedout',
        errorMessage: expect.stringMatching(/^RequestId: [0-9a-f-]{36} Error: Task timed out after 1.00 seconds$/),
      },
    });
    expect(next).toEqual({ ok: true, payload: 'ok' });
  });

  it.each([
    ['process.exit(3)', 'Runtime.ExitError', 'exit status 3'],
    ['setTimeout(() => { throw new RangeError("late") })', 'RangeError', 'late'],
  ])('survives a function that does %s', async (statement, errorType, text) => {
    const spec = await fixtureFunction(
      `export const handler = async ({ die }) => { if (die) { ${statement}; await new Promise(() => {}); } return 'ok'; };`,
    );
    const { invoke } = await runFunctions([spec], { concurrency: 1 });

    const died = await invoke('fixture', { die: true });
    const next = await invoke('fixture', {});

    expect(died).toMatchObject({ ok: false, payload: { errorType, errorMessage: expect.stringContaining(text) } });
    expect(next).toEqual({ ok: true, payload: 'ok' });
  });

  it.each([
    [`import './absent.mjs'; export const handler = async () => 1;`, 'Runtime.ImportModuleError'],
    ['export const handler = async () => {', 'Runtime.UserCodeSyntaxError'],
    ['export const other = 1;', 'Runtime.HandlerNotFound'],
  ])('fails a module that cannot be loaded: %s', async (source, errorType) => {
    const { invoke } = await runFunctions([await fixtureFunction(source)]);

    const result = await invoke('fixture', {});

    expect(result).toMatchObject({ ok: false, payload: { errorType } });
  });

  it('runs as many invocations at once as it has threads, and lets the others wait', async () => {
    const spec = await fixtureFunction(
      `export const handler = async () => { const start = Date.now(); await new Promise((r) => setTimeout(r, 100)); return [start, Date.now()]; };`,
    );
    const { invoke } = await runFunctions([spec], { concurrency: 2 });

    const spans = await Promise.all(Array.from({ length: 5 }, () => invoke('fixture', {})));

    const times = spans.map(({ payload }) => payload as [number, number]);
    const most = Math.max(...times.map(([start]) => times.filter(([from, to]) => from <= start && start < to).length));
    expect(times).toHaveLength(5);
    expect(most).toBeLessThanOrEqual(2);
  });

  it('serves callers that come at once from one thread where that is soon done, and from more where it is not', async () => {
    const threadsFor = async (ms: number) => {
      const spec = await fixtureFunction(
        `import { threadId } from 'node:worker_threads';
        export const handler = async () => { await new Promise((r) => setTimeout(r, ${ms})); return threadId; };`,
      );
      const { invoke } = await runFunctions([spec], { concurrency: 2 });
      const results = await Promise.all(Array.from({ length: 4 }, () => invoke('fixture', {})));
      return new Set(results.map(({ payload }) => payload)).size;
    };

    expect(await threadsFor(1)).toBe(1);
    expect(await threadsFor(2000)).toBe(2);
  });

  it('turns away who waits for a thread when it is closed', async () => {
    const spec = await fixtureFunction('export const handler = () => new Promise(() => undefined);');
    const service = await runFunctions([spec], { concurrency: 1 });
    const [under, waiting] = [service.invoke('fixture', {}), service.invoke('fixture', {})];
    const refused = expect(waiting).rejects.toMatchObject({ code: 'ServiceException', status: 503 });

    await setTimeout(500);
    await service.close();

    await refused;
    expect(await under).toMatchObject({ ok: false, payload: { errorType: 'Runtime.ExitError' } });
  });

  it('fails for a function that does not exist and for an event above 6 MB', async () => {
    const { invoke } = await runFunctions([await fixtureFunction('export const handler = async () => 1;')]);

    const absent = invoke('nobody', {});
    const large = invoke('fixture', 'x'.repeat(6 * 1024 * 1024));

    await expect(absent).rejects.toMatchObject({ code: 'ResourceNotFoundException' });
    await expect(large).rejects.toMatchObject({ code: 'RequestEntityTooLargeException', status: 413 });
  });

  it('stops waiting when it is told to', async () => {
    const spec = await fixtureFunction('export const handler = () => new Promise((r) => setTimeout(r, 3000));');
    const { invoke } = await runFunctions([spec]);
    const stop = new AbortController();

    const result = invoke('fixture', {}, { signal: stop.signal });
    stop.abort(new Error('branch cancelled'));

    await expect(result).rejects.toThrow('branch cancelled');
  });

  it('collects what a function prints, in its file and line by line', async () => {
    const logDirectory = await temporaryDirectory();
    const lines: string[] = [];
    const spec = await fixtureFunction(
      `export const handler = async () => { console.log('{"documentId":"d1"}'); console.error('second'); };`,
    );
    const service = await runFunctions([spec], { logDirectory, onLog: (id, line) => lines.push(`${id} ${line}`) });

    await service.invoke('fixture', {});
    await expect.poll(() => lines.length).toBe(2);
    await service.close();

    expect(lines.sort()).toEqual(['Fixture second', 'Fixture {"documentId":"d1"}']);
    expect(await readFile(join(logDirectory, 'fixture.log'), 'utf8')).toContain('{"documentId":"d1"}\n');
  });

  it('records two segments below the caller and gives the function its own as parent', async () => {
    const documents: SegmentDocument[] = [];
    const spec = await fixtureFunction('export const handler = async () => process.env._X_AMZN_TRACE_ID;');
    const { invoke } = await runFunctions([spec], { traces: { put: (document) => documents.push(document) } });
    const root = '1-65f0a1b2-0123456789abcdef01234567';

    const sampled = await invoke(
      'fixture',
      {},
      { traceHeader: formatTraceHeader({ root, parent: 'a'.repeat(16), sampled: true }) },
    );
    const unsampled = await invoke('fixture', {}, { traceHeader: formatTraceHeader({ root, sampled: false }) });

    const [service, own] = documents;
    expect(documents).toHaveLength(2);
    expect(service).toMatchObject({
      trace_id: root,
      parent_id: 'a'.repeat(16),
      origin: 'AWS::Lambda',
      name: 'fixture',
    });
    expect(own).toMatchObject({ trace_id: root, parent_id: service?.id, origin: 'AWS::Lambda::Function' });
    expect(sampled.payload).toBe(`Root=${root};Parent=${own?.id};Sampled=1`);
    expect(unsampled.payload).toContain('Sampled=0');
  });
});
