import { describe, expect, it } from 'vitest';
import { sources, textOf } from '../architecture/imports.ts';
import { pages, readPage, tableRows } from './markdown.ts';

const rows = tableRows(readPage('docs/reference/words.md')).map(([word = '', meaning = '', not = '']) => ({
  word,
  meaning,
  not: not.split(', ').filter(Boolean),
}));

/** What speaks of the domain; the packages have other subjects, and tests say what they like. */
const DOMAIN = /^(lambdas|laptop|statemachines|tools|views)\//;
const COMMENT = /\/\*[\s\S]*?\*\/|\/\/.*$/gm;
const STRING = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`$\\]|\\.)*`/g;

/** `readingKeyOf` and `reading-key` alike as `reading key of`. */
const wordsOf = (name: string): string =>
  name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/[^A-Za-z\d]+/g, ' ')
    .toLowerCase();

/** Every name that a file gives or uses, quoted or not, its own among them, as words. */
function namesIn(path: string): Set<string> {
  const code = textOf(path).replaceAll(COMMENT, '');
  const quoted = [...code.matchAll(/'([A-Za-z_$][\w$]*)'/g)].map(([, name = '']) => name);
  const names = [...(code.replaceAll(STRING, "''").match(/[A-Za-z_$][\w$]*/g) ?? []), ...quoted];
  return new Set([path.split('/').at(-1) ?? '', ...names].map(wordsOf));
}

/** Names that hold the words side by side, also in the plural. */
const namesWith = (synonym: string, names: Set<string>): string[] =>
  [...names].filter((name) => new RegExp(`(^| )${synonym}s?( |$)`).test(name));

const names = sources.filter((path) => DOMAIN.test(path)).map((path) => ({ path, names: namesIn(path) }));

describe('docs/reference/words.md', () => {
  it('gives each word one meaning, in the order of the alphabet', () => {
    const words = rows.map(({ word }) => word);

    expect(words.length).toBeGreaterThanOrEqual(30);
    expect(words).toEqual([...new Set(words)].sort());
    expect(rows.filter(({ meaning }) => meaning.length < 10)).toEqual([]);
  });

  it('speaks of words that the code uses', () => {
    const unused = rows.filter(({ word }) => !names.some((file) => namesWith(word, file.names).length > 0));

    expect(unused.map(({ word }) => word)).toEqual([]);
  });

  it.each(
    rows.flatMap(({ word, not }) => not.map((synonym) => [synonym, word] as const)),
  )('keeps %s out of every name: it is called %s', (synonym) => {
    const found = names.flatMap((file) => namesWith(synonym, file.names).map((name) => `${name} in ${file.path}`));

    expect(found).toEqual([]);
  });

  it.each(
    rows.flatMap(({ not }) => not.filter((synonym) => synonym.includes(' '))),
  )('keeps %s out of the pages and comments, too', (synonym) => {
    const texts = [...pages, ...names.map(({ path }) => path)].filter((path) => path !== 'docs/reference/words.md');

    expect(texts.filter((path) => textOf(path).includes(synonym))).toEqual([]);
  });
});
