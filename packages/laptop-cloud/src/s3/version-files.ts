import { randomBytes } from 'node:crypto';
import { constants, copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * The bytes of every version, each in a file of its own that never changes: `versions/{first character}/{versionId}`.
 * Beside it `incoming/` holds what is still being received; it is emptied at start.
 */
export class VersionFiles {
  readonly #directory: string;

  private constructor(directory: string) {
    this.#directory = directory;
  }

  static async open(stateDirectory: string): Promise<VersionFiles> {
    const files = new VersionFiles(stateDirectory);
    await rm(files.#incoming, { recursive: true, force: true });
    await mkdir(files.#incoming, { recursive: true });
    return files;
  }

  /** A path for bytes that are about to arrive; the caller removes it unless {@link keep} takes it over. */
  newIncoming(): string {
    return join(this.#incoming, randomBytes(12).toString('hex'));
  }

  /** A copy of a file as it is right now; costs no space where the file system can share blocks. */
  async copyIncoming(from: string): Promise<string> {
    const path = this.newIncoming();
    await copyFile(from, path, constants.COPYFILE_FICLONE);
    return path;
  }

  /** Makes received bytes those of a version. */
  async keep(incoming: string, versionId: string): Promise<void> {
    try {
      await rename(incoming, this.pathOf(versionId));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      await mkdir(dirname(this.pathOf(versionId)), { recursive: true });
      await rename(incoming, this.pathOf(versionId));
    }
  }

  pathOf(versionId: string): string {
    return join(this.#directory, 'versions', versionId.charAt(0), versionId);
  }

  /** Removes bytes that no version owns: a crash came between writing one and noting the other. */
  async removeOrphans(isOwned: (versionId: string) => boolean): Promise<void> {
    const names = await readdir(join(this.#directory, 'versions'), { recursive: true }).catch(() => []);
    const orphans = names.map((name) => basename(name)).filter((name) => name.length > 1 && !isOwned(name));
    await Promise.all(orphans.map((versionId) => this.remove(versionId)));
  }

  async remove(versionId: string): Promise<void> {
    await rm(this.pathOf(versionId), { force: true });
  }

  get #incoming(): string {
    return join(this.#directory, 'incoming');
  }
}

/** 32 characters that are safe in a URL and as a file name. */
export const newVersionId = (): string => randomBytes(24).toString('base64url').replace(/^-/, '_');
