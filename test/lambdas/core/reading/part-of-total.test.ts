import { expect, it } from 'vitest';
import { outcomeOf } from '../../../support/booked-page.ts';

it('is no total that only a part of was received', () => {
  const receipt = `Landlord Properties LLC
Rent receipt
November 12, 2026
Received from John Smith           $500.00
For rent of Nov 2026
Total rent                       $1,500.00
Balance due                      $1,000.00`;
  expect(outcomeOf(receipt, 'en-US', 'USD')).toBe('review');
});

it('is no total that was paid with a tip', () => {
  const bill = `Bar Liguria
12/11/2026
Pisco                              15.000
Total                             $15.000
Propina sugerida 10%               $1.500
Total con propina                 $16.500
Pagado                            $16.500`;
  expect(outcomeOf(bill, 'es-CL', 'CLP')).toBe('review');
});
