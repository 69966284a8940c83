import { describe, expect } from 'vitest';
import { readDocument, readOutcome } from '../../../lambdas/adapters/document-store.ts';
import { book } from '../../../lambdas/adapters/ledger.ts';
import { closeDocument } from '../../../lambdas/adapters/outcome-store.ts';
import { readPerson } from '../../../lambdas/adapters/person-store.ts';
import { endPlan } from '../../../lambdas/adapters/plan-store.ts';
import type { Table } from '../../../lambdas/adapters/table.ts';
import { readWindowAlerts } from '../../../lambdas/adapters/window-alerts.ts';
import { parseCalendarDate } from '../../../lambdas/core/ground/calendar-date.ts';
import { money } from '../../../lambdas/core/ground/money.ts';
import type { Reading } from '../../../lambdas/core/ledger/reading.ts';
import type { Glimpse } from '../../../lambdas/core/outcome/explain-failure.ts';
import type { Sight } from '../../../lambdas/core/outcome/explain-lost-access.ts';
import { createHandler } from '../../../lambdas/record-outcome/handler.ts';
import { aReading } from '../../support/a-reading.ts';
import { NOW, openBooks, USER } from '../../support/books.ts';
import { it as base } from '../../support/fixtures.ts';

const OURS = 'arn:aws:kms:us-east-1:111122223333:key/ours';
const THEIRS = 'arn:aws:kms:us-east-1:111122223333:key/theirs';

const it = base
  .extend('table', async ({ table }) => {
    const books = openBooks(table);
    await books.plan([{ category: 'groceries', limitMinor: 10_000, thresholds: [50, 80, 100] }]);
    await books.drop({ documentId: 'doc', amountMinor: 0 });
    return table;
  })
  .extend('artifacts', () => new Map<string, Reading>())
  /** What a look at the file shows, and how often somebody looked. */
  .extend('bucket', (): { file?: Glimpse; glimpses: number; refusal?: Error; sight: Sight } => ({
    glimpses: 0,
    sight: 'gone',
  }))
  .extend('run', ({ table, outbox, deliveries, artifacts, bucket }) => {
    const handler = createHandler({
      now: () => NOW,
      readPerson: (userId) => readPerson(table, userId),
      readReading: async (key) => artifacts.get(key) as Reading,
      glimpse: async () => {
        bucket.glimpses += 1;
        if (bucket.refusal) throw bucket.refusal;
        return bucket.file;
      },
      seeObject: async () => bucket.sight,
      uploadKeyArn: OURS,
      book: (booking) => book(outbox, booking),
      close: (closing) => closeDocument(outbox, closing),
      startDelivery: deliveries.startDelivery,
    });
    return async (over: object) => {
      const { delivery, ...answer } = await handler({
        documentId: 'doc',
        run: 1,
        userId: USER,
        bucket: 'bucket',
        key: 'receipts/alice/doc.jpg',
        versionId: 'v1',
        ...over,
      });
      return { ...answer, deliveries: deliveries.of(delivery === undefined ? {} : { delivery }) };
    };
  })
  /** The first run, whose reading a person has to look at. */
  .extend('review', ({ artifacts, run }) => (over: Partial<Reading['expense']> = {}) => {
    artifacts.set(
      'artifacts/expense/doc-r1.json',
      aReading({
        status: 'needs_review',
        reasons: [
          { code: 'TotalsDisagreeError', message: 'two totals are printed: 43.20 and 34.20' },
          { code: 'DateUnreadableError', message: 'no date was found' },
        ],
        ...over,
      }),
    );
    return run({ readingKey: 'artifacts/expense/doc-r1.json' });
  });
const UNREADABLE = { problem: { code: 'Textract.InvalidS3ObjectException', reason: 'Unable to get object metadata' } };
const REFUSED = { problem: { code: 'Textract.UnsupportedDocumentException', reason: 'unsupported' } };

describe('a document that Textract refuses', () => {
  it('is rejected with what the file really is, and its person is told', async ({ table, bucket, run }) => {
    bucket.file = { head: Buffer.from('milk, eggs'), tail: Buffer.from('milk, eggs') };

    const { status, deliveries } = await run(REFUSED);

    expect(status).toBe('rejected');
    expect(deliveries).toMatchObject([{ userId: USER, closesAt: '2026-11-20T12:00:30.000Z' }]);
    expect(await readOutcome(table, 'doc')).toMatchObject({
      status: 'rejected',
      code: 'UnsupportedFormatError',
      reason: expect.stringContaining('its content is plain text'),
    });
    expect(await readWindowAlerts(table, USER, deliveries[0]?.windowId ?? '')).toMatchObject([
      { kind: 'attention', status: 'rejected', key: 'receipts/alice/doc.jpg', claimedBy: 'doc-r1' },
    ]);
  });

  it('is told once when the step runs twice, and the mail goes out once', async ({ books, run }) => {
    for (let time = 0; time < 2; time++) await books.deliverAll((await run(REFUSED)).deliveries);

    expect(books.published).toHaveLength(1);
    expect(books.published[0]?.subject).toBe('Not taken: doc.jpg');
  });

  it('is rejected also when its bytes cannot be seen any more', async ({ run }) => {
    expect(await run(REFUSED)).toMatchObject({ status: 'rejected' });
  });
});

