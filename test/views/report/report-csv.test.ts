import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportCsv } from '../../../views/report/report-csv.ts';
import { anyText } from '../../support/any-text.ts';
import { anExpense } from './an-expense.ts';

const HEAD = 'date,merchant,category,amount,currency,invoice_number,document_id\r\n';

describe('reportCsv', () => {
  it('writes one line an expense, with plain decimals and the currency beside', () => {
    const csv = reportCsv({
      expenses: [
        anExpense({ amountMinor: 123_456 }),
        anExpense({ amountMinor: 1_980, currency: 'JPY', vendor: '東京麺亭' }),
        anExpense({ amountMinor: -5, invoiceNumber: 'R-7' }),
      ],
    });

    expect(csv).toBe(
      `${HEAD}2026-11-10,Green Basket,groceries,1234.56,USD,,doc\r\n` +
        '2026-11-10,東京麺亭,groceries,1980,JPY,,doc\r\n2026-11-10,Green Basket,groceries,-0.05,USD,R-7,doc\r\n',
    );
  });

  it('marks a merchant that is not sure', () => {
    expect(reportCsv({ expenses: [anExpense({ isVendorUnsure: true })] })).toContain(',Green Basket?,');
  });

  it('writes the head alone when there is nothing', () => {
    expect(reportCsv({ expenses: [] })).toBe(HEAD);
  });

  it('makes text harmless that a spreadsheet would run', () => {
    const csv = reportCsv({ expenses: [anExpense({ vendor: '=HYPERLINK("http://x")' })] });

    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
  });

  it('gives back every merchant, whatever is in the name', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 12 }), (vendor) => {
        const [, row] = parseCsv(reportCsv({ expenses: [anExpense({ vendor })] }));

        expect(row).toHaveLength(7);
        expect((row?.[1] ?? '').replace(/^'(?=[=+\-@\t\r])/, '')).toBe(vendor.replace(/^'(?=[=+\-@\t\r])/, ''));
      }),
    );
  });
});

/** A reader of RFC 4180 of its own. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let rest = text;
  let row: string[] = [];
  while (rest !== '') {
    const [whole = '', quoted, plain, end] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest) ?? [];
    expect(whole).not.toBe('');
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    rest = rest.slice(whole.length);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
