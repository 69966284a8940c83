import { repairLabelWords } from 'printed-text/label-words';
import { describe, expect, it } from 'vitest';

describe('repairLabelWords', () => {
  it.each([
    ['T0tai', 'total'],
    ['Nel lota! RIM', 'Nel total RIM'],
    ['ioial Sales', 'total Sales'],
    ['R0undlng Adj', 'rounding Adj'],
    ['Zwischensurnme', 'zwischensumme'],
    ['Sublotal', 'subtotal'],
    ['Servlce Chargc', 'service charge'],
    ['Chanqe', 'change'],
    ['Amoumt payab1e', 'amount payable'],
  ])('reads "%s" as "%s"', (label, repaired) => {
    expect(repairLabelWords(label)).toBe(repaired);
  });

  it.each([
    'change',
    'charge',
    'local',
    'sales',
    'code',
    'date',
    'loyal',
    'counter',
    'zwischensumme',
    'totals',
    'orange',
    'imported',
    'A123456',
  ])('leaves the word "%s" alone', (word) => {
    expect(repairLabelWords(word)).toBe(word);
  });
});
