import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { VirtualClock } from 'laptop-cloud/clock';
import { documentIndex } from '../../lambdas/adapters/ledger-keys.ts';
import { queryIndex, type Table } from '../../lambdas/adapters/table.ts';
import { analysisKeyOf, readingKeyOf } from '../../lambdas/core/document/artifacts.ts';
import type { Reading } from '../../lambdas/core/ledger/reading.ts';
import type { StoredAnalysis } from '../../lambdas/core/reading/analysis.ts';
import { type SpendwireCloud, startCloud } from '../../laptop/cloud.ts';
import { type DocumentView, viewDocument } from '../../views/document-view.ts';
import type { Case } from './data-folder.ts';
import type { FieldsRead } from './scoring.ts';

/** A reading with the analysis it was made from. */
export interface PipelineReading extends FieldsRead {
  readonly analysis?: StoredAnalysis;
}

/**
 * Drops files into the bucket of a laptop cloud of their own and waits until every document has reached its end: the
 * real machine, functions, database and OCR, on a clock that does not wait.
 *
 * @param now Milliseconds since 1970 of the drop.
 * @param bytesOf What of a file is dropped; all of it unless told.
 */
export async function runPipeline(
  cases: readonly Case[],
  now: number,
  locale: string,
  bytesOf: (path: string) => Promise<Uint8Array> = (path) => readFile(path),
): Promise<PipelineReading[]> {
  const data = await mkdtemp(join(tmpdir(), 'spendwire-accuracy-'));
  const cloud = await startCloud({
    dataDirectory: data,
    port: 0,
    clock: new VirtualClock(now),
    periodicWork: false,
    settings: { turnsPerSecond: 1000, defaultLocale: locale },
  });
  const client = new DynamoDBClient(cloud.clientConfig);
  try {
    for (const { path } of cases) await cloud.s3.write(keyOf(path), Buffer.from(await bytesOf(path)));
    await cloud.idle();
    const views = await readViews({ client, name: cloud.tableName });
    return await Promise.all(
      cases.map(({ name, path }) =>
        readingOf(
          cloud,
          name,
          views.find(({ key }) => key === keyOf(path)),
        ),
      ),
    );
  } finally {
    client.destroy();
    await cloud.close();
    await rm(data, { recursive: true, force: true });
  }
}

const USER = 'bench';
const keyOf = (path: string): string => `receipts/${USER}/${basename(path)}`;

async function readViews(table: Table): Promise<DocumentView[]> {
  const documents = await queryIndex<{ documentId: string }>(table, documentIndex(USER, '', '').GSI1PK, '\uffff');
  const views = await Promise.all(documents.map(({ documentId }) => viewDocument(table, documentId)));
  return views.filter((view) => view !== undefined);
}

async function readingOf(
  cloud: SpendwireCloud,
  name: string,
  view: DocumentView | undefined,
): Promise<PipelineReading> {
  if (view === undefined) return { name, status: 'lost' };
  const artifact = async <Content>(key: string): Promise<Content | undefined> => {
    const content = await cloud.s3.read(key).catch(() => undefined);
    return content && (JSON.parse((await buffer(content.body)).toString()) as Content);
  };
  const [record, analysis] = await Promise.all([
    artifact<Reading>(readingKeyOf(view.documentId, view.run)),
    artifact<StoredAnalysis>(analysisKeyOf(view.documentId)),
  ]);
  // Of a likely duplicate everything was read; its person is asked about something else.
  const status = view.code === 'LikelyDuplicateError' ? 'completed' : view.status;
  return { name, status, ...(record && { expense: record.expense }), ...(analysis && { analysis }) };
}
