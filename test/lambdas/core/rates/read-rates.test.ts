import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRatesFile } from '../../../../lambdas/core/rates/read-rates.ts';

const TODAY = '2026-11-20';
const read = (text: string) => readRatesFile(Buffer.from(text), TODAY);
const mistakesOf = (text: string): readonly string[] => {
  const result = read(text);
  return result.ok ? [] : result.mistakes;
};

describe('readRatesFile', () => {
  it('reads the daily file: spaces, a date in words, a comma at the end', () => {
    const text = 'Date, USD, JPY, GBP, \n20 November 2026, 1.0576, 162.10, 0.83250, \n';

    expect(read(text)).toEqual({
      ok: true,
      days: [{ date: '2026-11-20', rates: { USD: '1.0576', JPY: '162.10', GBP: '0.83250' } }],
    });
  });

  it('reads the history: ISO dates, newest first, N/A where no rate is known, replaced currencies not kept', () => {
    const text =
      'Date,USD,JPY,CYP,TRL,ISK,\n2026-11-20,1.0576,162.1,N/A,N/A,144.9,\n1999-01-04,1.1789,133.73,0.58231,372274,N/A,\n';

    expect(read(text)).toEqual({
      ok: true,
      days: [
        { date: '2026-11-20', rates: { USD: '1.0576', JPY: '162.1', ISK: '144.9' } },
        { date: '1999-01-04', rates: { USD: '1.1789', JPY: '133.73' } },
      ],
    });
  });

  it.each([
    ['a byte order mark and Windows line ends', '\ufeffDate,USD\r\n2026-11-20,1.1\r\n'],
    ['no comma and no line end at the end', 'Date,USD\n2026-11-20,1.1'],
    ['empty lines between', '\nDate,USD,\n\n2026-11-20,1.1,\n,,\n\n'],
    ['a short month', 'date,USD\n20 Nov 2026,1.1'],
  ])('takes %s', (_what, text) => {
    expect(read(text)).toEqual({ ok: true, days: [{ date: '2026-11-20', rates: { USD: '1.1' } }] });
  });

  it('takes a currency that only N/A stands under', () => {
    expect(read('Date,USD,RUB\n2026-11-20,1.1,N/A')).toEqual({
      ok: true,
      days: [{ date: '2026-11-20', rates: { USD: '1.1' } }],
    });
  });

  it('takes a day that is over elsewhere, and none that is still to come', () => {
    expect(read('Date,USD\n2026-11-21,1.1').ok).toBe(true);
    expect(mistakesOf('Date,USD\n2026-11-22,1.1')).toEqual([
      'line 2: expected no day that is still to come, got 2026-11-22',
    ]);
  });

  it.each([
    ['2026-11-19,1,05', 'line 2: expected 1 rates as in the header, got 2'],
    ['2026-11-19', 'line 2: expected 1 rates as in the header, got 0'],
    ['2026-11-19,"1.05"', 'line 2, USD: expected a rate such as 1.0576, or N/A, got "\\"1.05\\""'],
    ['2026-11-19,0.00', 'line 2, USD: expected a rate such as 1.0576, or N/A, got "0.00"'],
    ['2026-11-19,-1.05', 'line 2, USD: expected a rate such as 1.0576, or N/A, got "-1.05"'],
    ['2026-11-19,1e3', 'line 2, USD: expected a rate such as 1.0576, or N/A, got "1e3"'],
    ['2026-11-31,1.05', 'line 2: expected a day such as 2026-11-20 or 20 November 2026, got "2026-11-31"'],
    ['19.11.2026,1.05', 'line 2: expected a day such as 2026-11-20 or 20 November 2026, got "19.11.2026"'],
    ['19 Novembre 2026,1.05', 'line 2: expected a day such as 2026-11-20 or 20 November 2026, got "19 Novembre 2026"'],
    ['1998-12-31,1.05', 'line 2: expected a day from 1999-01-01 on, when the euro began, got 1998-12-31'],
  ])('fails on the line %j and says why', (line, mistake) => {
    expect(mistakesOf(`Date,USD\n${line}\n`)).toEqual([mistake]);
  });

  it.each([
    ['Date,USD,UDS', 'line 1, column 3: expected an ISO 4217 currency code such as USD, got "UDS"'],
    ['Date,USD,USD', 'line 1, column 3: USD is in column 2 already'],
    ['Date,EUR,USD', 'line 1, column 2: the rates are those of one euro; leave the column EUR out'],
    ['Date,,USD', 'line 1, column 2: expected an ISO 4217 currency code such as USD, got ""'],
  ])('fails on the header %j and says why', (header, mistake) => {
    expect(mistakesOf(`${header}\n2026-11-19,1.05,1.05\n`)).toEqual([mistake]);
  });

  it('fails on an empty cell, which may be a slip, where N/A would be meant', () => {
    expect(mistakesOf('Date,USD,JPY\n2026-11-19,,160')).toEqual([
      'line 2, USD: expected a rate such as 1.0576, or N/A, got ""',
    ]);
  });

  it('fails on a day that stands twice', () => {
    expect(mistakesOf('Date,USD\n2026-11-19,1.05\n19 November 2026,1.06')).toEqual([
      'line 3: 2026-11-19 stands on line 2 already',
    ]);
  });

  it('names every mistake in one go, by the lines of the file', () => {
    expect(
      mistakesOf('\nDate,USD,XYZ\n2026-11-19,1.05,x\n\n2026-13-01,1.05,2').map((text) => text.split(':')[0]),
    ).toEqual(['line 2, column 3', 'line 3, XYZ', 'line 5']);
  });

  it.each([
    ['nothing', ''],
    ['a ZIP file', 'PK\u0003\u0004'],
    ['a web page', '<!DOCTYPE html>\n<html>'],
    ['semicolons', 'Date;USD\n2026-11-19;1.05'],
  ])('fails on %s', (_what, text) => {
    expect(mistakesOf(text)[0]).toMatch(/^line 1: expected a CSV file of the European Central Bank/);
  });

  it('fails on a file that is no text, and on one without a day', () => {
    expect(readRatesFile(Uint8Array.of(0x50, 0x4b, 0xff, 0xfe), TODAY)).toMatchObject({ ok: false });
    expect(mistakesOf('Date,USD\n')).toEqual(['line 2: expected at least one day with rates, got none']);
    expect(mistakesOf('Date\n2026-11-19')).toEqual([
      'line 1, column 2: expected a currency code such as USD, got none',
    ]);
  });

  it('reads back what it is given, whatever the days and rates', () => {
    const aDay = fc
      .date({ min: new Date('1999-01-01'), max: new Date('2026-11-20'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const aRate = fc
      .tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 9999 }))
      .map((p) => p.join('.'));
    fc.assert(
      fc.property(
        fc.uniqueArray(aDay, { minLength: 1, maxLength: 20 }),
        fc.array(fc.option(aRate, { nil: 'N/A' }), { minLength: 40, maxLength: 40 }),
        fc.constantFrom(',', ', '),
        (dates, rates, comma) => {
          const rows = dates.map((date, index) => [date, rates[index * 2], rates[index * 2 + 1]]);
          const text = [['Date', 'USD', 'JPY'], ...rows].map((cells) => `${cells.join(comma)},`).join('\n');

          const known = rows.map(([date, USD, JPY]) => ({
            date,
            rates: { ...(USD === 'N/A' ? {} : { USD }), ...(JPY === 'N/A' ? {} : { JPY }) },
          }));
          expect(read(text)).toEqual({ ok: true, days: known });
        },
      ),
    );
  });
});
