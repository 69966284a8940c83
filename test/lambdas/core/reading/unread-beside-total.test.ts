import { describe, expect, it } from 'vitest';
import { bookedPages, outcomeOf } from '../../../support/booked-page.ts';

const slip = (...rows: readonly string[]) =>
  [
    'Solvik Bensin',
    'Storgatan 15',
    '582 23 Linköping',
    'Moms SE588726751',
    'Datum: 31 oktober 2026 18:50',
    ...rows,
  ].join('\n');

describe('digits between the word for a total and an amount', () => {
  it('are the total where three of them stand before a colon', () => {
    const petrol = slip('Bensin 95   537:00', '33,77 L   # 12', 'Total   537:00', 'Kort   537:00');

    expect(outcomeOf(petrol, 'sv-SE', 'SEK')).toBe('537.00 SEK');
  });

  it('are asked about where they were not read', () => {
    const { reasons, status } = bookedPages([slip('Bensin 95', 'Total 45:50   12,00')], {
      locale: 'sv-SE',
      currency: 'SEK',
    });

    expect(status).toBe('needs_review');
    expect(reasons).toContainEqual({
      code: 'TotalUnreadableError',
      message: expect.stringContaining('"Total 45:50" stands before it'),
    });
  });

  it('are a time of day where they may be one', () => {
    expect(outcomeOf(slip('Bensin 95   12,00', 'Total 16:30   12,00', 'Kort   12,00'), 'sv-SE', 'SEK')).toBe(
      '12.00 SEK',
    );
  });
});
