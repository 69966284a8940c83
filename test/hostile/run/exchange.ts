import { connect } from 'node:net';

/** What came back for bytes that were sent. */
export interface Exchange {
  /** Every answer on the connection, in their order; none where none came. */
  readonly statuses: readonly number[];
  /** All that came. */
  readonly text: string;
  /** Whether the server closed the connection, or we gave up waiting. */
  readonly isClosed: boolean;
}

/**
 * Sends bytes over a connection of their own, and reads until the server closes it or everything expected has come.
 *
 * @param answers So many answers are waited for.
 * @param withinMs After this the connection is given up.
 */
export function exchange(
  endpoint: string,
  pieces: readonly (string | Buffer)[],
  answers: number,
  withinMs: number,
): Promise<Exchange> {
  const { hostname, port } = new URL(endpoint);
  const isHead = Buffer.from(pieces[0] ?? '').toString('latin1', 0, 5) === 'HEAD ';
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) });
    const received: Buffer[] = [];
    let isClosed = false;
    const result = (): Exchange => {
      const text = Buffer.concat(received).toString('latin1');
      return { statuses: statusesIn(text), text, isClosed };
    };
    const finish = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve(result());
    };
    const timer = setTimeout(finish, withinMs);
    socket.on('data', (chunk) => {
      received.push(chunk);
      if (completeAnswers(Buffer.concat(received).toString('latin1'), isHead) >= answers) finish();
    });
    socket.on('close', () => {
      isClosed = true;
      finish();
    });
    // A reset is an end as well; what came before it counts.
    socket.on('error', () => undefined);
    socket.on('connect', () => {
      for (const piece of pieces) socket.write(typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece);
    });
  });
}

const HEAD = /HTTP\/1\.[01] (\d{3})[^\r\n]*\r\n([\s\S]*?)\r\n\r\n/g;

const statusesIn = (text: string): number[] =>
  [...text.matchAll(HEAD)].map(([, status]) => Number(status)).filter((status) => status !== 100);

/** Answers of which the whole body has come, if they have one; one without a length ends with its connection. */
function completeAnswers(text: string, isHead: boolean): number {
  let count = 0;
  for (const match of text.matchAll(HEAD)) {
    const [head, status = '', fields = ''] = match;
    if (status === '100') continue;
    const from = (match.index ?? 0) + head.length;
    const length = /^content-length: *(\d+)/im.exec(fields)?.[1];
    const isChunked = /^transfer-encoding: *chunked/im.test(fields);
    const isWhole =
      isHead ||
      (isChunked
        ? text.indexOf('\r\n0\r\n\r\n', from - 2) >= 0 || text.startsWith('0\r\n\r\n', from)
        : length !== undefined && text.length >= from + Number(length));
    if (isWhole) count += 1;
  }
  return count;
}
