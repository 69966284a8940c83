import { describe, expect, it } from 'vitest';
import { smsParts } from '../../src/sns/sms-parts.ts';

describe('smsParts', () => {
  it.each([
    ['', 1],
    ['a'.repeat(160), 1],
    ['a'.repeat(161), 2],
    ['a'.repeat(306), 2],
    ['a'.repeat(307), 3],
    ['€'.repeat(80), 1],
    ['€'.repeat(81), 2],
    ['€'.repeat(153), 3],
    ['東'.repeat(70), 1],
    ['東'.repeat(71), 2],
    ['東'.repeat(135), 3],
    [`${'a'.repeat(70)}東`, 2],
    ['🧾'.repeat(35), 1],
    ['🧾'.repeat(36), 2],
    ['🧾'.repeat(67), 3],
  ])('of %s is %d', (text, parts) => {
    expect(smsParts(text)).toBe(parts);
  });
});
