import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { CORRECTION_KEYS } from '../../lambdas/core/correction/correction.ts';
import { readCorrection } from '../../lambdas/core/correction/read-correction.ts';
import { describeMistake } from '../../lambdas/core/yaml/read-yaml.ts';
import { projectRoot } from '../../lib/bundle.ts';
import { codeBlocks, codeIn, readPage, section, tableRows } from './markdown.ts';

const TODAY = '2026-11-21';
const page = readPage('docs/reference/correction.md');
const example = codeBlocks(page, 'yaml')[0] ?? '';
const mistakes = tableRows(section(page, 'Mistakes')).map((cells) => cells.map((cell) => cell.slice(1, -1)));

/** The example with one key written otherwise. */
function change(key: string, written: string): Buffer {
  const document = parseDocument(example);
  document.set(key, document.createNode(parse(written)));
  return Buffer.from(String(document));
}

describe('docs/reference/correction.md', () => {
  it('shows a correction without a mistake', () => {
    expect(readCorrection(Buffer.from(example), TODAY)).toMatchObject({ ok: true, value: { total: '12.34' } });
  });

  it('explains every key, and no other', () => {
    const documented = tableRows(section(page, 'Keys')).flatMap(([key = '']) => codeIn(key));

    expect(documented).toEqual([...CORRECTION_KEYS]);
  });

  it.each(mistakes)('%s written as %s is answered as the page says', (key = '', written = '', said) => {
    const read = readCorrection(change(key, written), TODAY);

    const mistakes = read.ok
      ? []
      : read.mistakes.map((mistake) => describeMistake(mistake).replace(/^line \d+,? ?/, ''));
    expect(mistakes).toEqual([said]);
  });

  it('tells every message that reading a correction can give', () => {
    const source = readFileSync(join(projectRoot, 'lambdas/core/correction/correction.ts'), 'utf8');

    const messages = [...source.matchAll(/'((?:expected|"total"|nothing)[^'\n]*)'/g)].map(
      ([, message = '']) => message,
    );
    const general = ['expected a correction such as total: "12.34"', 'expected at most 100 characters'];
    expect(messages.length).toBeGreaterThan(12);
    expect(
      messages.filter((text) => !page.includes(text) && !general.includes(text) && !text.includes('200 characters')),
    ).toEqual([]);
  });
});
