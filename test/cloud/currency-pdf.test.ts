import module from 'node:module';
import { openDocument } from 'laptop-cloud/textract/open-document';
import { analysePage } from 'laptop-cloud/textract/pages/analyse-page';
import { describe, expect, it } from 'vitest';
import { finished, newPdf } from '../../events/samples/pdf.ts';
import { structureExpense } from '../../lambdas/core/reading/structure-expense.ts';

const font = module.createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');

/** Prints rows of a label and an amount as a PDF of digital text, and reads it as the laptop does. */
async function readPrinted(rows: readonly (readonly [string, string?])[], currency: string, isPdf = true) {
  const pdf = newPdf('receipt');
  pdf.addPage().font(font).fontSize(11);
  rows.forEach(([label, amount], row) => {
    pdf.text(label, 54, 54 + row * 20);
    if (amount !== undefined) pdf.text(amount, 400, 54 + row * 20, { width: 120, align: 'right' });
  });
  const document = await openDocument(await finished(pdf));
  const noModels = () => Promise.reject(new Error('a digital page needs no networks'));
  const analysis = await analysePage(document, { index: 0, seed: 'seed', thisYear: 2026 }, noModels);
  document.close();
  return structureExpense([analysis], { locale: 'en-GB', currency, today: '2026-11-29' }, { isPdf });
}

const shop = [['Alpenblick AG'], ['Bahnhofstrasse 1, 8001 Zürich'], ['2026-11-07 12:30']] as const;

describe('a digital PDF', () => {
  it('is booked in the currency that its items add up in, of the two that its total is printed in', async () => {
    const expense = await readPrinted(
      [...shop, ['Fondue', '30.00'], ['Käse', '24.00'], ['Total CHF', '54.00'], ['Total EUR', '57.20']],
      'EUR',
    );

    expect(expense).toMatchObject({ status: 'completed', total: { amountMinor: 5400, currency: 'CHF' } });
  });

  it('is booked in the currency that a line of its own states', async () => {
    const expense = await readPrinted(
      [
        ['Northwind Ltd'],
        ['Invoice 2026-118'],
        ['Date: 12 November 2026'],
        ['Currency', 'EUR'],
        ['Work', '2,000.00'],
        ['Total', '2,000.00'],
      ],
      'GBP',
    );

    expect(expense).toMatchObject({ status: 'completed', total: { amountMinor: 200_000, currency: 'EUR' } });
  });

  it.each([
    ['Nairobi, Kenya', 'KSh 1,150.00', 'KES', 115_000],
    ['София', '11,50 лв.', 'BGN', 1150],
    ['Kathmandu, Nepal', 'Rs. 1,150.00', 'NPR', 115_000],
  ])('is booked by a sign of letters, in %s: %s', async (place, amount, currency, amountMinor) => {
    const expense = await readPrinted(
      [['Elm Corner'], [place], ['2026-11-07 12:30'], ['Chair', amount], ['Total', amount]],
      'USD',
    );

    expect(expense).toMatchObject({ status: 'completed', total: { amountMinor, currency } });
  });

  it('is not asked for in a sharper picture', async () => {
    const rows = [
      ['Elm Corner'],
      ['2026-11-07 12:30'],
      ['Chair', '11.50'],
      ['Lamp', '7.00'],
      ['Total', '20.00'],
    ] as const;
    const ofPdf = await readPrinted(rows, 'GBP');
    const ofPhoto = await readPrinted(rows, 'GBP', false);

    expect(ofPhoto.reasons.map(({ message }) => message).join()).toMatch(/drop a (?:sharper )?picture/);
    expect(ofPdf.reasons.map(({ message }) => message).join()).not.toContain('picture');
    expect(ofPdf.reasons.map(({ message }) => message).join()).toContain('compare it with the PDF');
  });
});
