import { buffer } from 'node:stream/consumers';
import { ServiceError } from '../http/service.ts';
import type { S3Service } from '../s3/s3-service.ts';

/**
 * Reads objects for a room that is given bucket and key.
 *
 * @throws ServiceError `NoSuchBucket`, `NoSuchKey` or `NoSuchVersion`.
 */
export const objectReader =
  (s3: S3Service, bucketName: string) =>
  async (bucket: string, key: string, versionId?: string): Promise<Buffer> => {
    if (bucket !== bucketName) {
      throw new ServiceError('NoSuchBucket', `expected the bucket ${bucketName}, got "${bucket}"`, 404);
    }
    return buffer((await s3.read(key, versionId)).body);
  };
