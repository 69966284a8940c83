import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder with the lock file: the whole repository's, from wherever in it a test is run. */
function repositoryRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package-lock.json')) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}

/**
 * A file or folder of what others recorded or published, which is not in the repository. It lies in the folder that
 * `OUTSIDE_DATA` names, by default `shared/data` beside the repository.
 *
 * @param purpose What is left out without it; said once, so that nobody takes a skipped test for a passed one.
 * @returns Undefined where it is not there.
 */
export function outsideData(name: string, purpose: string): string | undefined {
  const given = process.env['OUTSIDE_DATA'];
  const folder = given ? resolve(repositoryRoot(), given) : resolve(repositoryRoot(), '../shared/data');
  const path = join(folder, name);
  if (existsSync(path)) return path;
  console.info(`left out: ${purpose}, because ${path} is not there; OUTSIDE_DATA names the folder it lies in`);
  return undefined;
}
