import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAlerts } from '../../lambdas/adapters/alert-store.ts';
import { readDocument, reopenDocument } from '../../lambdas/adapters/document-store.ts';
import { personKey } from '../../lambdas/adapters/ledger-keys.ts';
import { readingKeyOf } from '../../lambdas/core/document/artifacts.ts';
import type { DocumentRecord } from '../../lambdas/core/document/document.ts';
import type { Reading } from '../../lambdas/core/ledger/reading.ts';
import { projectRoot } from '../../lib/bundle.ts';
import { openCloud, type TestCloud } from './open-cloud.ts';

const SAMPLE = 'events/samples/receipts/07-energy-invoice.pdf';
const plan = (name: string, more = '') => `name: ${name}
locale: en-US
timeZone: America/New_York
currency: USD
dueReminders: true
${more}contacts:
  - email: ${name}@example.com
  - sms: "+1202555${name === 'alice' ? '0123' : '0124'}"
budgets:
  - category: utilities
    limit: "10000.00"
`;

let stage: TestCloud;
beforeAll(async () => {
  stage = await openCloud('2026-11-20T12:00:00Z');
});
afterAll(() => stage.close());

const until = (instant: string) => stage.clock.sleep(Date.parse(instant) - stage.clock.now());
const startLook = () =>
  stage.cloud.states.operations['StartExecution']?.({ stateMachineArn: stage.cloud.values['LookAheadArn'] ?? '' }, {});
/** Time stands still while a file is dropped. */
const drop = (key: string, content: string | Uint8Array) =>
  stage.clock.busy(() => stage.cloud.s3.write(key, Buffer.from(content)));
/** The look ahead of a day at nine in the morning, and the delivery of what it claims. */
async function lookOn(day: string) {
  await until(`${day}T14:00:00Z`);
  await startLook();
  await stage.cloud.idle();
}

/** Books the newest reading of a document in a run of its own, with a due day as an invoice's data have it. */
async function bookWithDueDay(documentId: string, dueOn: string): Promise<void> {
  const { cloud, table } = stage;
  const document = (await readDocument(table, documentId)) as DocumentRecord;
  const run = document.run + 1;
  const read = JSON.parse(await text((await cloud.s3.read(readingKeyOf(documentId, document.run))).body)) as Reading;
  const readingKey = readingKeyOf(documentId, run);
  await cloud.s3.write(readingKey, Buffer.from(JSON.stringify({ ...read, run, expense: { ...read.expense, dueOn } })));
  await reopenDocument(
    table,
    { ...document, run },
    { status: 'pending', run, updatedAt: new Date(stage.clock.now()).toISOString() },
  );
  const { userId = '' } = document;
  await cloud.lambda.invoke(cloud.values['RecordExpenseFunctionArn'] ?? '', { documentId, run, userId, readingKey });
}

/** An invoice of 264.82 USD that a person has dropped, which falls due on a day; its document's id. */
async function dropInvoice(userId: string, dueOn: string): Promise<string> {
  const key = `receipts/${userId}/energy.pdf`;
  await drop(key, await readFile(join(projectRoot, SAMPLE)));
  await stage.cloud.idle();
  const [documentId = ''] = await stage.documentIds(key);
  await bookWithDueDay(documentId, dueOn);
  return documentId;
}

const toldTo = (userId: string) =>
  stage.messages.filter(({ address }) => address.startsWith(userId)).map(({ subject }) => subject);

describe('an invoice that falls due', () => {
  it('is told once, by mail and phone, at the first look within three days', async () => {
    await drop('budgets/alice.yaml', plan('alice'));
    await stage.cloud.idle();
    const documentId = await dropInvoice('alice', '2026-11-25');

    await lookOn('2026-11-21');
    expect(stage.messages).toEqual([]);
    await lookOn('2026-11-22');
    await startLook();
    await lookOn('2026-11-23');
    await lookOn('2026-11-26');

    expect(stage.messages.map(({ protocol }) => protocol).sort()).toEqual(['email', 'sms']);
    const [mail, sms] = [...stage.messages].sort((a, b) => a.protocol.localeCompare(b.protocol));
    expect(mail?.subject).toBe('Northlight Electric & Gas: 264.82 USD due Nov 25, 2026');
    expect(mail?.body).toContain('in 3 days');
    expect(mail?.body).toContain(`corrections/alice/${documentId}.yaml`);
    expect(sms?.body).toBe('Spendwire: Northlight Electric & Gas 264.82 USD due Nov 25, 2026.');
  });

  it('is not told once a dropped correction says that it is paid, neither before a look nor in its window', async () => {
    const quiet = 'quietHours: { from: "21:00", to: "11:00" }\n';
    await drop('budgets/bob.yaml', plan('bob', quiet));
    await stage.cloud.idle();
    const documentId = await dropInvoice('bob', '2026-11-30');

    // Claimed at nine, to be told at eleven; paid at half past nine.
    await until('2026-11-27T14:00:00Z');
    await startLook();
    await until('2026-11-27T14:30:00Z');
    const claimed = await stage.clock.busy(async () => {
      await drop(`corrections/bob/${documentId}.yaml`, 'paid: 2026-11-27\n');
      return readAlerts(stage.table, personKey('bob').PK, 'ALERT#due#');
    });
    await until('2026-11-27T15:00:00Z');
    await stage.cloud.idle();

    expect(claimed).toMatchObject([{ kind: 'due', documentId, dueOn: '2026-11-30' }]);
    expect(claimed[0]).not.toHaveProperty('sentAt');
    expect(await readAlerts(stage.table, personKey('bob').PK, 'ALERT#due#')).toMatchObject([{ outcome: 'overtaken' }]);
    expect(await readDocument(stage.table, documentId)).toMatchObject({ isPaid: true, paidOn: '2026-11-27' });
    await bookWithDueDay(documentId, '2026-11-30');
    await lookOn('2026-11-28');
    expect(toldTo('bob')).toEqual([]);
  });
});
