import { Transform, type TransformCallback } from 'node:stream';
import { s3Error } from '../s3-error.ts';

const LINE_FEED = 0x0a;
const LONGEST_LINE = 16 * 1024;

/**
 * Takes the `aws-chunked` framing off a body, signed or not; trailing headers are in {@link trailers} at the end.
 * The signatures of single chunks are not verified: the request's own is, and the checksum covers the bytes.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
 *
 * Fails with `IncompleteBody` when the body ends early or is framed otherwise.
 */
export class AwsChunkedDecoder extends Transform {
  readonly trailers = new Map<string, string>();
  #expecting: 'size' | 'data' | 'end of data' | 'trailer' | 'nothing' = 'size';
  #remaining = 0;
  #line = '';

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    try {
      for (let at = 0; at < chunk.length; ) {
        at = this.#expecting === 'data' ? this.#takeData(chunk, at) : this.#takeLine(chunk, at);
      }
      done();
    } catch (error) {
      done(error as Error);
    }
  }

  override _flush(done: TransformCallback): void {
    // Some clients leave out the empty line at the end.
    if (this.#expecting === 'trailer' && this.#line !== '') this.#endLine();
    done(this.#expecting === 'trailer' || this.#expecting === 'nothing' ? null : s3Error('IncompleteBody'));
  }

  #takeData(chunk: Buffer, at: number): number {
    const data = chunk.subarray(at, at + this.#remaining);
    this.#remaining -= data.length;
    if (this.#remaining === 0) this.#expecting = 'end of data';
    this.push(data);
    return at + data.length;
  }

  #takeLine(chunk: Buffer, at: number): number {
    const end = chunk.indexOf(LINE_FEED, at);
    this.#line += chunk.toString('latin1', at, end < 0 ? chunk.length : end);
    if (this.#line.length > LONGEST_LINE) throw s3Error('IncompleteBody', 'expected a chunk header, got a longer line');
    if (end < 0) return chunk.length;
    this.#endLine();
    return end + 1;
  }

  #endLine(): void {
    const line = this.#line.replace(/\r$/, '');
    this.#line = '';
    if (this.#expecting === 'end of data' && line === '') this.#expecting = 'size';
    else if (this.#expecting === 'size') this.#beginChunk(line);
    else if (this.#expecting === 'trailer') this.#endTrailer(line);
    else if (line !== '') throw s3Error('IncompleteBody', `expected the end of a chunk, got "${line.slice(0, 80)}"`);
  }

  #beginChunk(line: string): void {
    const [, size] = /^([0-9a-fA-F]{1,12})(;.*)?$/.exec(line) ?? [];
    if (size === undefined) throw s3Error('IncompleteBody', `expected the size of a chunk, got "${line.slice(0, 80)}"`);
    this.#remaining = Number.parseInt(size, 16);
    this.#expecting = this.#remaining === 0 ? 'trailer' : 'data';
  }

  #endTrailer(line: string): void {
    const [, name, value] = /^([^:]+):(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) this.trailers.set(name.trim().toLowerCase(), value.trim());
    else this.#expecting = 'nothing';
  }
}
