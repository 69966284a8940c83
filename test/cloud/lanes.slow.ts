import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureTables } from 'laptop-cloud/cloud/ensure-tables';
import { createDynamoDbService } from 'laptop-cloud/dynamodb/dynamodb-service';
import type { JsonObject } from 'laptop-cloud/http/service';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProcessTable } from '../../bench/burst/in-process-table.ts';
import { drawTurnOf } from '../../lambdas/adapters/lanes.ts';
import { expressAllowanceKey, textractClockKey } from '../../lambdas/adapters/ledger-keys.ts';
import { getItem, putItem } from '../../lambdas/adapters/table.ts';
import { declaredTable } from '../../laptop/declared-cloud.ts';
import { projectRoot } from '../../lib/bundle.ts';
import { settings } from '../../lib/topology.ts';
import { viewDocument } from '../../views/document-view.ts';
import { openCloud, type TestCloud } from './open-cloud.ts';

const FILES = 10_000;
/** Its text is printed in it: it takes no picture to be read. */
const SAMPLE = join(projectRoot, 'events', 'samples', 'receipts', '07-energy-invoice.pdf');
const { turnsPerSecond } = settings;

let stage: TestCloud;
beforeAll(async () => {
  stage = await openCloud('2026-11-20T12:00:00Z', turnsPerSecond);
  await letWait('bob', FILES);
});
afterAll(() => stage.close());

/** Draws turns for so many files, as start-workflow does, and puts what the clocks show then into the cloud's table. */
async function letWait(userId: string, files: number): Promise<void> {
  const memory = await createDynamoDbService({ clock: stage.clock });
  await ensureTables(memory, [declaredTable]);
  const table = inProcessTable(memory, stage.cloud.tableName);
  const droppedAt = stage.clock.now();
  for (let drawn = 0; drawn < files; drawn++) await drawTurnOf(table, userId, droppedAt, turnsPerSecond);
  const clocks = (['EXPRESS', 'REGULAR', 'BULK'] as const).map(textractClockKey);
  for (const key of [...clocks, expressAllowanceKey(userId)]) {
    await putItem(stage.table, (await getItem(table, key)) ?? {});
  }
  await memory.close();
}

/** Drops a receipt and lets it come to its end; seconds from its event until Textract was asked. */
async function secondsUntilStart(key: string): Promise<number> {
  await stage.cloud.s3.write(key, await readFile(SAMPLE));
  await stage.cloud.idle();
  const [documentId = ''] = await stage.documentIds(key);
  const document = await viewDocument(stage.table, documentId);
  if (!document) throw new Error(`expected a document for ${key}, there is none`);
  const machineArn = stage.cloud.values['IngestReceiptArn'] ?? '';
  const history = await stage.cloud.states.operations['GetExecutionHistory']?.(
    { executionArn: `${machineArn.replace(':stateMachine:', ':execution:')}:${document.executionName}` },
    {},
  );
  const started = (history?.['events'] as JsonObject[]).find(
    ({ stateEnteredEventDetails }) => (stateEnteredEventDetails as JsonObject)?.['name'] === 'Start Expense Analysis',
  );
  expect(document.status).toBe('completed');
  return Number(started?.['timestamp']) - Date.parse(document.uploadedAt) / 1000;
}

describe(`while ${FILES} files of one person are waiting for their turn`, () => {
  it("another person's one receipt starts within five seconds of its event", async () => {
    const seconds = await secondsUntilStart('receipts/alice/power.pdf');

    expect(seconds).toBeLessThanOrEqual(5);
  });

  it('one more file of that person waits for its turn behind them', async () => {
    // The allowance has been refilled since: it takes a few files more until they queue in bulk again.
    const table = inProcessTable(stage.cloud.dynamodb, stage.cloud.tableName);
    for (let drawn = 0; drawn < 20; drawn++) await drawTurnOf(table, 'bob', stage.clock.now(), turnsPerSecond);

    const seconds = await secondsUntilStart('receipts/bob/one-more.pdf');

    expect(seconds).toBeGreaterThan((FILES - 200) / turnsPerSecond);
  });
});
