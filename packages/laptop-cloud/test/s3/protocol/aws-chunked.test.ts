import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AwsChunkedDecoder } from '../../../src/s3/protocol/aws-chunked.ts';

const signature = ';chunk-signature=ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648';

/** A body as a client frames it, signed or not, with a trailer or without. */
function framed(pieces: readonly Uint8Array[], isSigned: boolean, trailer: string | undefined): Buffer {
  const extension = isSigned ? signature : '';
  const chunks = pieces.filter(({ length }) => length > 0);
  return Buffer.concat([
    ...chunks.flatMap((piece) => [
      Buffer.from(`${piece.length.toString(16)}${extension}\r\n`),
      piece,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`0${extension}\r\n${trailer ? `x-amz-checksum-crc32:${trailer}\r\n` : ''}\r\n`),
  ]);
}

/** Hands bytes over in pieces of the given sizes, as a network would. */
function* cut(bytes: Buffer, sizes: readonly number[]): Generator<Buffer> {
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

describe('AwsChunkedDecoder', () => {
  it('gives back the body and the trailer however the bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 5 }),
        fc.boolean(),
        fc.option(fc.constant('sOO8/Q=='), { nil: undefined }),
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 }),
        async (pieces, isSigned, trailer, sizes) => {
          const decoder = new AwsChunkedDecoder();

          const body = await buffer(Readable.from(cut(framed(pieces, isSigned, trailer), sizes)).pipe(decoder));

          expect(body).toEqual(Buffer.concat(pieces));
          expect(decoder.trailers.get('x-amz-checksum-crc32')).toBe(trailer);
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each([
    ['ends inside a chunk', '5\r\nhel'],
    ['ends before the last chunk', '5\r\nhello\r\n'],
    ['has a chunk longer than it says', '3\r\nhello\r\n0\r\n\r\n'],
    ['has no size', 'hello\r\n'],
  ])('fails with IncompleteBody when the body %s', async (_, text) => {
    const decoder = Readable.from([Buffer.from(text)]).pipe(new AwsChunkedDecoder());

    await expect(buffer(decoder)).rejects.toMatchObject({ code: 'IncompleteBody' });
  });
});
