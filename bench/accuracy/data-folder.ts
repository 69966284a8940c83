import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { readTruth, type Truth } from './truth.ts';

/** A file and what it says. */
export interface Case {
  /** The file's name without its ending. */
  readonly name: string;
  readonly path: string;
  readonly truth: Truth;
}

/** Which files of a folder take part, by their place in it: one half can be left unseen until the end. */
export type Part = 'even' | 'odd' | 'all';

const RECEIPTS = ['.jpg', '.jpeg', '.png', '.pdf', '.tif', '.tiff', '.xml'];

/** Receipts with their truth: `img/` and `key/`, or files with `name.truth.json` or `name.json` beside them. */
export function receiptsIn(folder: string, part: Part): Promise<Case[]> {
  return casesIn(existsSync(join(folder, 'img')) ? join(folder, 'img') : folder, folder, part, RECEIPTS);
}

/** Responses of AnalyzeExpense with their truth in `key/` or beside them as `name.truth.json`. */
export function responsesIn(folder: string, part: Part): Promise<Case[]> {
  return casesIn(folder, folder, part, ['.json']);
}

async function casesIn(files: string, folder: string, part: Part, endings: readonly string[]): Promise<Case[]> {
  const names = (await readdir(files))
    .filter((file) => endings.includes(extname(file).toLowerCase()) && !file.endsWith('.truth.json'))
    .sort()
    .filter((_, index) => part === 'all' || (index % 2 === 0) === (part === 'even'));
  return Promise.all(
    names.map(async (file) => {
      const name = file.slice(0, -extname(file).length);
      return { name, path: join(files, file), truth: await truthOf(folder, name, extname(file) === '.json') };
    }),
  );
}

/** Nothing is asked of a file without a truth. */
async function truthOf(folder: string, name: string, isResponse: boolean): Promise<Truth> {
  const places = [join('key', `${name}.json`), `${name}.truth.json`, ...(isResponse ? [] : [`${name}.json`])];
  const place = places.map((path) => join(folder, path)).find((path) => existsSync(path));
  return place === undefined ? {} : readTruth(JSON.parse(await readFile(place, 'utf8')));
}
