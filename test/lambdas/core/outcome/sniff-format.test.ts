import { describe, expect, it } from 'vitest';
import { sniffFormat } from '../../../../lambdas/core/outcome/sniff-format.ts';

describe('sniffFormat', () => {
  it.each([
    ['JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['PNG', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['PDF', Buffer.from('%PDF-1.7')],
    ['PDF', Buffer.from('junk before it\n%PDF-1.4')],
    ['TIFF', Buffer.from('II*\0', 'latin1')],
    ['TIFF', Buffer.from('MM\0*', 'latin1')],
    ['GIF', Buffer.from('GIF89a')],
    ['WebP', Buffer.from('RIFF\x10\0\0\0WEBPVP8 ', 'latin1')],
    ['HEIC', Buffer.from('\0\0\0\x18ftypheic', 'latin1')],
    ['HEIC', Buffer.from('\0\0\0\x18ftypmif1', 'latin1')],
    ['ZIP or Office', Buffer.from('PK\x03\x04\x14', 'latin1')],
    ['XML', Buffer.from('<?xml version="1.0"?><Invoice/>')],
    ['XML', Buffer.from('\ufeff\n<?xml version="1.0"?><Invoice/>')],
    ['plain text', Buffer.from('<p>12.00</p>')],
    ['plain text', Buffer.from('milk, eggs\r\n\tbread – 2 €')],
    ['plain text', Buffer.from('PKO Bank, receipt 12')],
    ['unknown', Buffer.from([0, 1, 2, 3])],
    ['unknown', new Uint8Array()],
  ])('knows %s', (format, bytes) => {
    expect(sniffFormat(bytes)).toBe(format);
  });
});
