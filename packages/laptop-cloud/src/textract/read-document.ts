import { type Caller, ServiceError } from '../http/service.ts';
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
 * @throws ServiceError `InvalidS3ObjectException` when there is no such object or version, or its key may not be used, and what
 *   `checkDocument` throws.
 */
export async function readDocument(
  { Bucket, Name, Version }: S3Object,
  readObject: TextractOptions['readObject'],
  caller: Caller,
): Promise<Buffer> {
  const content = await readObject(Bucket, Name, Version, caller).catch((error: unknown) => {
    if (!(error instanceof ServiceError)) throw error;
    throw new ServiceError(
      'InvalidS3ObjectException',
      `unable to read s3://${Bucket}/${Name}${Version === undefined ? '' : ` version ${Version}`}: ${error.code}; check bucket, key, version and access permissions`,
    );
  });
  await checkDocument(content);
  return content;
}
