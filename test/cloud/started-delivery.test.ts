import type { JsonObject } from 'laptop-cloud/http/service';
import type { TraceNode } from 'laptop-cloud/xray/trace-tree';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createDocument } from '../../lambdas/adapters/document-store.ts';
import { mintTraceId } from '../../lambdas/runtime/tracer.ts';
import { viewDocument } from '../../views/document-view.ts';
import { aDocument } from '../support/books.ts';
import { openCloud, type TestCloud } from './open-cloud.ts';
import { printReceipt } from './printed-receipt.ts';
import { stopWhileWaiting } from './stop-while-waiting.ts';
import { sweep } from './sweep.ts';

const KEY = 'receipts/alice/dinner.pdf';
const LUNCH = {
  vendor: 'Blue Lantern Grill',
  date: '2026-11-19',
  items: [['Lunch', '12.00']],
  total: '12.00',
} as const;
const PLAN = `name: Alice
locale: en-US
timeZone: UTC
currency: USD
contacts:
  - email: alice@example.com
budgets:
  - category: total
    limit: "100.00"
`;

let stage: TestCloud;
let documentId: string;
/** Of the document's own execution. */
let executionArn: string;
beforeAll(async () => {
  stage = await openCloud();
  await stage.cloud.s3.write('budgets/alice.yaml', Buffer.from(PLAN));
  await stage.cloud.idle();
  const receipt = {
    vendor: 'Blue Lantern Grill',
    date: '2026-11-18',
    items: [['Dinner', '85.00']],
    total: '85.00',
  } as const;
  await stage.cloud.s3.write(KEY, await printReceipt(receipt));
  await stage.cloud.idle();
  documentId = (await stage.documentIds(KEY))[0] ?? '';
  const machineArn = stage.cloud.values['IngestReceiptArn'] ?? '';
  executionArn = `${machineArn.replace(':stateMachine:', ':execution:')}:alice-dinner-${documentId}-r1`;
});
afterAll(() => stage.close());

const describeExecution = async (arn: string): Promise<JsonObject> =>
  (await stage.cloud.states.operations['DescribeExecution']?.({ executionArn: arn }, {})) ?? {};
const deliveryOf = async (arn: string): Promise<string> =>
  JSON.parse(String((await describeExecution(arn))['output']))['delivery'];

/** The trace with these roots: a function sends its segments by UDP, so the last of them comes after its answer. */
const wholeTrace = (traceId: string | undefined, names: readonly string[]): Promise<readonly TraceNode[]> =>
  vi.waitFor(async () => {
    const roots = await stage.cloud.xray.traceTree(traceId ?? '');
    expect(roots.map((root) => root.document.name)).toEqual(names);
    return roots;
  }, 10_000);

describe('the delivery that a receipt starts', () => {
  it('is what its execution puts out, and leads back to it', async () => {
    const delivery = await describeExecution(await deliveryOf(executionArn));

    expect(delivery).toMatchObject({ status: 'SUCCEEDED', output: '{"accepted":1,"failed":0}' });
    expect(JSON.parse(String(delivery['input']))).toMatchObject({
      userId: 'alice',
      AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID: executionArn,
    });
    expect(stage.messages.map(({ subject }) => subject)).toEqual([expect.stringContaining('85%')]);
  });

  it('is in the trace of the document, which still has one root', async () => {
    const document = await viewDocument(stage.table, documentId);

    const roots = await wholeTrace(document?.traceId, ['start-workflow']);

    const path = pathTo(roots, 'Publish');
    for (const name of ['ingest-receipt', 'check-budgets', 'StartExecution', 'deliver-alerts', 'Send Messages']) {
      expect(path).toContain(name);
    }
  });
});

describe('the delivery that a function outside the trace of the document starts', () => {
  it('is in the trace of the document whose execution was stopped', async () => {
    const key = 'receipts/alice/stopped.pdf';
    await stopWhileWaiting(stage, key, await printReceipt(LUNCH));
    await stage.cloud.idle();
    const document = await viewDocument(stage.table, (await stage.documentIds(key))[0] ?? '');

    expect(document).toMatchObject({ status: 'failed', code: 'ExecutionEndedError' });
    expect(stage.messages.at(-1)?.subject).toBe('Failed: stopped.pdf');
    const roots = await wholeTrace(document?.traceId, ['start-workflow', 'deliver-alerts']);
    expect(pathTo(roots, 'Publish')).toContain('Send Messages');
  });

  it('is in the trace of the document that the sweep has closed', async () => {
    const nowMs = stage.clock.now();
    const traceId = mintTraceId(nowMs);
    const deadlineAt = new Date(nowMs - 1).toISOString();
    const pending = { status: 'pending', run: 1, updatedAt: deadlineAt, deadlineAt } as const;
    await createDocument(stage.table, { ...aDocument({ documentId: 'lost' }), traceId }, pending);

    await sweep(stage);
    await stage.cloud.idle();

    expect(stage.messages.at(-1)?.subject).toBe('Failed: lost.jpg');
    const roots = await wholeTrace(traceId, ['deliver-alerts']);
    expect(pathTo(roots, 'Publish')).toContain('Send Messages');
  });
});

/** The names from the root to the first SDK call of an operation. */
function pathTo(nodes: readonly TraceNode[], operation: string): string[] {
  for (const { document, children } of nodes) {
    const own = String(document.aws?.['operation'] ?? document.name);
    if (own === operation) return [own];
    const below = pathTo(children, operation);
    if (below.length > 0) return [own, ...below];
  }
  return [];
}
