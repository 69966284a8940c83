import { connect, type Socket } from 'node:net';
import { signedAs } from './signed.ts';
import type { Tried } from './tried.ts';

/** Connections on which somebody begins and does not go on. */
export interface HalfOpen {
  /** How each stands: closed by the server, or open. */
  judge(isOver: boolean): Tried[];
  /** Whether those that the server has to close by itself are closed. */
  areClosed(): boolean;
}

const BEGINNINGS: readonly { readonly what: string; readonly text: string; readonly bySelf: boolean }[] = [
  { what: 'half a line', text: 'GET / HT', bySelf: true },
  { what: 'half a head', text: 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Note: a', bySelf: true },
  { what: 'nothing', text: '', bySelf: false },
  {
    what: 'a head whose body does not come',
    text: bodyFor('dynamodb', 'X-Amz-Target: DynamoDB_20120810.PutItem'),
    bySelf: false,
  },
  {
    what: 'half a body',
    text: `${bodyFor('s3', 'X-Note: a').replace('POST /', 'PUT /spendwire/half/body')}half`,
    bySelf: false,
  },
];

function bodyFor(service: string, field: string): string {
  return `POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ${signedAs(service)}\r\n${field}\r\nContent-Length: 1000\r\n\r\n`;
}

/** Opens them; those with an unfinished head the server closes by itself, all of them when it ends. */
export function openHalf(endpoint: string): HalfOpen {
  const { hostname, port } = new URL(endpoint);
  const opened = BEGINNINGS.map((beginning) => {
    const socket: Socket = connect({ host: hostname, port: Number(port) }, () => void socket.write(beginning.text));
    let isClosed = false;
    socket.on('close', () => {
      isClosed = true;
    });
    socket.on('error', () => undefined);
    socket.resume();
    return { ...beginning, isClosed: () => isClosed };
  });
  return {
    areClosed: () => opened.every(({ bySelf, isClosed }) => !bySelf || isClosed()),
    judge: (isOver) =>
      opened
        .filter(({ bySelf }) => bySelf !== isOver)
        .map(({ what, isClosed }) => ({
          kind: 'connection half open',
          what,
          cameOut: isClosed() ? (isOver ? 'closed at the end' : 'closed by the server') : 'open',
          problems: isClosed()
            ? []
            : [isOver ? 'it was open when the process had ended' : 'the server has not closed it by itself'],
        })),
  };
}
