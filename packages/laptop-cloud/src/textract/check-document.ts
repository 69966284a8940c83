import sharp from 'sharp';
import { ServiceError } from '../http/service.ts';
import { checkFormat, LONGEST_SIDE_PIXELS } from './document-format.ts';

/**
 * Checks format, size and, for an image, the header.
 *
 * @throws ServiceError `BadDocumentException` for a broken image header or a side above 10,000 pixels, and what
 *   `checkFormat` throws.
 */
export async function checkDocument(content: Buffer): Promise<void> {
  if (checkFormat(content) === 'pdf') return;
  // The header alone is read, however large the picture says it is.
  const { width, height } = await sharp(content, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw new ServiceError('BadDocumentException', 'the image cannot be opened: it is broken or cut off');
    });
  if (Math.max(width, height) > LONGEST_SIDE_PIXELS) {
    throw new ServiceError(
      'BadDocumentException',
      `expected an image of at most ${LONGEST_SIDE_PIXELS} pixels a side, got ${width} x ${height}`,
    );
  }
}
