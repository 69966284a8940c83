import { describe, expect, it } from 'vitest';
import { roleOfLabel } from '../../../../lambdas/core/reading/label-role.ts';
import { repairLabel } from '../../../../lambdas/core/reading/repair-label.ts';

describe('repairLabel', () => {
  it.each([
    ['T0tai', 'total'],
    ['Nel lota! RIM', 'nel total rim'],
    ['Roundlng Adj', 'rounding adj'],
    ['Sublotal', 'subtotal'],
    ['Servlce Chargc', 'service charge'],
    ['Chanqe', 'change'],
  ])('reads "%s" as "%s"', (label, repaired) => {
    expect(repairLabel(label)).toBe(repaired);
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
  ])('leaves the word "%s" alone', (word) => {
    expect(repairLabel(word)).toBe(word);
  });

  it('lets a misread label say what it is', () => {
    expect(roleOfLabel('Roundlng Adj')).toBe('rounding');
    expect(roleOfLabel('ioial Sales (Incl. GST 6%)')).toBe('due');
    expect(roleOfLabel('CHANCE')).toBe('change');
  });
});
