import { rm } from 'node:fs/promises';
import mime from 'mime';
import type { Bucket } from './bucket.ts';
import { differOnlyInPlace } from './file-fingerprint.ts';
import { localOrigin } from './object-event.ts';
import { noAttributes } from './object-version.ts';
import { digestFile } from './receive-body.ts';

/**
 * Brings the bucket in line with one file of the folder: a new or changed file is uploaded, a file that is gone is
 * deleted with a marker, anything else does nothing.
 *
 * @returns false when the file changed while it was read: it has to be tried again.
 */
export function uploadDropped(key: string, bucket: Bucket): Promise<boolean> {
  return bucket.inTurn(key, async () => {
    const seen = await bucket.folder.fingerprint(key);
    if (seen === bucket.currentObject(key)?.fingerprint) return true;
    if (seen !== undefined) return upload(key, seen, bucket);
    if (!(await bucket.folder.isThere())) return true;
    await bucket.addMarker(key, localOrigin('DeleteObject'));
    return true;
  });
}

async function upload(key: string, seen: string, bucket: Bucket): Promise<boolean> {
  const { files, folder, catalog } = bucket;
  const path = await files.copyIncoming(folder.pathOf(key)).catch(goneAsUndefined);
  if (path === undefined) return false;
  try {
    const { md5, sizeBytes } = await digestFile(path);
    if ((await folder.fingerprint(key)) !== seen) return false;
    const current = bucket.currentObject(key);
    // A folder that was restored from a backup or moved to another disk is not uploaded anew.
    if (current?.fingerprint && differOnlyInPlace(current.fingerprint, seen) && current.etag === md5) {
      await catalog.replace({ ...current, fingerprint: seen });
    } else {
      await bucket.adopt(
        key,
        { ...noAttributes, headers: typeOf(key), path, sizeBytes, etag: md5 },
        seen,
        localOrigin('PutObject'),
      );
    }
    return true;
  } finally {
    await rm(path, { force: true });
  }
}

/** As `aws s3 cp` guesses it, by the file's ending. */
export function typeOf(key: string): Readonly<Record<string, string>> {
  const type = mime.getType(key);
  return type === null ? {} : { 'content-type': type };
}

function goneAsUndefined(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
