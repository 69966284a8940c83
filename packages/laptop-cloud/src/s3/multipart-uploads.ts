import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChecksumAlgorithm, ObjectAttributes, ObjectChecksum } from './object-version.ts';
import type { ReceivedBody } from './receive-body.ts';
import { s3Error } from './s3-error.ts';

/** An upload in parts that has been started and is neither completed nor aborted. */
export interface MultipartUpload extends ObjectAttributes {
  readonly uploadId: string;
  readonly key: string;
  readonly startedAtMs: number;
  readonly checksum?: { readonly algorithm: ChecksumAlgorithm; readonly type: ObjectChecksum['type'] };
}

export interface UploadedPart {
  readonly partNumber: number;
  /** MD5 of the part in hexadecimal. */
  readonly etag: string;
  readonly sizeBytes: number;
  readonly lastModifiedMs: number;
  readonly checksum?: { readonly algorithm: ChecksumAlgorithm; readonly value: string };
  /** Name of the file that holds the bytes; a part sent again has another. */
  readonly file: string;
}

const UPLOAD_ID = /^[0-9a-f]{32}$/;

/** Uploads in parts, kept on disk: `multipart/{uploadId}/` holds the upload, its parts and their bytes. */
export class MultipartUploads {
  readonly #directory: string;

  private constructor(directory: string) {
    this.#directory = directory;
  }

  static async open(stateDirectory: string): Promise<MultipartUploads> {
    const directory = join(stateDirectory, 'multipart');
    await mkdir(directory, { recursive: true });
    return new MultipartUploads(directory);
  }

  async start(upload: Omit<MultipartUpload, 'uploadId'>): Promise<MultipartUpload> {
    const started: MultipartUpload = { ...upload, uploadId: randomBytes(16).toString('hex') };
    await mkdir(this.#folder(started.uploadId));
    await writeFile(join(this.#folder(started.uploadId), 'upload.json'), JSON.stringify(started));
    return started;
  }

  /** @throws ServiceError `NoSuchUpload` when it is unknown, over, or for another key. */
  async find(uploadId: string, key: string): Promise<MultipartUpload> {
    const upload = UPLOAD_ID.test(uploadId) ? await this.#read(uploadId) : undefined;
    if (upload?.key !== key) throw s3Error('NoSuchUpload', undefined, { UploadId: uploadId });
    return upload;
  }

  /** All that are under way, by key and start. */
  async list(): Promise<MultipartUpload[]> {
    const uploads = await Promise.all((await readdir(this.#directory)).map((uploadId) => this.#read(uploadId)));
    return uploads
      .flatMap((upload) => upload ?? [])
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.startedAtMs - b.startedAtMs));
  }

  /** Takes over the received file; a part of the same number is replaced. */
  async addPart(
    { uploadId }: MultipartUpload,
    part: Omit<UploadedPart, 'file'>,
    received: ReceivedBody,
  ): Promise<UploadedPart> {
    const file = `${randomBytes(8).toString('hex')}.bytes`;
    const added: UploadedPart = { ...part, file };
    const record = join(this.#folder(uploadId), `${part.partNumber}.json`);
    const before = await readJson<UploadedPart>(record);
    await rename(received.path, join(this.#folder(uploadId), file));
    await writeFile(`${record}.new`, JSON.stringify(added));
    await rename(`${record}.new`, record);
    if (before) await rm(join(this.#folder(uploadId), before.file), { force: true });
    return added;
  }

  /** By part number. */
  async parts({ uploadId }: MultipartUpload): Promise<UploadedPart[]> {
    const names = (await readdir(this.#folder(uploadId))).filter((name) => /^\d+\.json$/.test(name));
    const parts = await Promise.all(names.map((name) => readJson<UploadedPart>(join(this.#folder(uploadId), name))));
    return parts.flatMap((part) => part ?? []).sort((a, b) => a.partNumber - b.partNumber);
  }

  pathOf({ uploadId }: MultipartUpload, { file }: UploadedPart): string {
    return join(this.#folder(uploadId), file);
  }

  /** Removes uploads that nobody has completed. */
  async removeStartedBefore(startedBeforeMs: number): Promise<void> {
    for (const upload of await this.list()) {
      if (upload.startedAtMs < startedBeforeMs) await this.remove(upload);
    }
  }

  /** Removes what a crash left of uploads that had hardly begun; not while any may be beginning. */
  async removeBroken(): Promise<void> {
    for (const uploadId of await readdir(this.#directory)) {
      if (!(await this.#read(uploadId))) await this.remove({ uploadId });
    }
  }

  async remove({ uploadId }: Pick<MultipartUpload, 'uploadId'>): Promise<void> {
    await rm(this.#folder(uploadId), { recursive: true, force: true });
  }

  #folder(uploadId: string): string {
    return join(this.#directory, uploadId);
  }

  #read(uploadId: string): Promise<MultipartUpload | undefined> {
    return readJson<MultipartUpload>(join(this.#folder(uploadId), 'upload.json'));
  }
}

/** Undefined when there is no such file, or a crash left half of it. */
async function readJson<T>(path: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
