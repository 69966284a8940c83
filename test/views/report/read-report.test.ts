import { stripVTControlCharacters } from 'node:util';
import { describe, expect } from 'vitest';
import { createDocument } from '../../../lambdas/adapters/document-store.ts';
import { closeDocument } from '../../../lambdas/adapters/outcome-store.ts';
import { monthOf } from '../../../lambdas/core/budget/period.ts';
import { type ReportRequest, readReport } from '../../../views/report/read-report.ts';
import { reportJson } from '../../../views/report/report-json.ts';
import { reportText } from '../../../views/report/report-text.ts';
import { aDocument, NOW, type Receipt, USER } from '../../support/books.ts';
import { it as base } from '../../support/fixtures.ts';
import { anExpense } from './an-expense.ts';

const it = base
  .extend(
    'report',
    ({ table }) =>
      (over: Partial<ReportRequest> = {}) =>
        readReport(table, { userId: USER, now: NOW, ...over }),
  )
  .extend('spend', ({ books }) => async (...receipts: Receipt[]) => {
    for (const receipt of receipts) await books.dropAndRun(receipt);
  })
  .extend(
    'plan',
    ({ books }) =>
      () =>
        books.plan([
          { category: 'total', limitMinor: 100_000, thresholds: [50, 100] },
          { category: 'groceries', limitMinor: 25_000, thresholds: [50, 80, 100] },
        ]),
  );

describe('readReport', () => {
  it('shows budgets with their pace, the one on everything last', async ({ report, spend, plan }) => {
    await plan();
    await spend({ documentId: 'd1', amountMinor: 20_599 });

    const { budgets, period } = await report();

    expect(period).toEqual({ start: '2026-11-01', end: '2026-11-30' });
    expect(budgets).toMatchObject([
      { category: 'groceries', spent: { amountMinor: 20_599, currency: 'USD' }, percent: 82, pace: { daysLeft: 10 } },
      { category: 'total', percent: 20 },
    ]);
  });

  it('lists expenses newest first, and only those of the days asked for', async ({ report, spend }) => {
    await spend(
      { documentId: 'd1', amountMinor: 100, date: '2026-10-31' },
      { documentId: 'd2', amountMinor: 200, date: '2026-11-01' },
      { documentId: 'd3', amountMinor: 300, date: '2026-11-30' },
      { documentId: 'd4', amountMinor: 400, date: '2026-12-01' },
    );

    expect((await report()).expenses.map(({ documentId }) => documentId)).toEqual(['d3', 'd2']);
    const period = { start: '2026-10-31', end: '2026-11-01' };
    expect((await report({ period })).expenses.map(({ documentId }) => documentId)).toEqual(['d2', 'd1']);
  });

  it('points to the latest expense when these days have none', async ({ report, spend }) => {
    await spend(
      { documentId: 'd1', amountMinor: 100 },
      { documentId: 'd2', amountMinor: 100, category: 'pets', date: '2026-09-09' },
    );

    const text = async (over: Partial<ReportRequest>) => reportText(await report(over)).join('\n');

    expect(await text({ period: monthOf('2027-01-01') })).toContain('the latest is of 2026-11-10: --month 2026-11');
    expect(await text({ category: 'pets' })).toContain('the latest is of 2026-09-09: --month 2026-09');
  });

  it('keeps to one category, with the budgets that cover it', async ({ report, spend, plan }) => {
    await plan();
    await spend(
      { documentId: 'd1', amountMinor: 100 },
      { documentId: 'd2', amountMinor: 200, category: 'dining', date: '2026-11-11' },
    );

    const { expenses, byCategory, budgets } = await report({ category: 'dining' });

    expect(expenses.map(({ documentId }) => documentId)).toEqual(['d2']);
    expect(byCategory.map(({ name }) => name)).toEqual(['dining']);
    expect(budgets.map(({ category }) => category)).toEqual(['total']);
  });

  it('lists what waits for the person with its reason, whatever its day', async ({ books, outbox, report }) => {
    await books.drop({ documentId: 'd1', amountMinor: 0 });
    const outcome = {
      status: 'needs_review',
      run: 1,
      updatedAt: '2026-11-20T12:00:00.000Z',
      reason: 'no total',
    } as const;
    await closeDocument(outbox, { documentId: 'd1', outcome });

    const { attention } = await report({ period: monthOf('2027-03-01') });

    expect(attention).toMatchObject([{ documentId: 'd1', status: 'needs_review', reason: 'no total' }]);
  });

  it('lists a plan that was not taken until a later one is', async ({ table, outbox, report, plan }) => {
    const updatedAt = '2026-11-20T12:00:00.000Z';
    const outcome = { status: 'rejected', run: 1, updatedAt, code: 'PlanInvalidError' } as const;
    for (const [documentId, uploadedAt] of [
      ['before', '2026-10-31T00:00:00.000Z'],
      ['after', '2026-11-20T00:00:00.000Z'],
    ] as const) {
      const dropped = { ...aDocument({ documentId }), workflow: 'apply-plan', uploadedAt } as const;
      await createDocument(table, dropped, { status: 'pending', run: 1, updatedAt });
      await closeDocument(outbox, { documentId, outcome });
    }
    const listed = async () => (await report()).attention.map(({ documentId }) => documentId);

    const withoutPlan = await listed();
    await plan();

    expect(withoutPlan).toEqual(['after', 'before']);
    expect(await listed()).toEqual(['after']);
  });

  it('lists files by their status and the day they were dropped', async ({ books, report, spend }) => {
    await spend({ documentId: 'd1', amountMinor: 100 });
    await books.drop({ documentId: 'd2', amountMinor: 100 });

    expect((await report({ status: 'completed' })).documents?.map(({ documentId }) => documentId)).toEqual(['d1']);
    expect((await report({ status: 'pending' })).documents?.map(({ documentId }) => documentId)).toEqual(['d2']);
    expect((await report({ status: 'completed', period: monthOf('2026-10-01') })).documents).toEqual([]);
    expect((await report()).documents).toBeUndefined();
  });

  it('lists the messages that were sent in these days', async ({ report, spend, plan }) => {
    await plan();
    await spend({ documentId: 'd1', amountMinor: 20_599 });

    expect((await report()).messages).toMatchObject([
      { protocol: 'email', address: 'alice@example.com', outcome: 'accepted', contactStatus: 'confirmed' },
    ]);
    expect((await report({ period: monthOf('2026-10-01') })).messages).toEqual([]);
  });

  it('leaves out other people', async ({ report, spend }) => {
    await spend({ documentId: 'd1', amountMinor: 100 });

    const other = await report({ userId: 'alic' });

    expect(other).toMatchObject({ expenses: [], attention: [], messages: [] });
  });
});

