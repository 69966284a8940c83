import { describe, expect, it } from 'vitest';
import { printable } from '../../views/printable.ts';

const ESCAPE = '\u001b';

describe('printable', () => {
  it('leaves text, lines, tabs and our own colours', () => {
    const text = `${ESCAPE}[32mready${ESCAPE}[39m\tCafé 東京 🧾\r\n12,50 €\n`;

    expect(printable(text)).toBe(text);
  });

  it.each([
    ['hides what follows', `a${ESCAPE}[8mb`, 'a·[8mb'],
    ['moves the cursor', `a${ESCAPE}[2Jb`, 'a·[2Jb'],
    ['renames the window', `a${ESCAPE}]0;x\u0007b`, 'a·]0;x·b'],
    ['goes back over what was said', 'total 9.00\rtotal 1.00', 'total 9.00·total 1.00'],
    ['is of the upper controls', 'a\u009b31mb', 'a·31mb'],
    ['turns the direction', 'receipt\u202egpj.exe', 'receipt·gpj.exe'],
  ])('shows a dot for what %s', (_, text, shown) => {
    expect(printable(text)).toBe(shown);
  });
});
