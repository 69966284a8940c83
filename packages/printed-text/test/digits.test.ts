import { asDigits, repairDigits } from 'printed-text/digits';
import { describe, expect, it } from 'vitest';

describe('digits', () => {
  it('are read from the letters that look like them', () => {
    expect(asDigits('OolI|SB')).toBe('0011158');
    expect(asDigits('Q7x,-')).toBe('Q7x,-');
  });

  it.each([
    ['TOTAL 1O.5O', 'TOTAL 10.50'],
    ['$l2.00', '$12.00'],
    ['1,2O4.00', '1,204.00'],
    ['12.5S', '12.55'],
    ['12l. 50', '121. 50'],
  ])('are repaired in a text of the same length: %s', (text, repaired) => {
    expect(repairDigits(text)).toBe(repaired);
  });

  it.each([
    'TOTALl2.00',
    '|2.00',
    '1S.00',
    'B2.00',
    'No.l2.00',
    'BILLS 12',
    '5 S.O.S.',
  ])('are not guessed in %s', (text) => {
    expect(repairDigits(text)).toBe(text);
  });
});
