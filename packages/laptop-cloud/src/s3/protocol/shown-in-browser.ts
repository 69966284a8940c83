import type { S3Request } from './s3-request.ts';

/** What a browser shows without running anything of it. An SVG is a page. */
const PLAIN: ReadonlySet<string> = new Set([
  'application/pdf',
  'image/avif',
  'image/bmp',
  'image/gif',
  'image/heic',
  'image/heif',
  'image/jpeg',
  'image/png',
  'image/tiff',
  'image/webp',
]);

/**
 * The headers of an object whose address was presigned, so that a browser may open it: whatever was dropped, and whichever type
 * its address asks for, it is no page of this port. Pictures and PDFs are shown, all else is saved. Clients that sign their
 * headers get them as Amazon gives them.
 */
export function shownInBrowser(request: S3Request, headers: Record<string, string>): Record<string, string> {
  if (!request.query.has('X-Amz-Signature')) return headers;
  const type = (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const { 'content-disposition': disposition = '' } = headers;
  const saved = /^\s*attachment/i.test(disposition) ? disposition : 'attachment';
  return {
    ...headers,
    'x-content-type-options': 'nosniff',
    'content-security-policy': 'sandbox',
    ...(PLAIN.has(type) ? {} : { 'content-disposition': saved }),
  };
}
