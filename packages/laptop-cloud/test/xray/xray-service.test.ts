import { createSocket } from 'node:dgram';
import { appendFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  BatchGetTracesCommand,
  GetTraceSummariesCommand,
  PutTraceSegmentsCommand,
  XRayClient,
} from '@aws-sdk/client-xray';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newTraceId, type SegmentDocument } from '../../src/xray/segment.ts';
import { createXRayService } from '../../src/xray/xray-service.ts';
import { clientConfig, openTestGateway } from '../http/test-gateway.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const START_MS = Date.UTC(2026, 10, 20, 7, 30);
const WINDOW = { StartTime: new Date(START_MS - 1000), EndTime: new Date(START_MS + 60_000) };

describe('createXRayService', () => {
  it('keeps what an SDK sends to its daemon, beside what the rooms record', async () => {
    const { room } = await openRoom();
    const machine = segment('machine', { origin: 'AWS::StepFunctions::StateMachine' });
    const call = segment('DynamoDB', { trace_id: machine.trace_id, parent_id: machine.id, type: 'subsegment' });

    room.sink.put(machine);
    await sendDatagram(room.daemonAddress, `{"format":"json","version":1}\n${JSON.stringify(call)}`);
    await sendDatagram(room.daemonAddress, 'nonsense');

    await expect
      .poll(() => room.traceTree(machine.trace_id))
      .toMatchObject([{ document: { name: 'machine' }, children: [{ document: { name: 'DynamoDB' } }] }]);
  });

  it('lists traces by time and annotation to an X-Ray client', async () => {
    const { room, client } = await openRoom();
    const mine = segment('mine', { annotations: { documentId: 'd1' }, fault: true });
    const other = segment('other');
    const old = segment('old', { trace_id: newTraceId(START_MS - 3_600_000) });
    for (const document of [mine, other, old]) room.sink.put(document);

    const all = await client.send(new GetTraceSummariesCommand(WINDOW));
    const filtered = await client.send(
      new GetTraceSummariesCommand({ ...WINDOW, FilterExpression: 'annotation.documentId = "d1"' }),
    );

    expect(all.TraceSummaries?.map(({ Id }) => Id).sort()).toEqual([mine.trace_id, other.trace_id].sort());
    expect(filtered.TraceSummaries).toMatchObject([
      { Id: mine.trace_id, HasFault: true, Duration: 1, EntryPoint: { Name: 'mine' } },
    ]);
  });

  it.each([
    ['annotation.documentId = "d1" AND fault', ['mine']],
    ['annotation.documentId != "d1"', ['other']],
    ['service("other")', ['other']],
    ['ok', ['other']],
    ['fault = false', ['other']],
    ['duration >= 1 AND responsetime < 2', ['mine', 'other']],
    ['duration > 1', []],
  ])('finds traces by %s', async (FilterExpression, expected) => {
    const { room, client } = await openRoom();
    room.sink.put(segment('mine', { annotations: { documentId: 'd1' }, fault: true }));
    room.sink.put(segment('other'));

    const found = await client.send(new GetTraceSummariesCommand({ ...WINDOW, FilterExpression }));

    expect(found.TraceSummaries?.map(({ EntryPoint }) => EntryPoint?.Name).sort()).toEqual(expected);
  });

  it('fails for a filter that it does not know, and says which it takes', async () => {
    const { client } = await openRoom();

    const found = client.send(new GetTraceSummariesCommand({ ...WINDOW, FilterExpression: 'http.status = 500' }));

    await expect(found).rejects.toThrow('the laptop cloud filters by annotation.name = "value", service("name")');
  });

  it('gives whole traces to an X-Ray client, with a document for each segment', async () => {
    const { client } = await openRoom();
    const machine = segment('machine', { origin: 'AWS::StepFunctions::StateMachine' });
    const state = segment('state', { trace_id: machine.trace_id, parent_id: machine.id, type: 'subsegment' });
    const lambda = segment('function', { trace_id: machine.trace_id, parent_id: state.id, origin: 'AWS::Lambda' });
    const documents = [machine, state, lambda].map((document) => JSON.stringify(document));

    const put = await client.send(new PutTraceSegmentsCommand({ TraceSegmentDocuments: [...documents, '{}'] }));
    const absent = newTraceId(START_MS);
    const { Traces, UnprocessedTraceIds } = await client.send(
      new BatchGetTracesCommand({ TraceIds: [machine.trace_id, absent] }),
    );

    const segments = Traces?.[0]?.Segments?.map(({ Document }) => JSON.parse(Document ?? ''));
    expect(put.UnprocessedTraceSegments).toHaveLength(1);
    expect(UnprocessedTraceIds).toEqual([absent]);
    expect(segments).toMatchObject([
      { name: 'machine', trace_id: machine.trace_id, subsegments: [{ name: 'state' }] },
      { name: 'function', parent_id: state.id },
    ]);
  });

  it('has its traces after a restart, also when the last line was cut off', async () => {
    const directory = await temporaryDirectory();
    const { room } = await openRoom(directory);
    const machine = segment('machine');
    room.sink.put(machine);
    await room.close();
    await appendFile(join(directory, `${machine.trace_id}.jsonl`), '{"trace_id":"1-');

    const { room: later } = await openRoom(directory);

    expect(await later.traceTree(machine.trace_id)).toMatchObject([{ document: { name: 'machine' } }]);
  });

  it('forgets the oldest traces beyond its limit', async () => {
    const directory = await temporaryDirectory();
    const room = await createXRayService({ directory, limit: 10 });
    onTestFinished(() => room.close());
    const traces = Array.from({ length: 25 }, (_, index) => newTraceId(START_MS + index * 1000));

    for (const trace_id of traces) room.sink.put(segment('one', { trace_id }));
    const newest = await room.traceTree(traces[24] ?? '');

    expect(newest).toHaveLength(1);
    expect((await readdir(directory)).sort()).toEqual(traces.slice(-10).map((id) => `${id}.jsonl`));
  });
});

async function openRoom(directory?: string) {
  const room = await createXRayService({ directory: directory ?? (await temporaryDirectory()) });
  const gateway = await openTestGateway([room]);
  const client = new XRayClient(clientConfig(gateway));
  onTestFinished(async () => {
    client.destroy();
    await gateway.close();
    await room.close().catch(() => undefined);
  });
  return { room, client };
}

let segments = 0;
function segment(name: string, overrides: Partial<SegmentDocument> = {}): SegmentDocument {
  segments += 1;
  return {
    trace_id: newTraceId(START_MS),
    id: segments.toString(16).padStart(16, '0'),
    name,
    start_time: START_MS / 1000,
    end_time: START_MS / 1000 + 1,
    ...overrides,
  };
}

function sendDatagram(address: string, text: string): Promise<void> {
  const [host, port] = address.split(':');
  const socket = createSocket('udp4');
  return new Promise((resolve, reject) => {
    socket.send(text, Number(port), host, (error) => {
      socket.close();
      error ? reject(error) : resolve();
    });
  });
}
