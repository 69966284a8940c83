import { describe, expect, it } from 'vitest';
import { type Json, type JsonObject, type Operation, ServiceError } from '../../src/http/service.ts';
import { type Harness, openStates } from './harness.ts';

const processor = (states: JsonObject, startAt: string): JsonObject => ({
  ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
  StartAt: startAt,
  States: states,
});
const handOn = processor({ 'Hand On': { Type: 'Pass', End: true } }, 'Hand On');
const call = processor(
  {
    Call: {
      Type: 'Task',
      Resource: 'arn:aws:lambda:us-east-1:000000000000:function:work',
      End: true,
    },
  },
  'Call',
);
const spread = (more: JsonObject, ItemProcessor: JsonObject = handOn): JsonObject => ({
  StartAt: 'Spread',
  States: { Spread: { Type: 'Map', Label: 'Spread', ItemProcessor, End: true, ...more } },
});
const reader = (ReaderConfig: JsonObject): JsonObject => ({
  ItemReader: {
    Resource: 'arn:aws:states:::s3:getObject',
    Arguments: { Bucket: 'b', Key: 'items' },
    ReaderConfig,
  },
});

/** S3 with these objects in one bucket; what is put is added. */
function aBucket(objects: Record<string, string>) {
  const GetObject: Operation = async ({ Key }) => {
    const Body = objects[String(Key)];
    if (Body === undefined) throw new ServiceError('NoSuchKey', 'The specified key does not exist.', 404);
    return { Body };
  };
  const PutObject: Operation = async ({ Key, Body }) => {
    objects[String(Key)] = String(Body);
    return {};
  };
  const ListObjectsV2: Operation = async ({ ContinuationToken }) => {
    const keys = Object.keys(objects);
    const at = Number(ContinuationToken ?? 0);
    const Contents = keys.slice(at, at + 2).map((Key) => ({ Key, Size: 1, LastModified: '2026-03-01T00:00:00.000Z' }));
    return { Contents, ...(at + 2 < keys.length ? { NextContinuationToken: String(at + 2) } : {}) };
  };
  return { objects, services: { s3: { GetObject, PutObject, ListObjectsV2 } } };
}

async function output(harness: Harness, definition: JsonObject, input: Json = {}): Promise<Json> {
  const described = await harness.execute(await harness.machine('spreads', definition), input);
  expect(described).toMatchObject({ status: 'SUCCEEDED' });
  return JSON.parse(String(described.output)) as Json;
}

async function onlyMapRun({ call }: Harness, executionArn: Json): Promise<JsonObject> {
  const { mapRuns } = await call('ListMapRuns', { executionArn });
  const [{ mapRunArn = '' } = {}] = mapRuns as JsonObject[];
  return call('DescribeMapRun', { mapRunArn });
}

describe('the items of a distributed Map', () => {
  it.each<[string, string, JsonObject, Json]>([
    ['JSON', '[1,{"a":2}]', { InputType: 'JSON' }, [1, { a: 2 }]],
    ['JSON below a pointer', '{"a":{"b":[1]}}', { InputType: 'JSON', ItemsPointer: '/a/b' }, [1]],
    ['JSON Lines', '{"a":1}\n\n{"a":2}\n', { InputType: 'JSONL' }, [{ a: 1 }, { a: 2 }]],
    [
      'CSV with its first row as headers',
      'a,b\n"1,5",x ""y""\r\n"say ""hi""",\n',
      { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
      [
        { a: '1,5', b: 'x ""y""' },
        { a: 'say "hi"', b: '' },
      ],
    ],
    [
      'CSV with given headers and semicolons',
      '1;2;3\n4\n',
      { InputType: 'CSV', CSVHeaderLocation: 'GIVEN', CSVHeaders: ['a', 'b'], CSVDelimiter: 'SEMICOLON' },
      [
        { a: '1', b: '2' },
        { a: '4', b: '' },
      ],
    ],
    ['no more than MaxItems', '[1,2,3]', { InputType: 'JSON', MaxItems: '{% 1 + 1 %}' }, [1, 2]],
  ])('are %s', async (_what, items, config, expected) => {
    const { services } = aBucket({ items });
    const harness = await openStates({ services });

    expect(await output(harness, spread(reader(config)))).toEqual(expected);
  });

  it('are the objects of a listing, page after page', async () => {
    const { services } = aBucket({ a: '', b: '', c: '' });
    const harness = await openStates({ services });
    const listing = { Resource: 'arn:aws:states:::s3:listObjectsV2', Arguments: { Bucket: 'b' } };

    const keys = await output(harness, spread({ ItemReader: listing, Output: '{% $states.result.Key %}' }));

    expect(keys).toEqual(['a', 'b', 'c']);
  });

  it('fail as States.ItemReaderFailed where they cannot be read', async () => {
    const harness = await openStates(aBucket({}));
    const stateMachineArn = await harness.machine('spreads', spread(reader({ InputType: 'JSON' })));

    const described = await harness.execute(stateMachineArn);

    expect(described).toMatchObject({ status: 'FAILED', error: 'States.ItemReaderFailed' });
    const types = (await harness.history(String(described.executionArn))).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['MapRunStarted', 'MapRunFailed', 'MapStateFailed']));
  });

  it('come in batches with what all of them get', async () => {
    const harness = await openStates();
    const ItemBatcher = { MaxItemsPerBatch: 2, BatchInput: { for: '{% $states.input.who %}' } };

    const batches = await output(harness, spread({ Items: [1, 2, 3], ItemBatcher }), { who: 'alice' });

    expect(batches).toEqual([
      { BatchInput: { for: 'alice' }, Items: [1, 2] },
      { BatchInput: { for: 'alice' }, Items: [3] },
    ]);
  });
});