describe('a document that Textract cannot get', () => {
  it('is rejected when it is gone', async ({ table, run }) => {
    expect(await run(UNREADABLE)).toMatchObject({ status: 'rejected' });
    expect(await readOutcome(table, 'doc')).toMatchObject({ status: 'rejected', code: 'ObjectGoneError' });
  });

  it.for<[string, Sight, string]>([
    ['is there', {}, "look at the role, the bucket's policy, the KMS key and the region"],
    ['may not be seen', 'refused', 'S3 refused the file'],
    ['is under a key that nobody has set', { kmsKeyArn: THEIRS }, `${THEIRS}, which this installation may not use`],
    ['is under a key that nobody has set, again', { kmsKeyArn: THEIRS }, 'deploys with the setting uploadKeyArn'],
    ['is under the key that is set', { kmsKeyArn: OURS }, `${OURS}, as set: the operator has to look whether that`],
  ])('has failed when it %s, which says what to look at', async ([, sight, says], { table, bucket, run }) => {
    bucket.sight = sight;

    expect(await run(UNREADABLE)).toMatchObject({ status: 'failed', hasFailed: true });
    expect(await readOutcome(table, 'doc')).toMatchObject({
      status: 'failed',
      code: 'AccessLostError',
      reason: expect.stringContaining(says),
    });
  });

  it('has failed also while what was booked before stays, so that the alarm rings', async ({
    table,
    bucket,
    outbox,
    run,
  }) => {
    const outcome = { status: 'completed', updatedAt: new Date(NOW).toISOString() } as const;
    await book(outbox, {
      documentId: 'doc',
      run: 1,
      userId: USER,
      allocations: [],
      facts: {},
      contentHash: 'h',
      outcome,
    });
    bucket.sight = {};

    expect(await run(UNREADABLE)).toMatchObject({ status: 'completed', hasFailed: true });
    expect((await readOutcome(table, 'doc'))?.reason).toContain('what was booked before stays, but: the file is in');
  });

  it.for([
    ['AccessDenied', `is not authorized to perform: kms:Decrypt on resource: ${THEIRS} because`, THEIRS],
    ['KMS.DisabledException', 'the key is disabled', "the bucket's policy"],
  ])('has failed when a look at its bytes is refused with %s', async ([name, message, says], {
    table,
    bucket,
    run,
  }) => {
    bucket.refusal = Object.assign(new Error(message), { name });

    expect(await run(REFUSED)).toMatchObject({ status: 'failed', hasFailed: true });
    expect((await readOutcome(table, 'doc'))?.reason).toContain(says);
  });

  it('has failed when a function of ours was refused it', async ({ table, run }) => {
    await run({
      problem: { code: 'AccessDenied', reason: JSON.stringify({ errorMessage: `kms:Decrypt on ${THEIRS}` }) },
    });

    expect(await readOutcome(table, 'doc')).toMatchObject({
      code: 'AccessLostError',
      reason: expect.stringContaining(THEIRS),
    });
  });
});

describe('an invoice that a person has to look at', () => {
  const told = async (table: Table, windowId = '') =>
    (await readWindowAlerts(table, USER, windowId)).map((alert) => 'dueOn' in alert && alert.dueOn);

  it('is told of with the day on which it is to be paid', async ({ table, review }) => {
    const { deliveries } = await review({ dueOn: parseCalendarDate('2026-11-23') });

    expect(await told(table, deliveries[0]?.windowId)).toEqual(['2026-11-23']);
  });

  it('is told of without, where nothing is to be paid', async ({ table, review }) => {
    const { deliveries } = await review({ dueOn: parseCalendarDate('2026-11-23'), amountDue: money(0, 'USD') });

    expect(await told(table, deliveries[0]?.windowId)).toEqual([false]);
  });
});

describe('a document whose person is not known', () => {
  it.for([
    ['nobody is named', undefined],
    ['the name has no plan', 'mallory'],
  ] as const)('is closed and nobody is told: %s', async ([_name, userId], { table, run }) => {
    const outcome = await run({ userId, problem: { code: 'UserUnknownError', reason: 'the key names no person' } });

    expect(outcome).toEqual({ status: 'rejected', affected: [], deliveries: [] });
    expect(await readOutcome(table, 'doc')).toMatchObject({
      code: 'UserUnknownError',
      reason: 'the key names no person',
    });
  });

  it('is closed and nobody is told once the plan has ended', async ({ table, run }) => {
    const source = { key: 'budgets/alice.yaml', versionId: 'x', sequencer: '02', uploadedAt: '2026-11-02T00:00:00Z' };
    await endPlan(table, USER, source);

    expect((await run(REFUSED)).deliveries).toEqual([]);
  });
});

