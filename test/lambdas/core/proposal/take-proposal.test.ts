import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choicesOf } from '../../../../lambdas/core/correction/choices.ts';
import { parseCalendarDate } from '../../../../lambdas/core/ground/calendar-date.ts';
import { parseCurrencyCode } from '../../../../lambdas/core/ground/currency.ts';
import { formatDecimal, money } from '../../../../lambdas/core/ground/money.ts';
import type { Proposal } from '../../../../lambdas/core/proposal/proposal.ts';
import { categoryOfProposal, takeProposal } from '../../../../lambdas/core/proposal/take-proposal.ts';
import type { StructuredExpense } from '../../../../lambdas/core/reading/structured-expense.ts';
import { anOpenExpense, PAPER } from './a-proposal.ts';

const take = (says: Proposal, over: Partial<StructuredExpense> = {}, rows = PAPER.rows) =>
  takeProposal(anOpenExpense(over), says, { ...PAPER, rows });

const refused = (...from: Parameters<typeof take>) => {
  const { status, total, evidence } = take(...from);
  expect({ status, total }).toEqual({ status: 'needs_review', total: undefined });
  return evidence.at(-1);
};

describe('a proposed total', () => {
  it('is taken where it is printed last, is the largest, and the items come to it', () => {
    expect(take({ total: '20.00' })).toMatchObject({
      status: 'completed',
      reasons: [],
      total: { amountMinor: 2000, currency: 'EUR' },
      itemsComplete: true,
      evidence: ['Amazon Bedrock proposes the total 20.00: it is printed, and the items come to it'],
    });
  });

  it.each([
    ['printed nowhere', '19.00', PAPER.rows, 'it is printed nowhere as an amount'],
    ['one of the goods', '12.00', PAPER.rows, 'a larger amount is printed'],
    ['before what was given', '20.00', [...PAPER.rows, 'Norp  50.00', 'Quib  30.00'], 'a larger amount is printed'],
    [
      'before what was taken off',
      '20.00',
      [...PAPER.rows, 'Norp  2.00', 'Quib  18.00'],
      'another amount is printed below it',
    ],
    [
      'before a number that may have lost its point',
      '20.00',
      [...PAPER.rows, 'Quib 1800'],
      'another amount is printed below it',
    ],
    ['below zero', '-20.00', PAPER.rows, 'which way the money went is not shown'],
    ['of too many decimals', '20.001', PAPER.rows, 'it is no amount in EUR'],
  ])('is not taken where it is %s, and says so', (_, total, rows, why) => {
    expect(refused({ total }, {}, rows)).toBe(`Amazon Bedrock proposes the total ${total}: not taken, ${why}`);
  });

  it('is not taken where an item has no amount, for then they do not come to it', () => {
    const lineItems = [...anOpenExpense().lineItems, { description: 'Gug' }];

    expect(refused({ total: '20.00' }, { lineItems })).toContain('the items do not come to it');
  });

  it('is not taken where one item alone comes to it', () => {
    const lineItems = [{ description: 'Wug', amount: money(2000, 'EUR') }];

    expect(refused({ total: '20.00' }, { lineItems })).toContain('the items do not come to it');
  });

  it('does not replace one that was read and is in doubt, and stands first among the choices where it is printed', () => {
    const doubted = take({ total: '20.00' }, { total: money(2300, 'EUR') }, [...PAPER.rows, 'Total 23.00']);

    expect(doubted).toMatchObject({ status: 'needs_review', total: { amountMinor: 2300 } });
    expect(doubted.reasons[0]?.message).toBe('no total was found; Amazon Bedrock proposes 20.00');
    expect(choicesOf(doubted)).toEqual(['total: "23.00"', 'total: "20.00"']);
  });

  it('settles nothing else: a document without a date stays in review, with the total', () => {
    const reasons = [...anOpenExpense().reasons, { code: 'DateUnreadableError', message: 'no date' } as const];

    expect(take({ total: '20.00' }, { reasons })).toMatchObject({
      status: 'needs_review',
      total: { amountMinor: 2000 },
      reasons: [{ code: 'DateUnreadableError' }],
    });
  });

  it.each([
    'NotPaidError',
    'PagesUnreadError',
    'InvoiceUnclearError',
    'TotalsDisagreeError',
  ] as const)('does not settle %s', (code) => {
    const reasons = [{ code, message: 'a doubt' }];

    expect(take({ total: '20.00' }, { reasons })).toMatchObject({ status: 'needs_review', reasons: [{ code }] });
  });

  it('never books against arithmetic, whatever is printed, read and proposed', () => {
    const amount = fc.integer({ min: -300, max: 3000 });
    let timesTaken = 0;
    const doubt = fc.constantFrom('TotalUnreadableError', 'TotalsDisagreeError', 'NotPaidError', 'DateUnreadableError');
    fc.assert(
      fc.property(
        fc.array(amount, { maxLength: 4 }),
        fc.array(amount, { maxLength: 4 }),
        fc.array(doubt, { minLength: 1, maxLength: 2 }),
        fc.option(amount, { nil: undefined, freq: 1 }),
        fc.boolean(),
        fc.boolean(),
        amount,
        (items, further, codes, read, isSum, isPrinted, other) => {
          const sum = items.reduce((all, one) => all + one, 0);
          const below = isPrinted ? [...further, sum] : further;
          const proposed = isSum ? sum : other;
          const text = (minor: number) => formatDecimal(money(minor, 'EUR'));
          const rows = [...items, ...below].map((minor) => `Wug  ${text(minor)}`);
          const expense = anOpenExpense({
            reasons: codes.map((code) => ({ code, message: 'a doubt' })),
            lineItems: items.map((minor) => ({ description: 'Wug', amount: money(minor, 'EUR') })),
            ...(read === undefined ? {} : { total: money(read, 'EUR') }),
          });

          const taken = takeProposal(expense, { total: text(proposed) }, { ...PAPER, rows });

          if (taken.total?.amountMinor === read) {
            expect(taken.status).toBe('needs_review');
            return;
          }
          // It was taken: nothing was read instead, and all that is printed speaks for it.
          timesTaken += 1;
          expect(read).toBeUndefined();
          expect(taken.total?.amountMinor).toBe(sum);
          expect(sum).toBe(proposed);
          expect(below.map(Math.abs)).toContain(sum);
          expect(Math.max(...[...items, ...below].map(Math.abs))).toBe(sum);
          expect(Math.abs(below.at(-1) ?? 0)).toBe(sum);
        },
      ),
      { numRuns: 3000 },
    );
    expect(timesTaken).toBeGreaterThan(0);
  });
});

