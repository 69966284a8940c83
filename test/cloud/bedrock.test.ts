import { GetExecutionHistoryCommand, type HistoryEvent, ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readExpenses } from '../../lambdas/adapters/expense-store.ts';
import { viewDocument } from '../../views/document-view.ts';
import { type ConverseServer, openConverseServer } from '../support/converse-server.ts';
import { openCloud, type TestCloud } from './open-cloud.ts';
import { printReceipt } from './printed-receipt.ts';

const MODEL = 'amazon.nova-lite-v1:0';

let server: ConverseServer;
let stage: TestCloud;
let first: Awaited<ReturnType<typeof drop>>;
beforeAll(async () => {
  server = await openConverseServer({ input: { category: 'beauty', because: 'Wug is a soap' } });
  stage = await openCloud(undefined, undefined, { bedrockModel: MODEL, bedrockEndpoint: server.endpoint });
  first = await drop('alice', '20.00');
});
afterAll(async () => {
  await stage.close();
  await server.close();
});

/** Drops a receipt of which neither the shop nor what it sells is known to any rule. */
async function drop(name: string, total: string) {
  const key = `receipts/${name}/blip.pdf`;
  const items = [['Wug', total]] as const;
  await stage.cloud.s3.write(
    key,
    await printReceipt({ vendor: 'Zorg Blip', date: 'November 18, 2026', items, total: `$${total}` }),
  );
  await stage.cloud.idle();
  const [documentId = ''] = await stage.documentIds(key);
  return { documentId, document: await viewDocument(stage.table, documentId), events: await newestHistory() };
}

async function newestHistory(): Promise<HistoryEvent[]> {
  const { clientConfig, values } = stage.cloud;
  const sfn = new SFNClient(clientConfig);
  const stateMachineArn = values['IngestReceiptArn'] ?? '';
  const { executions = [] } = await sfn.send(new ListExecutionsCommand({ stateMachineArn }));
  const executionArn = executions[0]?.executionArn ?? '';
  const { events = [] } = await sfn.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }));
  sfn.destroy();
  return events;
}

const statesIn = (events: readonly HistoryEvent[]) =>
  events.flatMap(({ stateEnteredEventDetails }) => stateEnteredEventDetails?.name ?? []);

describe('the whole way with a model', () => {
  it('books in the proposed category and names the source, in no state more', async () => {
    const { document, events } = first;

    const because = `Amazon Bedrock (${MODEL}) proposes it: Wug is a soap`;
    expect(document).toMatchObject({ status: 'completed', category: 'beauty', categoryBy: 'bedrock' });
    expect(await readExpenses(stage.table, 'alice', '2026-11-01', '2026-11-30')).toMatchObject([
      { amountMinor: 2000, categoryBy: 'bedrock', categoryBecause: because },
    ]);
    expect(statesIn(events)).toHaveLength(9);
    expect(JSON.stringify(events)).not.toMatch(/Wug|soap/);
    expect(server.requests).toHaveLength(1);
  });

  it('comes to the same in a replay, without asking again', async () => {
    const { documentId } = first;
    server.answers({ input: { category: 'travel' } });

    await stage.cloud.lambda.invoke(stage.cloud.values['StartWorkflowFunctionArn'] ?? '', { documentId });
    await stage.cloud.idle();

    expect(await viewDocument(stage.table, documentId)).toMatchObject({ run: 2, category: 'beauty' });
    expect(server.requests).toHaveLength(1);
  });

  it('goes on as without one where it is refused, in the same states', async () => {
    server.answers({ error: 'AccessDeniedException', status: 403 });

    const asked = server.requests.length;

    const { document, events } = await drop('bob', '30.00');

    expect(server.requests.length).toBeGreaterThan(asked);
    expect(document).toMatchObject({ status: 'completed', category: 'other', categoryBy: 'default' });
    expect(statesIn(events)).toHaveLength(9);
  });
});
