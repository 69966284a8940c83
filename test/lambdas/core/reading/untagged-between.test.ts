import { describe, expect, it } from 'vitest';
import { structureExpense } from '../../../../lambdas/core/reading/structure-expense.ts';
import { aDocument, type FieldOf } from './analysis.ts';
import { anUntaggedPage, type RowsOf } from './placed-page.ts';
import { date, someone } from './read-document.ts';

const readPage = (rows: RowsOf, fields: readonly FieldOf[]) => {
  const { SummaryFields } = aDocument({ fields: [date, ...fields] });
  return structureExpense([{ ...anUntaggedPage(rows), ...(SummaryFields && { SummaryFields }) }], someone);
};
const total: FieldOf = { type: 'TOTAL', label: 'Total', text: '44.00' };
const subtotal: FieldOf = { type: 'SUBTOTAL', label: 'Subtotal', text: '40.00' };
const card: FieldOf = { type: 'OTHER', label: 'Card', text: '24.00' };

describe('what was not tagged between the sums', () => {
  it.each([
    'Serviço 10%',
    'Servicegebyr 10%',
    'Palvelumaksu',
    'Bedienung',
  ])('is the service below the subtotal: %s', (label) => {
    const expense = readPage(
      [['ELM CORNER'], ['Soup', '40.00'], ['Subtotal', '40.00'], [label, '4.00'], ['Total', '44.00']],
      [subtotal, total],
    );

    expect(expense).toMatchObject({ status: 'completed', serviceCharge: { amountMinor: 400 } });
  });

  it('is no service above it, where goods stand', () => {
    const expense = readPage(
      [['ELM CORNER'], ['Car service', '4.00'], ['Subtotal', '40.00'], ['Total', '44.00']],
      [subtotal, total],
    );

    expect(expense.status).toBe('needs_review');
    expect(expense.serviceCharge).toBeUndefined();
  });

  it.each([
    ['Geschenkkarte', '20.00', 'completed'],
    ['Tarjeta regalo', '-20.00', 'completed'],
    ['Gift card', '-19.00', 'needs_review'],
    ['Bank card', '20.00', 'needs_review'],
  ] as const)('is the gift card below the total: %s %s', (label, part, status) => {
    const expense = readPage(
      [['ELM CORNER'], ['Lamp', '44.00'], ['Total', '44.00'], [label, part], ['Card', '24.00']],
      [total, card],
    );

    expect(expense).toMatchObject({ status, total: { amountMinor: 4400 } });
  });

  it('is no gift card where the rest was not tagged either', () => {
    const expense = readPage(
      [['ELM CORNER'], ['Lamp', '44.00'], ['Total', '44.00'], ['Gift card', '20.00'], ['Carrd', '24.00']],
      [total],
    );

    expect(expense.reasons.map(({ message }) => message).join()).not.toContain('was given');
  });
});
