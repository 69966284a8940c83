import { describe, expect, it } from 'vitest';
import { codes, read } from './read-document.ts';

const german = { locale: 'de-DE', currency: 'EUR' };
const colombian = { locale: 'es-CO', currency: 'COP' };
const total = (text: string) => ({ type: 'TOTAL', label: 'Total', text });
const tax = (label: string, text: string) => ({ type: 'TAX', label, text });
/** Of goods that were not read, so that neither they nor that nothing else is printed confirm the total. */
const lines = ['Broken 1.234,56', 'Total'];

describe('a tax in the total, printed with its rate', () => {
  it.each([
    ['to the cent', total('119,00'), tax('enthält MwSt 19 %', '19,00'), german, 11900],
    ['rounded', total('99,99'), tax('inkl. MwSt 19 %', '15,96'), german, 9999],
    ['at a rate with decimals', total('210,60'), tax('TVA 5,3 % incluse', '10,60'), german, 21060],
    ['in whole pesos', total('1.066.050'), tax('incluye IVA 19%', '170.210'), colombian, 106605000],
  ] as const)('confirms it: %s', (_, printed, taxIn, person, amountMinor) => {
    const expense = read([printed, taxIn], { ...person, lines });

    expect(expense).toMatchObject({ status: 'completed', total: { amountMinor } });
    expect(expense.evidence.join()).toContain('holds the printed tax at its rate');
  });

  it.each([
    ['the tax is another', [total('119,00'), tax('MwSt 19 %', '19,10')]],
    ['no rate is printed', [total('119,00'), tax('MwSt', '19,00')]],
    ['two rates are printed', [total('119,00'), tax('MwSt 19 % / 7 %', '19,00')]],
    ['there are two taxes', [total('119,00'), tax('MwSt 19 %', '19,00'), tax('MwSt 7 %', '1,40')]],
    ['the tax is that of many totals', [total('3,00'), tax('MwSt 19 %', '0,48')]],
    ['the total was read badly', [{ ...total('119,00'), confidence: 80 }, tax('MwSt 19 %', '19,00')]],
    ['a tip comes on top', [total('119,00'), tax('MwSt 19 %', '19,00'), { type: 'OTHER', label: 'Tip', text: '5,00' }]],
    [
      'shipping comes on top',
      [total('119,00'), tax('MwSt 19 %', '19,00'), { type: 'OTHER', label: 'Versand', text: '5,00' }],
    ],
    ['a larger total is printed', [total('119,00'), tax('MwSt 19 %', '19,00'), { ...total('124,00'), label: 'Summe' }]],
    ['only a subtotal holds it', [{ type: 'SUBTOTAL', label: 'Subtotal', text: '119,00' }, tax('MwSt 19 %', '19,00')]],
  ] as const)('does not where %s', (_, fields) => {
    const expense = read([...fields], { ...german, lines });

    expect(expense.status).toBe('needs_review');
    expect(codes(expense)).toHaveLength(1);
  });

  it('does not outweigh what was given less the change', () => {
    const expense = read(
      [
        total('119,00'),
        tax('MwSt 19 %', '19,00'),
        { type: 'OTHER', label: 'Gegeben', text: '150,00' },
        { type: 'OTHER', label: 'Rückgeld', text: '10,00' },
      ],
      { ...german, lines },
    );

    expect(codes(expense)).toEqual(['TotalsDisagreeError']);
  });
});
