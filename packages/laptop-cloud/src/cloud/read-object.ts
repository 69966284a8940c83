import { buffer } from 'node:stream/consumers';
import { type Caller, ServiceError } from '../http/service.ts';
import type { S3Service } from '../s3/s3-service.ts';

/**
 * Reads objects for a room that is given bucket and key, with the permissions of the room's own caller for keys of KMS.
 *
 * @throws ServiceError `NoSuchBucket`, `NoSuchKey`, `NoSuchVersion` or `AccessDenied`.
 */
export const objectReader =
  (s3: S3Service, bucketName: string) =>
  async (bucket: string, key: string, versionId?: string, caller?: Caller): Promise<Buffer> => {
    if (bucket !== bucketName) {
      throw new ServiceError('NoSuchBucket', `expected the bucket ${bucketName}, got "${bucket}"`, 404);
    }
    return buffer((await s3.read(key, versionId, caller)).body);
  };