describe('a proposed date', () => {
  const [first, second] = ['2026-10-11', '2026-11-10'].map(parseCalendarDate) as [never, never];
  const between = (days: readonly never[]): Partial<StructuredExpense> => ({
    purchasedOn: first,
    total: money(2000, 'EUR'),
    reasons: [{ code: 'DateUnreadableError', message: 'the date may be one of two', between: days }],
  });

  it('is taken where the print may mean it', () => {
    expect(take({ date: second }, between([first, second]))).toMatchObject({
      status: 'completed',
      purchasedOn: second,
      evidence: [`Amazon Bedrock proposes the date ${second}: the print may mean it`],
    });
  });

  it('is left to the person where the print is not read so, and stands among the choices', () => {
    const left = take({ date: '2026-11-12' }, between([first, second]));

    expect(left).toMatchObject({ status: 'needs_review', purchasedOn: first });
    expect(choicesOf(left)).toEqual([`date: ${first}`, 'date: 2026-11-12']);
  });

  it.each(['2026-12-10', '2024-11-10'])('is left to the person where it is to come or far back: %s', (day) => {
    const days = [first, parseCalendarDate(day)] as never[];

    expect(take({ date: day }, between(days))).toMatchObject({ status: 'needs_review', purchasedOn: first });
  });

  it.each([
    { code: 'DateUnreadableError', message: 'hardly legible' },
    { code: 'DateImplausibleError', message: 'it lies in the future' },
  ] as const)('does not settle that it is $message', (reason) => {
    const left = take({ date: first }, { purchasedOn: first, total: money(2000, 'EUR'), reasons: [reason] });

    expect(left.status).toBe('needs_review');
  });
});

describe('a choice', () => {
  it('is nothing that no correction could state', () => {
    const reasons = [...anOpenExpense().reasons, { code: 'DateUnreadableError', message: 'no date' } as const];
    const { purchasedOn: _, ...undated } = anOpenExpense({ reasons });

    expect(choicesOf(takeProposal(undated, { total: '20.001', date: '2026-12-01' }, PAPER))).toEqual([]);
    expect(choicesOf(takeProposal(undated, { total: '19.00', date: '2026-11-19' }, PAPER))).toEqual([
      'total: "19.00"',
      'date: 2026-11-19',
    ]);
  });
});

describe('a proposed currency', () => {
  it('is a choice, and never taken', () => {
    const { currency: _, ...unknown } = anOpenExpense({
      reasons: [{ code: 'CurrencyUnknownError', message: '"$" is of several currencies' }],
    });

    const left = takeProposal(unknown, { currency: parseCurrencyCode('CAD'), total: '20.00' }, PAPER);

    expect(left).not.toHaveProperty('currency');
    expect(left).toMatchObject({ status: 'needs_review' });
    expect(choicesOf(left)).toEqual(['currency: CAD']);
  });
});

describe('a proposed vendor', () => {
  it('is shown where it is printed, as unsure as the name before', () => {
    const unsure = { name: 'Main Street 5', isUnsure: true } as const;

    expect(take({ vendor: 'ZORG BLIP' }, { vendor: unsure }).vendor).toEqual({
      name: 'ZORG BLIP',
      isUnsure: true,
      runnerUp: 'Main Street 5',
    });
  });

  it('is not taken where it is printed nowhere, or another name is sure', () => {
    const unsure = { name: 'Main Street 5', isUnsure: true } as const;

    expect(take({ vendor: 'Rewe' }, { vendor: unsure }).vendor).toEqual(unsure);
    expect(take({ vendor: 'Wug' }).vendor).toEqual({ name: 'Zorg Blip' });
  });
});

describe('an invoice with data of its own', () => {
  it('is left as its data say it', () => {
    const stated = anOpenExpense({ isFromData: true });

    expect(takeProposal(stated, { total: '20.00', vendor: 'Wug', date: '2026-11-10' }, PAPER)).toBe(stated);
  });
});

describe('a proposed category', () => {
  const known = ['travel', 'pottery', 'other'];
  const of = (says: Proposal) => categoryOfProposal({ model: 'amazon.nova-lite-v1:0', says }, known);

  it('is taken by its name, and says who proposed it and why', () => {
    expect(of({ category: 'pottery', because: 'it sells clay' })).toEqual({
      category: 'pottery',
      by: 'bedrock',
      because: 'Amazon Bedrock (amazon.nova-lite-v1:0) proposes it: it sells clay',
    });
  });

  it.each(['other', 'bribes', undefined])('is none where it is not among the known ones: %s', (category) => {
    expect(of(category === undefined ? {} : { category })).toBeUndefined();
  });
});
