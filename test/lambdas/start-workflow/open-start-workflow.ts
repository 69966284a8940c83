import { expect } from 'vitest';
import { createDocument, readDocument, readOutcome, reopenDocument } from '../../../lambdas/adapters/document-store.ts';
import { drawTurnOf } from '../../../lambdas/adapters/lanes.ts';
import { textractClockKey } from '../../../lambdas/adapters/ledger-keys.ts';
import type { ObjectHead } from '../../../lambdas/adapters/object-store.ts';
import { getItem, type Table } from '../../../lambdas/adapters/table.ts';
import type { HeldForPages } from '../../../lambdas/core/pages/held.ts';
import { createHandler } from '../../../lambdas/start-workflow/handler.ts';
import { NOW } from '../../support/books.ts';

/** What Step Functions was asked to start, by the execution's name. */
export interface Started {
  readonly machine: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly traceId: string;
}

export const BUCKET = 'bucket';

/**
 * The function over the real table. The bucket is a map from `key` or `key@version` to what HeadObject says, and Step
 * Functions a map of executions, which keeps the first of two with the same name as AWS does.
 */
export function openStartWorkflow(table: Table, options: { defaultUser?: string } = {}) {
  const objects = new Map<string, ObjectHead>();
  const executions = new Map<string, Started>();
  const world = {
    nowMs: NOW,
    crashBeforeStart: false,
    carriesInvoice: false,
    held: undefined as HeldForPages | undefined,
    /** What S3 answers to whoever looks at a file. */
    refusal: undefined as Error | undefined,
  };
  const look = <T>(seen: T): Promise<T> => (world.refusal ? Promise.reject(world.refusal) : Promise.resolve(seen));
  let minted = 0;
  const handler = createHandler({
    now: () => world.nowMs,
    mintTraceId: () => `1-00000000-${String(++minted).padStart(24, '0')}`,
    readDocument: (documentId) => readDocument(table, documentId),
    readOutcome: (documentId) => readOutcome(table, documentId),
    createDocument: (document, outcome) => createDocument(table, document, outcome),
    reopenDocument: (document, outcome) => reopenDocument(table, document, outcome),
    drawTurn: (userId, nowMs) => drawTurnOf(table, userId, nowMs, 1),
    carriesInvoice: () => look(world.carriesInvoice),
    holdBeyond: () => look(world.held),
    headObject: async (_bucket, key, versionId) => objects.get(versionId ? `${key}@${versionId}` : key),
    start: async ({ executionName, workflow, traceId }, input) => {
      if (world.crashBeforeStart) throw new Error('the function died');
      if (executions.has(executionName)) return;
      executions.set(executionName, { machine: workflow, traceId, input: JSON.parse(JSON.stringify(input)) });
    },
    bucket: BUCKET,
    defaultUser: options.defaultUser ?? '',
    mostPages: 50,
  });
  return {
    handler,
    executions,
    world,

    /** Puts a version into the bucket, the newest of its key. */
    upload(key: string, versionId = 'v1', over: Partial<ObjectHead> = {}): void {
      const facts = { versionId, sizeBytes: 1000, uploadedAt: '2026-11-20T11:00:00.000Z', metadata: {}, ...over };
      objects.set(key, facts);
      objects.set(`${key}@${versionId}`, facts);
    },

    /** The execution that was started, when it is one. */
    onlyExecution() {
      expect(executions.size).toBe(1);
      const [[name, started] = []] = executions;
      return { name, ...started };
    },

    /** Turns that were drawn from the clock in a row. */
    async turnsDrawn(): Promise<number> {
      const clock = await getItem<{ nextAt: number }>(table, textractClockKey('EXPRESS'));
      return clock ? (clock.nextAt - NOW) / 1000 : 0;
    },
  };
}

/** A batch of the ingest queue with one event of the bucket, as EventBridge delivers it. */
export function aBatch(key: string, over: EventDetails = {}): object {
  const { type = 'Object Created', versionId = 'v1', sequencer = '0055AED6DCD90281E5', size = 1000, time } = over;
  const event = {
    version: '0',
    id: over.id ?? 'event-1',
    'detail-type': type,
    source: 'aws.s3',
    account: '000000000000',
    time: time ?? '2026-11-20T11:00:00Z',
    region: 'us-east-1',
    resources: [`arn:aws:s3:::${BUCKET}`],
    detail: {
      version: '0',
      bucket: { name: BUCKET },
      object: {
        key,
        etag: 'd41d8cd98f00b204e9800998ecf8427e',
        sequencer,
        ...(type === 'Object Created' ? { size } : {}),
        ...(versionId === null ? {} : { 'version-id': versionId }),
      },
      reason: type === 'Object Created' ? 'PutObject' : 'DeleteObject',
    },
  };
  const attributes = { ApproximateReceiveCount: String(over.attempt ?? 1) };
  return { Records: [{ messageId: 'm', body: JSON.stringify(event), attributes }] };
}

interface EventDetails {
  readonly type?: 'Object Created' | 'Object Deleted';
  readonly id?: string;
  /** `null` for a bucket without versions. */
  readonly versionId?: string | null;
  readonly sequencer?: string;
  readonly size?: number;
  readonly time?: string;
  /** How often the queue has handed it out. */
  readonly attempt?: number;
}
