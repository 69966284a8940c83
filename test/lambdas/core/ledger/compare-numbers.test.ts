import { describe, expect, it } from 'vitest';
import {
  compareInvoiceNumbers,
  compareNumbers,
  sharedNumbers,
} from '../../../../lambdas/core/ledger/compare-numbers.ts';

describe('compareNumbers', () => {
  it.each([
    ['A-12', 'a12', 'same'],
    ['000-074020', '0074020', 'same'],
    ['A-12', 'A-13', 'different'],
    ['4711', '4712', 'different'],
    ['999', '1000', 'different'],
    ['RE-2026-0813', 'RE-2026-0814', 'different'],
  ])('compares %s with %s: %s', (one, other, expected) => {
    expect(compareNumbers(one, other)).toBe(expected);
  });

  it.each([
    ['R000115147', 'R0001I5147', 'a letter for a digit'],
    ['9086391', '9036391', 'a digit that looks like another'],
    ['JM0681589VV', 'JM0681589V', 'a letter that was lost'],
    ['M026588', 'H026588', 'a letter far from the end, where nothing is counted'],
    ['CT09810', 'CTO9B10', 'two signs'],
    ['RE-2026-0815', 'RE-2026-0816', 'a 5 that looks like a 6, though they may be counted'],
  ])('%s and %s may be one number: %s', (one, other) => {
    expect(compareNumbers(one, other)).toBe('near');
  });
});

describe('compareInvoiceNumbers', () => {
  const paper = (invoiceNumber?: string, numbers: string[] = [], taxIds: string[] = []) => ({
    ...(invoiceNumber === undefined ? {} : { invoiceNumber }),
    numbers,
    taxIds,
  });

  it.each([
    ['4711', '4711', 'same'],
    ['4711', '4712', 'different'],
    ['4711', undefined, 'unknown'],
    [undefined, undefined, 'unknown'],
    // A number so short comes again.
    ['12', '12', 'near'],
    // An order's number on the one and the receipt's on the other.
    ['ORD-2026-000815', '4711', 'unknown'],
  ] as const)('compares %s with %s: %s', (one, other, expected) => {
    expect(compareInvoiceNumbers(paper(one), paper(other))).toBe(expected);
  });

  it('knows one paper where the readings disagree on which of its numbers it is', () => {
    expect(compareInvoiceNumbers(paper('000-074020'), paper('11160', ['11160', '000074020']))).toBe('same');
    expect(compareInvoiceNumbers(paper(undefined, ['55418']), paper('55418'))).toBe('same');
  });

  it('takes no tax number for a number of the receipt', () => {
    const shop = ['000306020352'];

    expect(compareInvoiceNumbers(paper('000306020352', [], shop), paper('000306020352', [], shop))).toBe('unknown');
  });
});

describe('sharedNumbers', () => {
  it('is a share of the shorter list, however a number was misread, and nothing of a few', () => {
    expect(sharedNumbers(['22204', '5550142', '0048213', '4471'], ['22204', '5550142', '0048218', '9999', '1'])).toBe(
      0.75,
    );
    expect(sharedNumbers(['22204'], ['22204'])).toBeUndefined();
  });
});
