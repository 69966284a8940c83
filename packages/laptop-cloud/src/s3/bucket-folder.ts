import { randomBytes } from 'node:crypto';
import { constants, copyFile, lstat, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fingerprintOf, lookAt } from './file-fingerprint.ts';
import { FoldedNames } from './folded-names.ts';
import { leadsOut, whyNoFile } from './no-file.ts';
import { isPlainKey } from './plain-key.ts';

/** Name of a copy on its way into place; a crash can leave one behind, and the next scan removes it. */
export const STAGED_NAME = /^\.~[a-z]+-[0-9a-f]{16}$/;

/** The file system cannot hold this path, or has something else in its way. */
const NO_PLACE = ['ENAMETOOLONG', 'ENOTDIR', 'EEXIST', 'EILSEQ', 'EINVAL'];

/** A copy beside its place; `fingerprint` is what the file will have there. */
export interface StagedFile {
  readonly path: string;
  readonly fingerprint: string;
}

/** The plain folder that shows the bucket: `{directory}/{key}` is the current version of each plain key. */
export class BucketFolder {
  readonly directory: string;
  readonly names = new FoldedNames();

  constructor(directory: string) {
    this.directory = directory;
  }

  /** False when the whole folder is gone, such as a disk that is not mounted: then no file was deleted. */
  isThere(): Promise<boolean> {
    return exists(this.directory);
  }

  /** Only for keys that came from the folder or that {@link stage} accepted. */
  pathOf(key: string): string {
    return join(this.directory, ...key.split('/'));
  }

  /** Undefined also for a link that leads out of the folder. */
  async fingerprint(key: string): Promise<string | undefined> {
    if (!isSegmented(key)) return undefined;
    const path = this.pathOf(key);
    const found = await lookAt(path);
    if (found !== 'link') return found;
    return (await leadsOut(path, this.directory)) ? undefined : fingerprintOf(path);
  }

  /** Why what stands where a key has its place is no file, for a person; undefined when it is one, or nothing is there. */
  whyNoFile(key: string): Promise<string | undefined> {
    return isSegmented(key) ? whyNoFile(this.pathOf(key), this.directory) : Promise.resolve(undefined);
  }

  /**
   * Copies an object's bytes next to where they belong.
   *
   * @returns undefined when the key has no place in the folder: it is not plain, a file stands where it needs a
   *   folder or the other way round, or a name there differs only in case or normalisation.
   */
  async stage(key: string, bytesPath: string): Promise<StagedFile | undefined> {
    if (!isPlainKey(key) || !(await this.#isFree(key))) return undefined;
    const parent = dirname(this.pathOf(key));
    try {
      await mkdir(parent, { recursive: true });
    } catch (error) {
      if (NO_PLACE.includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
      throw error;
    }
    const path = join(parent, `.~staged-${randomBytes(8).toString('hex')}`);
    await copyFile(bytesPath, path, constants.COPYFILE_FICLONE);
    const fingerprint = await fingerprintOf(path);
    if (!fingerprint) throw new Error(`expected a file at ${path}, where it was just written`);
    return { path, fingerprint };
  }

  /** Puts a staged file into place; whoever reads the folder sees the old file or the new one, whole. */
  async publish(key: string, staged: StagedFile): Promise<void> {
    await rename(staged.path, this.pathOf(key));
    this.names.add(key);
  }

  /** Removes the file of a key unless it is another one than expected, such as one dropped in the meantime. */
  async remove(key: string, fingerprint: string): Promise<void> {
    if ((await this.fingerprint(key)) === fingerprint) await rm(this.pathOf(key), { force: true });
    this.names.delete(key);
  }

  async #isFree(key: string): Promise<boolean> {
    for (const other of this.names.othersThan(key)) {
      if (await exists(this.pathOf(other))) return false;
      this.names.delete(other);
    }
    const segments = key.split('/');
    for (const [index] of segments.entries()) {
      const isLast = index === segments.length - 1;
      const status = await lstat(join(this.directory, ...segments.slice(0, index + 1))).catch(() => undefined);
      if (!status) return true;
      // A link to a folder could lead out of this one.
      if (isLast ? status.isDirectory() : !status.isDirectory()) return false;
    }
    return true;
  }
}

/** Keys from the folder may hold any name a file can have; others must not be made into a path. */
const isSegmented = (key: string): boolean =>
  !key.includes('\0') && key.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..');

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );
