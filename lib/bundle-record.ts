import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/** What an earlier build was made of, so that the next one can see whether it would come out the same. */
export interface BundleRecord {
  /** Hash of everything but the inputs: options, entries, versions. */
  readonly recipe: string;
  /** Modification time and size of every input, by its path below the repository's root. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly metafile: Metafile;
}

/** A recipe's hash; any JSON value that decides about the output belongs in it. */
export const recipeHash = (recipe: unknown): string =>
  createHash('sha256').update(JSON.stringify(recipe)).digest('hex');

/**
 * Records a build's inputs as they are now.
 *
 * @param startedAtMs When the build began; an input that changed since may have been read before, so it counts as
 *   different the next time.
 */
export async function recordOf(
  root: string,
  recipe: string,
  metafile: Metafile,
  startedAtMs: number,
): Promise<BundleRecord> {
  const inputs = await fingerprints(root, Object.keys(metafile.inputs));
  const settled = Object.entries(inputs).map(([path, print]) => [
    path,
    Number.parseFloat(print) < startedAtMs ? print : '',
  ]);
  return { recipe, inputs: Object.fromEntries(settled), metafile };
}

/** The record in a file, if the same recipe on the same inputs made it and its outputs are all there. */
export async function currentRecord(file: string, root: string, recipe: string): Promise<BundleRecord | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const record = JSON.parse(text) as BundleRecord;
  if (record.recipe !== recipe) return undefined;
  const now = await fingerprints(root, Object.keys(record.inputs));
  const outputs = await fingerprints(root, Object.keys(record.metafile.outputs));
  const isSame = Object.entries(record.inputs).every(([path, fingerprint]) => now[path] === fingerprint);
  return isSame && !Object.values(outputs).includes(ABSENT) ? record : undefined;
}

const ABSENT = 'absent';

async function fingerprints(root: string, paths: readonly string[]): Promise<Record<string, string>> {
  const entries = paths.map(async (path) => {
    const found = await stat(join(root, path)).catch(() => undefined);
    return [path, found ? `${found.mtimeMs} ${found.size}` : ABSENT] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
