import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { VirtualClock } from 'laptop-cloud/clock';
import { documentIndex } from '../../lambdas/adapters/ledger-keys.ts';
import { queryIndex, type Table } from '../../lambdas/adapters/table.ts';
import { currencyExponent } from '../../lambdas/core/ground/currency.ts';
import type { Money } from '../../lambdas/core/ground/money.ts';
import { startCloud } from '../../laptop/cloud.ts';
import { type DocumentView, reasonsOf, viewDocument } from '../../views/document-view.ts';
import type { WorldDocument } from './documents.ts';
import type { Outcome } from './outcome.ts';
import { planOf } from './terminal.ts';

/**
 * Drops documents into the bucket of a laptop cloud in this process and reads the table, on a clock that does not wait.
 *
 * One cloud serves them all: the library of the OCR cannot be loaded into a process again.
 *
 * @param batches Dropped one after another, each when the one before has come to its end.
 * @param today `YYYY-MM-DD`: the day of the drop.
 * @param onBatch Told after each batch.
 * @returns By file; one that was never seen is missing.
 */
export async function throughCloud(
  batches: readonly (readonly WorldDocument[])[],
  today: string,
  onBatch: (batch: readonly WorldDocument[]) => void = () => undefined,
): Promise<Map<string, Outcome>> {
  const documents = batches.flat();
  const data = await mkdtemp(join(tmpdir(), 'world-'));
  const cloud = await startCloud({
    dataDirectory: data,
    port: 0,
    clock: new VirtualClock(Date.parse(`${today}T12:00:00Z`)),
    periodicWork: false,
    settings: { turnsPerSecond: 1000 },
  });
  const client = new DynamoDBClient(cloud.clientConfig);
  try {
    const people = new Map(documents.map(({ person }) => [person.userId, person]));
    // People have a plan before their first receipt.
    for (const person of people.values()) {
      await cloud.s3.write(`budgets/${person.userId}.yaml`, Buffer.from(planOf(person)));
    }
    await cloud.idle();
    for (const batch of batches) {
      for (const document of batch) await cloud.s3.write(keyOf(document), await document.draw());
      await cloud.idle();
      onBatch(batch);
    }
    const table = { client, name: cloud.tableName };
    const views: DocumentView[] = [];
    for (const userId of people.keys()) views.push(...(await viewsOf(table, userId)));
    return new Map(
      documents.flatMap((document) => {
        const view = views.find(({ key }) => key === keyOf(document));
        return view ? [[document.file, outcomeOf(view)] as const] : [];
      }),
    );
  } finally {
    client.destroy();
    await cloud.close();
    await rm(data, { recursive: true, force: true });
  }
}

const keyOf = ({ person, file }: WorldDocument): string => `receipts/${person.userId}/${file}`;

async function viewsOf(table: Table, userId: string): Promise<DocumentView[]> {
  const documents = await queryIndex<{ documentId: string }>(table, documentIndex(userId, '', '').GSI1PK, '\uffff');
  const views = await Promise.all(documents.map(({ documentId }) => viewDocument(table, documentId)));
  return views.filter((view) => view !== undefined);
}

function outcomeOf(view: DocumentView): Outcome {
  const { status, vendor, purchasedOn, total } = view;
  return {
    // Nothing here is left to a person who ignores it, and whatever has not ended is lost.
    status: status === 'pending' || status === 'ignored' ? 'lost' : status,
    ...(vendor !== undefined && { vendor }),
    ...(purchasedOn !== undefined && { purchasedOn }),
    ...(total && { total: decimal(total) }),
    reasons: status === 'completed' ? [] : reasonsOf(view),
  };
}

function decimal({ amountMinor, currency }: Money): string {
  const places = currencyExponent(currency);
  const digits = String(Math.abs(amountMinor)).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  return `${amountMinor < 0 ? '-' : ''}${whole}${places > 0 ? `.${digits.slice(-places)}` : ''} ${currency}`;
}
