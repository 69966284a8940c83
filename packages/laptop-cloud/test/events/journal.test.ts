import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Journal } from '../../src/events/journal.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

describe('Journal', () => {
  it('keeps every entry in order, also those that come at the same time', async () => {
    const file = join(await temporaryDirectory(), 'deep', 'journal.jsonl');
    const { journal } = await Journal.open<number>(file);

    await Promise.all(Array.from({ length: 200 }, (_, index) => journal.append(index)));

    const { entries } = await Journal.open<number>(file);
    expect(entries).toEqual(Array.from({ length: 200 }, (_, index) => index));
  });

  it('drops a last line that was cut off and goes on behind it', async () => {
    const file = join(await temporaryDirectory(), 'journal.jsonl');
    await appendFile(file, '{"a":1}\n{"a":2');

    const { journal, entries } = await Journal.open(file);
    await journal.append({ a: 3 });

    expect(entries).toEqual([{ a: 1 }]);
    expect(await readFile(file, 'utf8')).toBe('{"a":1}\n{"a":3}\n');
  });

  it('loses nothing that is appended around a rewrite', async () => {
    const file = join(await temporaryDirectory(), 'journal.jsonl');
    const { journal } = await Journal.open<string>(file);

    await Promise.all([
      journal.append('old'),
      journal.rewrite(['compacted']),
      journal.append('after 1'),
      journal.append('after 2'),
    ]);

    expect((await Journal.open<string>(file)).entries).toEqual(['compacted', 'after 1', 'after 2']);
  });
});
