import type { IncomingMessage } from 'node:http';
import { assertBodySize } from './service.ts';

/**
 * Reads a request's whole body and puts it back, so that a service still finds the request untouched.
 *
 * @throws Error when the client goes away before the body is complete.
 * @throws ServiceError `RequestEntityTooLargeException` for more than 16 MiB.
 */
export function peekBody(request: IncomingMessage): Promise<Buffer> {
  const expected = Number(request.headers['content-length'] ?? 0);
  assertBodySize(expected);
  if (expected === 0) return Promise.resolve(Buffer.alloc(0));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let received = 0;
    const settle = (act: () => void) => {
      request.off('readable', onReadable).off('error', onGone).off('close', onGone);
      act();
    };
    const onGone = () => settle(() => reject(new Error(`expected ${expected} bytes of body, got ${received}`)));
    const onReadable = () => {
      while (received < expected) {
        const chunk = request.read() as Buffer | null;
        if (chunk === null) return;
        chunks.push(chunk);
        received += chunk.length;
      }
      // Put back in the same turn: afterwards the stream would have announced its end.
      const body = Buffer.concat(chunks);
      request.unshift(body);
      settle(() => resolve(body));
    };
    request.on('readable', onReadable).on('error', onGone).on('close', onGone);
  });
}
