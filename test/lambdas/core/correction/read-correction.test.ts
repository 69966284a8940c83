import { describe, expect, it } from 'vitest';
import { readCorrection } from '../../../../lambdas/core/correction/read-correction.ts';
import { describeMistake } from '../../../../lambdas/core/yaml/read-yaml.ts';

const read = (text: string) => readCorrection(Buffer.from(text), '2026-11-20');
const mistakesIn = (text: string): string[] => {
  const result = read(text);
  return result.ok ? [] : result.mistakes.map(describeMistake);
};

describe('readCorrection', () => {
  it('reads what is stated from YAML and JSON', () => {
    const expected = { ok: true, value: { total: '-12.34', date: '2026-11-20', currency: 'EUR', category: 'dining' } };

    expect(read('total: "-12.34"\ndate: 2026-11-20\ncurrency: eur\ncategory: Dining\n')).toEqual(expected);
    expect(read('{"total": "-12.34", "date": "2026-11-20", "currency": "EUR", "category": "dining"}')).toEqual(
      expected,
    );
  });

  it('names all mistakes at once, each with its line', () => {
    expect(mistakesIn('why: torn\ntotal: 12\nvendro: Shop\n')).toEqual([
      'line 2, total: expected the amount as text in quotes, such as "12.34"',
      'line 3, vendro: unknown key "vendro"; did you mean "vendor"?',
    ]);
  });

  it('fails on days that have begun nowhere yet', () => {
    expect(mistakesIn('date: 2062-11-18\npaid: 2026-11-21\n')).toEqual([
      'line 1, date: expected no day that is still to come, got 2062-11-18',
      'line 2, paid: expected no day that is still to come, got 2026-11-21',
    ]);
    expect(read('date: 2026-11-20\npaid: 2026-11-20\n').ok).toBe(true);
    expect(mistakesIn('date: 9999-12-32\n')).toHaveLength(1);
  });

  it('fails on control characters, which would steer who shows them', () => {
    expect(mistakesIn('total: "1.00"\nvendor: "Cafe\\e[2J Luna"\n')).toEqual([
      'line 2: expected text without control characters, got "Cafe·[2J Luna"; write it again by hand',
    ]);
    expect(mistakesIn('"ven\\u202edor": Luna\n')[0]).toContain('expected text without control characters');
    expect(read('total: "1.00"\nwhy: "torn\\nand wet"\n').ok).toBe(true);
  });

  it.each(['', 'why: because\n', '{}'])('fails on %j, which states nothing', (text) => {
    expect(mistakesIn(text)).toEqual([
      'line 1: expected at least one of total, date, currency, category, vendor, paid, readAll, ignore',
    ]);
  });

  it.each([
    ['paid: true\n', { paid: true }],
    ['paid: 2026-11-20\ncategory: utilities\n', { paid: '2026-11-20', category: 'utilities' }],
  ])('takes %j, alone and beside others', (text, value) => {
    expect(read(text)).toEqual({ ok: true, value });
  });

  it.each(['false', '2026-02-30', '"yesterday"', '20261120'])('fails on paid: %s', (paid) => {
    expect(mistakesIn(`paid: ${paid}\n`)).toEqual([
      'line 1, paid: expected true, or the day of the payment, such as 2026-11-20; leave paid out where it is not paid',
    ]);
  });

  it('fails on a payment beside ignore: true', () => {
    expect(mistakesIn('ignore: true\npaid: true\n')).toEqual([
      'line 2, paid: nothing is counted with ignore: true; leave one of them out',
    ]);
  });

  it('says of a misspelt key only that', () => {
    expect(mistakesIn('totl: "1.00"\n')).toEqual(['line 1, totl: unknown key "totl"; did you mean "total"?']);
  });

  it('fails on an amount beside ignore: true', () => {
    expect(mistakesIn('ignore: true\ntotal: "1.00"\n')).toEqual([
      'line 2, total: nothing is counted with ignore: true; leave one of them out',
    ]);
  });

  it.each(['[1, 2]', 'just words', 'total: ['])('fails on %j, which is no correction', (text) => {
    expect(mistakesIn(text)).toHaveLength(1);
  });

  it('counts the decimals of the stated currency', () => {
    expect(mistakesIn('currency: JPY\ntotal: "12.34"\n')).toEqual([
      'line 2, total: expected at most 0 decimals in JPY',
    ]);
    expect(mistakesIn('currency: KWD\ntotal: "12.345"\n')).toEqual([]);
  });
});
