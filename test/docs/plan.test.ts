import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { CATEGORIES } from '../../lambdas/core/category/categories.ts';
import { readPlan } from '../../lambdas/core/plan/read-plan.ts';
import { describeMistake } from '../../lambdas/core/yaml/read-yaml.ts';
import { projectRoot } from '../../lib/bundle.ts';
import { codeBlocks, codeIn, pages, readPage, section, tableRows } from './markdown.ts';

const page = readPage('docs/reference/plan.md');
const example = codeBlocks(page, 'yaml')[0] ?? '';
const mistakes = tableRows(section(page, 'Mistakes')).map((cells) => cells.map((cell) => cell.slice(1, -1)));

/** `budgets[0].limit` as `['budgets', 0, 'limit']`. */
const pathOf = (key: string): (string | number)[] =>
  [...key.matchAll(/[a-z]+|\d+/gi)].map(([part]) => (/^\d/.test(part) ? Number(part) : part));

/** The example with one key written otherwise, or left out. */
function change(key: string, written: string): string {
  const document = parseDocument(example);
  if (written === '(nothing)') document.deleteIn(pathOf(key));
  else document.setIn(pathOf(key), document.createNode(parse(written)));
  return String(document);
}

describe('the example in docs/reference/plan.md', () => {
  it('is a plan without a mistake', () => {
    expect(readPlan(example)).toMatchObject({ ok: true, plan: { name: 'Alice', currency: 'USD' } });
  });

  it('shows every key', () => {
    const documented = tableRows(section(page, 'Keys')).flatMap(([key = '']) => codeIn(key));

    const keys = documented.map((key) => key.split('.').at(-1)?.replace('[]', '') as string);
    expect(keys.length).toBeGreaterThan(10);
    expect(keys.filter((key) => !example.includes(`${key}:`))).toEqual([]);
  });
});

describe('mistakes in docs/reference/plan.md', () => {
  it.each(mistakes)('%s written as %s is answered as the page says', (key = '', written = '', said) => {
    const read = readPlan(change(key, written));

    const mistakes = read.ok
      ? []
      : read.mistakes.map((mistake) => describeMistake(mistake).replace(/^line \d+,? ?/, ''));
    expect(mistakes).toEqual([said]);
  });

  it('tell every message that reading a plan can give', () => {
    const folder = join(projectRoot, 'lambdas/core/plan');
    const source = readdirSync(folder)
      // What the table is given was validated before.
      .filter((name) => name !== 'planned-budget.ts')
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');

    const messages = [...source.matchAll(/'((?:expected|is missing|"other"|"total")[^'\n]*)'/g)].map(
      ([, message = '']) => message,
    );
    expect(messages.length).toBeGreaterThan(50);
    expect(messages.filter((message) => !page.includes(message))).toEqual([]);
  });
});

describe('docs', () => {
  it.each(pages)('%s shows only plans without a mistake', (path) => {
    const plans = codeBlocks(readPage(path), 'yaml').filter((code) => code.includes('budgets:'));

    expect(plans.map(readPlan).filter(({ ok }) => !ok)).toEqual([]);
  });

  it('list the categories that receipts are sorted into', () => {
    const listed = codeIn(/sorted into these categories:([^.]*)\./.exec(page)?.[1] ?? '');

    expect(listed).toEqual([...CATEGORIES]);
  });
});