describe('a map run', () => {
  it('runs each item as an execution of its own, which is listed and described', async () => {
    const harness = await openStates();
    const described = await harness.execute(await harness.machine('spreads', spread({ Items: [7, 8] })));

    const run = await onlyMapRun(harness, described.executionArn ?? '');
    const { executions } = await harness.call('ListExecutions', { mapRunArn: run.mapRunArn ?? '' });

    expect(run).toMatchObject({
      status: 'SUCCEEDED',
      maxConcurrency: 0,
      itemCounts: { total: 2, succeeded: 2, pending: 0, failed: 0 },
      executionCounts: { total: 2, succeeded: 2 },
    });
    expect(run.mapRunArn).toMatch(/:mapRun:spreads\/Spread:/);
    const [child = {}] = executions as JsonObject[];
    expect(child).toMatchObject({ status: 'SUCCEEDED', mapRunArn: run.mapRunArn, itemCount: 1 });
    expect(child.stateMachineArn).toMatch(/stateMachine:spreads\/Spread$/);
    const events = await harness.history(String(child.executionArn));
    expect(events.map(({ type }) => type)).toEqual([
      'ExecutionStarted',
      'PassStateEntered',
      'PassStateExited',
      'ExecutionSucceeded',
    ]);
  });

  const picky = async (payload: Json) => {
    if (payload === 'bad') throw new Error('bad item');
    return payload;
  };

  it.each<[string, JsonObject, Json[]]>([
    ['a count', { ToleratedFailureCount: 1 }, ['good']],
    ['a share', { ToleratedFailurePercentage: '{% 50 %}' }, ['good']],
  ])('tolerates failures up to %s, and leaves them out of the result', async (_what, limit, expected) => {
    const harness = await openStates({ functions: { work: picky } });

    expect(await output(harness, spread({ Items: ['bad', 'good'], ...limit }, call))).toEqual(expected);
  });

  it.each<[JsonObject, number, string]>([
    [{ ToleratedFailurePercentage: 0.5 }, 1, 'SUCCEEDED'],
    [{ ToleratedFailurePercentage: 0.5 }, 2, 'FAILED'],
    [{ ToleratedFailurePercentage: 1.25 }, 2, 'SUCCEEDED'],
    [{ ToleratedFailurePercentage: 100 }, 200, 'SUCCEEDED'],
    [{ ToleratedFailurePercentage: 0 }, 1, 'FAILED'],
    [{ ToleratedFailureCount: 2 }, 2, 'SUCCEEDED'],
    [{ ToleratedFailureCount: 2 }, 3, 'FAILED'],
    [{ ToleratedFailureCount: 0 }, 1, 'FAILED'],
    [{ ToleratedFailureCount: 10, ToleratedFailurePercentage: 0.5 }, 2, 'FAILED'],
  ])('holds to %j, with %i of 200 items failing: %s', async (limits, failing, status) => {
    const harness = await openStates({ functions: { work: picky } });
    const Items = Array.from({ length: 200 }, (_, index) => (index < failing ? 'bad' : 'good'));

    const described = await harness.execute(await harness.machine('spreads', spread({ Items, ...limits }, call)));

    expect(described.status).toBe(status);
    expect(await onlyMapRun(harness, described.executionArn ?? '')).toMatchObject({
      toleratedFailureCount: limits.ToleratedFailureCount ?? 0,
      toleratedFailurePercentage: limits.ToleratedFailurePercentage ?? 0,
    });
  });

  it('fails over its tolerance and stops what still runs', async () => {
    const work = (payload: Json) => (payload === 'slow' ? new Promise<Json>(() => undefined) : picky(payload));
    const harness = await openStates({ functions: { work } });
    const items = ['slow', 'bad', 'bad'];

    const described = await harness.execute(
      await harness.machine('spreads', spread({ Items: items, ToleratedFailureCount: 1 }, call)),
    );

    expect(described).toMatchObject({
      status: 'FAILED',
      error: 'States.ExceedToleratedFailureThreshold',
      cause: 'The specified tolerated failure threshold was exceeded',
    });
    const run = await onlyMapRun(harness, described.executionArn ?? '');
    expect(run).toMatchObject({ status: 'FAILED', itemCounts: { aborted: 1, failed: 2 } });
  });

  it('keeps to its MaxConcurrency, until UpdateMapRun sets another', async () => {
    let running = 0;
    let most = 0;
    const release: (() => void)[] = [];
    const work = async (payload: Json) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => release.push(resolve));
      running -= 1;
      return payload;
    };
    const harness = await openStates({ functions: { work } });
    const stateMachineArn = await harness.machine(
      'spreads',
      spread({ Items: [1, 2, 3, 4, 5], MaxConcurrency: 2 }, call),
    );
    const { executionArn = '' } = await harness.call('StartExecution', { stateMachineArn });
    const reached = async (count: number) => {
      while (release.length < count) await new Promise((resolve) => setTimeout(resolve, 10));
    };
    await reached(2);
    expect(most).toBe(2);

    const { mapRunArn = '' } = await onlyMapRun(harness, executionArn);
    await harness.call('UpdateMapRun', { mapRunArn, maxConcurrency: 4 });
    release[0]?.();
    await reached(5);
    for (const let_go of release) let_go();
    await harness.states.idle();

    expect(most).toBe(4);
    expect(await harness.call('DescribeMapRun', { mapRunArn })).toMatchObject({
      maxConcurrency: 4,
      status: 'SUCCEEDED',
    });
  });

  it('has its tolerance changed, in fractions too, and nothing by numbers out of their range', async () => {
    const harness = await openStates();
    const described = await harness.execute(await harness.machine('spreads', spread({ Items: [1] })));
    const { mapRunArn = '' } = await onlyMapRun(harness, described.executionArn ?? '');
    const update = (limits: JsonObject) => harness.call('UpdateMapRun', { mapRunArn, ...limits });

    await update({ toleratedFailurePercentage: 0.5, toleratedFailureCount: 3 });

    await expect(update({ toleratedFailureCount: 1.5 })).rejects.toThrow(
      "an integer from 0 up as 'toleratedFailureCount', got 1.5",
    );
    await expect(update({ maxConcurrency: 0.5 })).rejects.toMatchObject({ code: 'ValidationException' });
    await expect(update({ toleratedFailurePercentage: 100.5 })).rejects.toThrow('a number from 0 to 100');
    expect(await onlyMapRun(harness, described.executionArn ?? '')).toMatchObject({
      toleratedFailurePercentage: 0.5,
      toleratedFailureCount: 3,
    });
  });

  it('writes its results to S3 and gives the place of their manifest', async () => {
    const { services, objects } = aBucket({});
    const harness = await openStates({ services, functions: { work: picky } });
    const ResultWriter = { Resource: 'arn:aws:states:::s3:putObject', Arguments: { Bucket: 'b', Prefix: 'out' } };
    const more = { Items: ['good', 'bad'], ToleratedFailureCount: 1, ResultWriter };

    const result = (await output(harness, spread(more, call))) as JsonObject;

    const { Key = '' } = result.ResultWriterDetails as JsonObject;
    expect(Key).toMatch(/^out\/[0-9a-f-]{36}\/manifest\.json$/);
    const manifest = JSON.parse(objects[String(Key)] ?? '') as { ResultFiles: Record<string, { Key: string }[]> };
    const succeeded = JSON.parse(objects[manifest.ResultFiles.SUCCEEDED?.[0]?.Key ?? ''] ?? '') as JsonObject[];
    const failed = JSON.parse(objects[manifest.ResultFiles.FAILED?.[0]?.Key ?? ''] ?? '') as JsonObject[];
    expect(succeeded).toMatchObject([{ Status: 'SUCCEEDED', Output: '"good"' }]);
    expect(failed).toMatchObject([{ Status: 'FAILED', Error: 'Error' }]);
  });

  it('goes on after a restart with the items that are not done', async () => {
    const first: Json[] = [];
    const stuck = async (payload: Json) => {
      first.push(payload);
      return payload === 3 ? new Promise<Json>(() => undefined) : payload;
    };
    const before = await openStates({ functions: { work: stuck } });
    const stateMachineArn = await before.machine('spreads', spread({ Items: [1, 2, 3], MaxConcurrency: 1 }, call));
    const { executionArn = '' } = await before.call('StartExecution', { stateMachineArn });
    while (first.length < 3) await new Promise((resolve) => setTimeout(resolve, 10));
    await before.states.close();

    const second: Json[] = [];
    const work = async (payload: Json) => {
      second.push(payload);
      return payload;
    };
    const after = await openStates({ directory: before.directory, functions: { work } });
    await after.states.resume();
    await after.states.idle();

    expect(await after.call('DescribeExecution', { executionArn })).toMatchObject({
      status: 'SUCCEEDED',
      output: '[1,2,3]',
    });
    expect(second).toEqual([3]);
    expect(await onlyMapRun(after, executionArn)).toMatchObject({ itemCounts: { total: 3, succeeded: 3 } });
  });
});
