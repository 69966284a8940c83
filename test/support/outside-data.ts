import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { projectRoot } from '../../lib/bundle.ts';

/**
 * A file or folder of what others recorded or published, which is not in the repository. It lies in the folder that
 * `OUTSIDE_DATA` names, by default `shared/data` beside the repository. docs/how-to/get-data-from-outside.md
 *
 * @param purpose What is left out without it; said once, so that nobody takes a skipped test for a passed one.
 * @returns Undefined where it is not there.
 */
export function outsideData(name: string, purpose: string): string | undefined {
  const path = join(resolve(projectRoot, process.env['OUTSIDE_DATA'] || '../shared/data'), name);
  if (existsSync(path)) return path;
  console.info(`left out: ${purpose}, because ${path} is not there; OUTSIDE_DATA names the folder it lies in`);
  return undefined;
}
