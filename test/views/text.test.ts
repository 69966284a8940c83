import { describe, expect, it } from 'vitest';
import { fileName, fitted, printable, wrapped } from '../../views/text.ts';

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

describe('fitted', () => {
  it('pads what is shorter and cuts what is longer, to exactly that many columns', () => {
    expect(fitted('cafe', 6)).toBe('cafe  ');
    expect(fitted('restaurant', 6)).toBe('resta…');
  });

  it('counts two columns for kana and kanji, as a terminal does', () => {
    expect(fitted('麺亭', 6)).toBe('麺亭  ');
    expect(fitted('東京麺亭', 6)).toBe('東京… ');
  });
});

describe('printable', () => {
  it('takes out what could move the cursor or hide text', () => {
    expect(printable('A\u001b[2J\u202eB\nC')).toBe('A[2JB C');
  });
});

describe('wrapped', () => {
  it('breaks between words and indents every line', () => {
    expect(wrapped('one two three', 9, '  ')).toEqual(['  one two', '  three']);
  });

  it('leaves a word whole that is longer than the line', () => {
    expect(wrapped('a https://example.com/long', 10, '')).toEqual(['a', 'https://example.com/long']);
  });
});
