import type { S3Client } from '@aws-sdk/client-s3';
import { SpendwireError } from '../core/ground/errors.ts';
import { type ObjectVersion, readObject } from './object-store.ts';

/** What is larger is read by its print. */
const MOST_BYTES = 10 * 1024 * 1024;
/** By its name; a picture carries no data. */
const PICTURE = /\.(?:jpe?g|png|tiff?|gif|webp|hei[cf])$/i;

/**
 * Whether one version of an object is an invoice that carries its own data. A picture, by its name, and what has more than
 * 10 MB are not opened. One that is gone carries nothing: whoever is to read it says what is wrong.
 *
 * @throws S3's refusal where the object may not be read.
 */
export async function carriesInvoice(
  s3: S3Client,
  { sizeBytes, ...object }: ObjectVersion & { readonly sizeBytes: number },
): Promise<boolean> {
  if (PICTURE.test(object.key) || sizeBytes > MOST_BYTES) return false;
  // Large, and most documents are pictures.
  const { carriesInvoice: isCarried } = await import('e-invoices/invoice-file');
  try {
    return await isCarried(await readObject(s3, object));
  } catch (error) {
    if (error instanceof SpendwireError && error.name === 'ObjectGoneError') return false;
    throw error;
  }
}
