import { describe, expect, it } from 'vitest';
import { fileName } from '../../views/text.ts';

describe('fileName', () => {
  it('is what stands behind the last folder', () => {
    expect(fileName('receipts/alice/lunch.jpg')).toBe('lunch.jpg');
  });

  it('keeps to one line and steers no terminal, whatever the key holds', () => {
    expect(fileName('receipts/alice/two\nlines \u001b[31mred\u202egpj.jpg')).toBe('two·lines ·[31mred·gpj.jpg');
  });

  it('is cut in the middle when it is long', () => {
    const name = fileName(`receipts/alice/${'k'.repeat(980)}.jpg`);

    expect(name).toHaveLength(60);
    expect(name).toMatch(/^k+…k+\.jpg$/);
  });
});
