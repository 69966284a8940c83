import { lstat, realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';

/**
 * Why what stands at a path of the folder is no file of it, for a person; undefined for a file, a folder, a link to a file
 * that lies in the folder as well, and where there is nothing.
 *
 * A link may be put there by whoever may drop a file, and would show them what only the owner of this process may read.
 */
export async function whyNoFile(path: string, directory: string): Promise<string | undefined> {
  const status = await lstat(path).catch(() => undefined);
  if (status === undefined || status.isFile() || status.isDirectory()) return undefined;
  if (!status.isSymbolicLink()) return 'it is no file that has an end, such as a pipe or a device; drop a file';
  const target = await realpath(path).catch(() => undefined);
  if (target === undefined) return 'it is a link that leads nowhere; drop the file itself';
  if (!(await isBelow(target, directory))) return 'it is a link that leads out of the folder; drop the file itself';
  const isFile = await stat(target)
    .then((found) => found.isFile())
    .catch(() => false);
  return isFile ? undefined : 'it is a link to something that is no file; drop the file itself';
}

/** Whether a link at a path leads out of the folder, or nowhere. */
export async function leadsOut(path: string, directory: string): Promise<boolean> {
  const target = await realpath(path).catch(() => undefined);
  return target === undefined || !(await isBelow(target, directory));
}

const isBelow = async (target: string, directory: string): Promise<boolean> =>
  target.startsWith((await realpath(directory).catch(() => directory)) + sep);