describe('reportText', () => {
  it('keeps to a hundred columns', async ({ books, outbox, report, spend, plan }) => {
    await plan();
    await spend({ documentId: 'd1', amountMinor: 20_599 }, { documentId: 'd2', amountMinor: 12_345_678 });
    await books.drop({ documentId: 'd3', amountMinor: 0 });
    const reason = 'a reason of many words '.repeat(20);
    const code = 'UnsupportedFormatError';
    const outcome = { status: 'rejected', run: 1, updatedAt: '2026-11-20T12:00:00.000Z', code, reason } as const;
    await closeDocument(outbox, { documentId: 'd3', outcome });

    const lines = reportText(await report()).map(stripVTControlCharacters);

    expect(lines.filter((line) => line.length > 100)).toEqual([]);
    expect(lines.join('\n')).toContain('10 days left; 123,496.10 above an even pace');
    expect(lines.join('\n')).toContain('a reason of many words');
  });

  it('says once of a document what is missing of its items', async ({ report }) => {
    const itemsRemark = '4 items read, 29.61 of the subtotal missing';
    const expenses = [anExpense({ itemsRemark }), anExpense({ itemsRemark, category: 'alcohol' })];

    const lines = reportText({ ...(await report()), expenses }).map(stripVTControlCharacters);

    expect(lines.filter((line) => line.includes(itemsRemark))).toHaveLength(1);
  });

  it('says of a category that it was proposed by Amazon Bedrock', async ({ report }) => {
    const because = 'Amazon Bedrock (amazon.nova-lite-v1:0) proposes it: a soap';
    const expenses = [anExpense({ categoryBy: 'bedrock', categoryBecause: because })];
    const proposed = { ...(await report()), expenses };

    const lines = reportText(proposed).map(stripVTControlCharacters);

    expect(lines.map((line) => line.trim())).toContain('the category is proposed by Amazon Bedrock');
    expect(reportJson(proposed)).toMatchObject({
      expenses: [{ categoryBy: 'bedrock', categoryBecause: because }],
    });
  });

  it('lists what is to be paid, and says of each expense when it is, or that it was', async ({ report, spend }) => {
    const bill = (documentId: string, facts: Readonly<Record<string, unknown>>) =>
      spend({ documentId, amountMinor: 26_482, facts });
    await bill('over', { dueOn: '2026-11-18', vendor: 'City Power' });
    await bill('long-over', { dueOn: '2026-11-05', vendor: 'City Water' });
    await bill('paid', { dueOn: '2026-11-21', isPaid: true, paidOn: '2026-11-19' });
    const half = (dueOn: string) => ({ dueOn, amountDue: { amountMinor: 13_241, currency: 'USD' } });
    await bill('halves', { dueOn: '2026-11-20', instalments: [half('2026-11-20'), half('2026-12-20')] });
    await bill('part', { dueOn: '2026-12-24', amountDue: { amountMinor: 6_482, currency: 'USD' } });

    const lines = reportText(await report()).map(stripVTControlCharacters);

    expect(lines.slice(lines.indexOf('To pay') + 1, lines.indexOf('To pay') + 6).map((line) => line.trim())).toEqual([
      expect.stringMatching(/^2026-11-18 {2}City Power +264\.82 USD {2}over$/),
      expect.stringMatching(/^2026-11-20 {2}Green Basket \(1 of 2\) +132\.41 USD {2}halves$/),
      expect.stringMatching(/^2026-12-20 {2}Green Basket \(2 of 2\) +132\.41 USD {2}halves$/),
      expect.stringMatching(/^2026-12-24 {2}Green Basket +64\.82 USD {2}part$/),
      'say what is paid with paid: true in corrections/alice/DOCUMENT.yaml',
    ]);
    const below = lines.map((line) => line.trim());
    expect(below).toContain('due 2026-11-18');
    expect(below).toContain('due 2026-11-20, 132.41 USD of it; due 2026-12-20, 132.41 USD of it');
    expect(below).toContain('paid 2026-11-19');
    expect(below).toContain('due 2026-12-24, 64.82 USD of it');
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
  });

  it('says that nothing is checked without a plan', async ({ report }) => {
    expect(reportText(await report()).join('\n')).toContain(
      'there is no plan: nothing is checked; drop budgets/alice.yaml',
    );
  });
});

