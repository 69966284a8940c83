import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OLDEST_RATE_DAYS } from '../../lambdas/core/budget/spend.ts';
import { readRatesFile } from '../../lambdas/core/rates/read-rates.ts';
import { projectRoot } from '../../lib/bundle.ts';
import { codeBlocks, readPage, section, tableRows } from './markdown.ts';

const page = readPage('docs/reference/rates.md');
const examples = codeBlocks(page, 'csv');
const mistakes = tableRows(section(page, 'Mistakes')).map(([line = '', ...cells]) => ({
  line: Number(line),
  written: cells[0]?.slice(1, -1) ?? '',
  said: cells[1]?.slice(1, -1) ?? '',
}));
const read = (text: string) => readRatesFile(Buffer.from(text), '2026-11-20');

describe('docs/reference/rates.md', () => {
  it('shows files without a mistake, in both of the bank’s forms', () => {
    expect(examples).toHaveLength(2);
    for (const example of examples) {
      expect(read(example)).toHaveProperty('days[0]', expect.objectContaining({ date: '2026-11-20' }));
    }
  });

  it.each(mistakes)('line $line written as $written is answered as the page says', ({ line, written, said }) => {
    const lines = (examples[0] ?? '').trimEnd().split('\n');
    lines[line - 1] = written;

    const result = read(lines.join('\n'));

    expect(result.ok ? [] : result.mistakes).toEqual([said]);
  });

  it('tells every message that reading a file can give', () => {
    const source = readFileSync(join(projectRoot, 'lambdas/core/rates/read-rates.ts'), 'utf8');

    const starts = [...source.matchAll(/['`: ](expected [a-z]+(?: [a-z]+)*)/g)].map(([, start = '']) => start);
    expect(starts.length).toBeGreaterThan(5);
    expect(starts.filter((start) => !page.includes(start))).toEqual([]);
  });

  it('says how old a rate may be', () => {
    expect(OLDEST_RATE_DAYS).toBe(10);
    expect(page).toContain('at most ten days back');
  });
});
