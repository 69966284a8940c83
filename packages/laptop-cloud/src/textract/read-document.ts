import { ServiceError } from '../http/service.ts';
import { checkDocument } from './check-document.ts';
import type { TextractOptions } from './textract-options.ts';

/** Where a document lies, as the API names it. */
export interface S3Object {
  readonly Bucket: string;
  readonly Name: string;
  readonly Version?: string | undefined;
}

/**
 * Reads a document from the bucket and checks what its first bytes tell.
 *
 * @throws ServiceError `InvalidS3ObjectException` when there is no such object or version, and what
 *   `checkDocument` throws.
 */
export async function readDocument(
  { Bucket, Name, Version }: S3Object,
  readObject: TextractOptions['readObject'],
): Promise<Buffer> {
  const content = await readObject(Bucket, Name, Version).catch((error: unknown) => {
    if (!(error instanceof ServiceError)) throw error;
    throw new ServiceError(
      'InvalidS3ObjectException',
      `unable to read s3://${Bucket}/${Name}${Version === undefined ? '' : ` version ${Version}`}: ${error.code}; check bucket, key and version`,
    );
  });
  await checkDocument(content);
  return content;
}
