import { describe, expect, it } from 'vitest';
import { outcomesIn } from '../../../bench/world/terminal.ts';

const SAID = `
Spendwire is up at http://localhost:1
✓ 0000-till-de.pdf  Laden Linde · 2026-11-08 · 1,450.50 EUR · groceries
✓ 0001-refund-us.jpg  Ashgrove Outfitters · 2026-11-01 · -21.00 USD · other
? 0002-hotel-eg.pdf  needs review  Hotel Tide · Water · no date · 11,441.00 EGP · travel
  no date was found; drop a sharper picture
  correct it with corrections/w2/0002-hotel-eg.pdf.yaml
? 0003-form-fr.pdf  needs review
  no amount could be read
= 0004-retaken-gb-again.jpg  the same picture as 0004-retaken-gb.jpg; not counted again
✗ 0005-taxi-th.pdf  rejected
  it is empty

  5 dropped
! 0006-order-pl.pdf  failed
`;

describe('the lines of a terminal', () => {
  const outcomes = outcomesIn(SAID);

  it('give what was booked, without marks of grouping and with the sign', () => {
    expect(outcomes.get('0000-till-de.pdf')).toEqual({
      status: 'completed',
      vendor: 'Laden Linde',
      purchasedOn: '2026-11-08',
      total: '1450.50 EUR',
      reasons: [],
    });
    expect(outcomes.get('0001-refund-us.jpg')?.total).toBe('-21.00 USD');
  });

  it('give what waits with its first reason', () => {
    expect(outcomes.get('0002-hotel-eg.pdf')).toEqual({
      status: 'needs_review',
      vendor: 'Hotel Tide · Water',
      total: '11441.00 EGP',
      reasons: ['no date was found; drop a sharper picture'],
    });
    expect(outcomes.get('0003-form-fr.pdf')).toEqual({ status: 'needs_review', reasons: ['no amount could be read'] });
  });

  it('give every other end', () => {
    const ends = ['0004-retaken-gb-again.jpg', '0005-taxi-th.pdf', '0006-order-pl.pdf'].map((file) =>
      outcomes.get(file),
    );
    expect(ends).toEqual([
      { status: 'duplicate', reasons: [] },
      { status: 'rejected', reasons: ['it is empty'] },
      { status: 'failed', reasons: [] },
    ]);
    expect(outcomes.size).toBe(7);
  });
});
