import { bucketName } from '../../laptop/names.ts';
import { signedAs } from './run/signed.ts';

/** What has to come back. */
export interface DueAnswer {
  /** Each status that may come; one that is not here is a fault. 0 where the connection may be closed without one. */
  readonly status: readonly number[];
  /** The names of AWS's errors, one of which the answer gives. @default - it need not name one: it is a success, or no service was reached */
  readonly code?: RegExp;
  /** Headers that the answer has, as `name: value` in lower case. */
  readonly headers?: readonly RegExp[];
  /** Whether the server closes the connection after it. @default false */
  readonly closes?: boolean;
}

/** What a request is made from. */
export interface Setting {
  /** `127.0.0.1:{port}` */
  readonly host: string;
  /** Of the data folder. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** A key under which a good receipt lies. */
  readonly key: string;
  /** A key under which a page lies. */
  readonly pageKey: string;
}

/** One request, or several on one connection, as they go over the wire. */
export interface HostileRequest {
  /** The row of the table that counts it. */
  readonly kind: string;
  readonly what: string;
  pieces(setting: Setting): readonly (string | Buffer)[];
  /** How many answers are waited for. @default 1 */
  readonly answers?: number;
  readonly due: DueAnswer;
}

/** The parts of a request that a test is about. */
export interface RequestParts {
  readonly method?: string;
  readonly path?: string;
  readonly host?: string;
  /** Names to values; one that is `undefined` is left out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string | Buffer;
}

/** Writes a request of HTTP/1.1 as a client would, with the headers exactly as given. */
export function written(
  { method = 'GET', path = '/', host, headers = {}, body }: RequestParts,
  setting: Setting,
): Buffer {
  const content = body === undefined ? undefined : Buffer.from(body as string);
  const fields = {
    Host: host ?? setting.host,
    ...(content && { 'Content-Length': String(content.length) }),
    ...headers,
  };
  const lines = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  const head = Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  return content ? Buffer.concat([head, content]) : head;
}

/** A request of its own connection. */
export const asked = (
  kind: string,
  what: string,
  due: DueAnswer,
  parts: RequestParts | ((setting: Setting) => RequestParts),
): HostileRequest => ({
  kind,
  what,
  due,
  pieces: (setting) => [written(typeof parts === 'function' ? parts(setting) : parts, setting)],
});

/** Headers of a signed request of one service. */
export const signed = (service: string, more: Readonly<Record<string, string | undefined>> = {}) => ({
  Authorization: signedAs(service),
  ...more,
});

/** The path of an object in the bucket. */
export const objectPath = (key: string): string => `/${bucketName}/${key.split('/').map(encodeURIComponent).join('/')}`;

/** Refused as somebody without authority. */
export const denied: DueAnswer = { status: [403], code: /^AccessDenied$/ };
