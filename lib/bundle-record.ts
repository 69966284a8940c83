import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What an earlier build was made of, so that the next one can see whether it would come out the same. */
export interface BundleRecord {
  /** Hash of everything but the inputs: options, entries, versions. */
  readonly recipe: string;
  /** Modification time and size of every input, by its path below the repository's root. */
  readonly inputs: Readonly<Record<string, string>>;
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
  paths: readonly string[],
  startedAtMs: number,
): Promise<BundleRecord> {
  const inputs = await fingerprints(root, paths);
  const settled = Object.entries(inputs).map(([path, print]) => [
    path,
    Number.parseFloat(print) < startedAtMs ? print : '',
  ]);
  return { recipe, inputs: Object.fromEntries(settled) };
}

/** Whether the record in a file is of the same recipe on the same inputs, and its outputs are all there. */
export async function isCurrent(
  file: string,
  { root, recipe, outputs }: { root: string; recipe: string; outputs: readonly string[] },
): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return false;
  const record = JSON.parse(text) as BundleRecord;
  if (record.recipe !== recipe || !outputs.every((path) => existsSync(path))) return false;
  const now = await fingerprints(root, Object.keys(record.inputs));
  return Object.entries(record.inputs).every(([path, fingerprint]) => now[path] === fingerprint);
}

const ABSENT = 'absent';

async function fingerprints(root: string, paths: readonly string[]): Promise<Record<string, string>> {
  const entries = paths.map(async (path) => {
    const found = await stat(join(root, path)).catch(() => undefined);
    return [path, found ? `${found.mtimeMs} ${found.size}` : ABSENT] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