describe('a reading that a person has to look at', () => {
  it('is kept with everything that was read, every reason and the candidates, and is not counted', async ({
    table,
    books,
    review,
  }) => {
    const total = ['43.20', '34.20'].map((value) => ({ text: value, value, confidence: 90, page: 1 }));
    const candidates = { ...aReading().expense.candidates, total };
    const choices = ['total: "43.20"', 'total: "34.20"', 'date: 2026-11-10'];

    const { status, deliveries } = await review({ candidates });

    expect(status).toBe('needs_review');
    expect(await readOutcome(table, 'doc')).toMatchObject({
      status: 'needs_review',
      code: 'TotalsDisagreeError',
      reason: 'two totals are printed: 43.20 and 34.20; no date was found',
      candidates,
      choices,
    });
    expect(await readWindowAlerts(table, USER, deliveries[0]?.windowId ?? '')).toMatchObject([{ choices }]);
    expect(await readDocument(table, 'doc')).toMatchObject({
      category: 'groceries',
      purchasedOn: '2026-11-10',
      ledgerRun: 1,
    });
    expect(await books.spentMinor()).toBe(0);
  });

  it('gives the same answer the second time', async ({ review }) => {
    expect(await review()).toEqual(await review());
  });

  it('of a replay takes out of the books what the earlier run booked, and says which budgets that moves', async ({
    books,
    artifacts,
    run,
  }) => {
    await books.record({ documentId: 'doc', amountMinor: 4_320 });
    await books.drop({ documentId: 'doc', run: 2, amountMinor: 0 });
    artifacts.set('second', {
      ...aReading({ status: 'needs_review', reasons: [{ code: 'TotalUnreadableError', message: 'no total' }] }),
      run: 2,
    });

    const { affected } = await run({ run: 2, readingKey: 'second' });

    expect(affected).toEqual([{ date: '2026-11-10', category: 'groceries' }]);
    expect(await books.spentMinor()).toBe(0);
  });
});

describe('other endings', () => {
  it('notes a plan in force as completed, with its note', async ({ table, run }) => {
    expect(await run({ note: 'the plan is in force' })).toEqual({
      status: 'completed',
      affected: [],
      deliveries: [],
    });
    expect(await readOutcome(table, 'doc')).toMatchObject({ status: 'completed', reason: 'the plan is in force' });
  });

  it('keeps each mistake of a plan', async ({ table, run }) => {
    const validationErrors = ['line 7, budgets[0].limit: expected text'];

    await run({ problem: { code: 'PlanInvalidError', reason: 'the plan was not taken', validationErrors } });

    expect(await readOutcome(table, 'doc')).toMatchObject({
      status: 'rejected',
      code: 'PlanInvalidError',
      validationErrors,
    });
  });

  it('is failed for what is not the fault of the file, without a look at it', async ({ table, bucket, run }) => {
    const cause = JSON.stringify({ errorType: 'TypeError', errorMessage: 'x is not a function' });

    expect(await run({ problem: { code: 'TypeError', reason: cause } })).toMatchObject({ status: 'failed' });

    expect(bucket.glimpses).toBe(0);
    expect((await readOutcome(table, 'doc'))?.reason).toContain('(TypeError: x is not a function)');
  });

  it('is failed, not silent, when it is given nothing to go by', async ({ table, run }) => {
    expect(await run({})).toMatchObject({ status: 'failed' });
    expect(await readOutcome(table, 'doc')).toMatchObject({ code: 'UnexpectedInputError' });
  });

  it('needs review for a likely duplicate, with what was read, and takes back what was booked of it', async ({
    table,
    books,
    artifacts,
    run,
  }) => {
    await books.record({ documentId: 'doc', amountMinor: 4_320 });
    await books.drop({ documentId: 'doc', run: 2, amountMinor: 0 });
    artifacts.set('artifact', { ...aReading(), run: 2 });
    const cause = JSON.stringify({
      errorType: 'LikelyDuplicateError',
      errorMessage: 'receipts/alice/first.jpg is booked',
    });

    const problem = { code: 'LikelyDuplicateError', reason: cause };
    const { status, deliveries } = await run({ run: 2, readingKey: 'artifact', problem });

    expect(status).toBe('needs_review');
    expect(deliveries).toHaveLength(1);
    expect(await readOutcome(table, 'doc')).toMatchObject({
      code: 'LikelyDuplicateError',
      reason: 'receipts/alice/first.jpg is booked',
    });
    expect(await readDocument(table, 'doc')).toMatchObject({ category: 'groceries', allocations: [] });
    expect(await books.spentMinor()).toBe(0);
  });

  it('leaves what is booked in the books when a later step failed', async ({ books, run }) => {
    await books.record({ documentId: 'doc', amountMinor: 4_320 });

    const { status } = await run({ problem: { code: 'States.Timeout', reason: '' } });

    expect(status).toBe('completed');
    expect(await books.spentMinor()).toBe(4_320);
  });
});
