import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GetExecutionHistoryCommand, ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import type { TraceNode } from 'laptop-cloud/xray/trace-tree';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isUntouched } from '../../laptop/samples.ts';
import { projectRoot } from '../../lib/bundle.ts';
import { viewDocument } from '../../views/document-view.ts';
import { openCloud, type TestCloud } from './open-cloud.ts';

const KEY = 'receipts/alice/grocery slip.jpg';
let stage: TestCloud;
let documentId: string;
let wasUntouched: boolean;

beforeAll(async () => {
  stage = await openCloud();
  wasUntouched = await isUntouched(stage.cloud);
  const sample = await readFile(join(projectRoot, 'events', 'samples', 'receipts', '01-grocery-slip.jpg'));
  await stage.cloud.s3.write(KEY, sample);
  await stage.cloud.idle();
  documentId = (await stage.documentIds(KEY))[0] ?? '';
});
afterAll(() => stage.close());

describe('a data folder', () => {
  it('takes the samples until something was dropped, however often it was opened, and not again once all is deleted', async () => {
    expect(wasUntouched).toBe(true);
    expect(await isUntouched(stage.cloud)).toBe(false);

    const emptied = { KeyCount: 0 };
    const { states, values, bucketName } = stage.cloud;
    const s3 = { ...stage.cloud.s3, operations: { ListObjectsV2: async () => emptied } };

    expect(await isUntouched({ s3, states, values, bucketName })).toBe(false);
  });
});

describe('a one-page receipt that crosses nothing', () => {
  it('enters nine states with one poll, under a name that a person recognises', async () => {
    const sfn = new SFNClient(stage.cloud.clientConfig);
    const { executions } = await sfn.send(
      new ListExecutionsCommand({ stateMachineArn: stage.cloud.values['IngestReceiptArn'] ?? '' }),
    );
    const execution = executions?.[0];
    const { events } = await sfn.send(
      new GetExecutionHistoryCommand({ executionArn: execution?.executionArn ?? '', maxResults: 1000 }),
    );

    const entered = (events ?? []).flatMap(({ stateEnteredEventDetails }) => stateEnteredEventDetails?.name ?? []);

    expect(execution?.name).toBe(`alice-grocery-slip-${documentId}-r1`);
    expect(entered).toEqual([
      'Is Analysis Stored?',
      'Start Expense Analysis',
      'Wait For Analysis',
      'Read Analysis',
      'Is Analysis Finished?',
      'Structure Expense',
      'Does It Need Review?',
      'Record Expense',
      'Check Budgets',
    ]);
    sfn.destroy();
  });

  it('leaves one trace with every state, function and SDK call in it', async () => {
    const document = await viewDocument(stage.table, documentId);

    const roots = await stage.cloud.xray.traceTree(document?.traceId ?? '');

    const names = new Set(roots.flatMap(flatten));
    for (const name of [
      'start-workflow',
      'ingest-receipt',
      'Is Analysis Stored?',
      'Start Expense Analysis',
      'StartExpenseAnalysis',
      'Read Analysis',
      'read-analysis',
      'GetExpenseAnalysis',
      'PutObject',
      'Structure Expense',
      'structure-expense',
      'GetObject',
      'Record Expense',
      'record-expense',
      'TransactWriteItems',
      'Check Budgets',
      'check-budgets',
      'GetItem',
    ]) {
      expect([...names]).toContain(name);
    }
    expect(roots.map((root) => root.document.name)).toEqual(['start-workflow']);
  });

  it('is annotated with the event that brought it', async () => {
    const document = await viewDocument(stage.table, documentId);

    const [root] = await stage.cloud.xray.traceTree(document?.traceId ?? '');

    expect(root?.document.annotations).toMatchObject({ documentId, userId: 'alice', eventId: document?.eventId });
  });

  it('leaves log lines that carry document and person, and no text of the receipt', async () => {
    const folder = stage.cloud.folder.logs;
    const texts = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file), 'utf8')));
    const lines = texts
      .join('\n')
      .split('\n')
      .filter((line) => line.startsWith('{'));

    const logged = lines.map((line) => JSON.parse(line) as Record<string, unknown>);

    const steps = logged.filter(({ documentId: id }) => id === documentId);
    expect(new Set(steps.map(({ function_name }) => function_name)).size).toBeGreaterThanOrEqual(5);
    for (const line of steps) expect(line).toMatchObject({ userId: 'alice' });
    expect(texts.join('\n')).not.toMatch(/green basket|129\.10|12910/i);
  });

  it('leaves no text of the receipt in the execution history', async () => {
    const history = await stage.cloud.states.operations['GetExecutionHistory']?.(
      {
        executionArn:
          (stage.cloud.values['IngestReceiptArn'] ?? '').replace(':stateMachine:', ':execution:') +
          `:alice-grocery-slip-${documentId}-r1`,
        maxResults: 1000,
      },
      {},
    );

    expect(JSON.stringify(history)).toContain('Record Expense');
    expect(JSON.stringify(history)).not.toMatch(/green basket/i);
  });
});

const flatten = (node: TraceNode): string[] => [
  node.document.name,
  String(node.document.aws?.['operation'] ?? ''),
  ...node.children.flatMap(flatten),
];