describe('reportJson', () => {
  it('has the documented shape', async ({ report, spend, plan }) => {
    await plan();
    await spend({ documentId: 'd1', amountMinor: 20_599 });
    await spend({ documentId: 'd2', amountMinor: 700, date: '2026-10-09', facts: { dueOn: '2026-12-24' } });

    expect(JSON.parse(JSON.stringify(reportJson(await report())))).toEqual({
      user: 'alice',
      name: 'Alice',
      planInForce: true,
      from: '2026-11-01',
      to: '2026-11-30',
      category: null,
      budgets: [
        {
          category: 'groceries',
          categories: null,
          name: null,
          period: 'month',
          from: '2026-11-01',
          to: '2026-11-30',
          limit: { decimal: '250.00', minor: 25_000, currency: 'USD' },
          carried: { decimal: '0.00', minor: 0, currency: 'USD' },
          spent: { decimal: '205.99', minor: 20_599, currency: 'USD' },
          converted: false,
          percent: 82,
          apart: [],
          thresholds: [50, 80, 100],
          amountThresholds: [],
          forecast: false,
          pace: {
            daysLeft: 10,
            even: { decimal: '166.67', minor: 16_667, currency: 'USD' },
            projected: { decimal: '308.99', minor: 30_899, currency: 'USD' },
          },
        },
        expect.objectContaining({ category: 'total' }),
      ],
      expenses: [
        {
          date: '2026-11-10',
          merchant: 'Green Basket',
          merchantIsSure: true,
          category: 'groceries',
          categoryBy: null,
          categoryBecause: null,
          amount: { decimal: '205.99', minor: 20_599, currency: 'USD' },
          invoiceNumber: null,
          documentId: 'd1',
          tip: null,
          serviceCharge: null,
          discount: null,
          dueOn: null,
          amountDue: null,
          instalments: null,
          paid: false,
          paidOn: null,
          itemsComplete: null,
          itemsRemark: null,
        },
      ],
      byCategory: [
        {
          category: 'groceries',
          amount: { decimal: '205.99', minor: 20_599, currency: 'USD' },
          converted: false,
          expenses: 1,
        },
      ],
      byMerchant: [
        {
          merchant: 'Green Basket',
          amount: { decimal: '205.99', minor: 20_599, currency: 'USD' },
          converted: false,
          expenses: 1,
        },
      ],
      openInvoices: [
        {
          documentId: 'd2',
          dueOn: '2026-12-24',
          amountDue: { decimal: '7.00', minor: 700, currency: 'USD' },
          merchant: 'Green Basket',
          instalment: null,
        },
      ],
      attention: [],
      messages: [
        {
          sentAt: '2026-11-20T12:00:00.000Z',
          protocol: 'email',
          address: 'alice@example.com',
          outcome: 'accepted',
          contactStatus: 'confirmed',
          subject: expect.stringContaining('Groceries'),
          error: null,
        },
      ],
    });
  });
});
