import { createHash, createHmac } from 'node:crypto';

/** What an address is signed for; each part may be another than it should be. */
export interface Presigned {
  readonly method?: string;
  readonly host: string;
  readonly path: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly service?: string;
  readonly atMs: number;
  /** As it stands in the address. */
  readonly expires?: string;
  /** Further parameters, which are signed with the others. */
  readonly query?: Readonly<Record<string, string>>;
}

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** Signature Version 4 in an address: the path with its parameters. */
export function presigned({
  method = 'GET',
  host,
  path,
  accessKeyId,
  secretAccessKey,
  service = 's3',
  atMs,
  expires = '600',
  query = {},
}: Presigned): string {
  const at = new Date(atMs).toISOString().replace(/[-:]|\.\d{3}/g, '');
  const scope = `${at.slice(0, 8)}/us-east-1/${service}/aws4_request`;
  const parameters: Record<string, string> = {
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${accessKeyId}/${scope}`,
    'X-Amz-Date': at,
    'X-Amz-Expires': expires,
    'X-Amz-SignedHeaders': 'host',
    ...query,
  };
  const canonical = Object.entries(parameters)
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
  const request = [method, path, canonical, `host:${host}\n`, 'host', 'UNSIGNED-PAYLOAD'].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', at, scope, createHash('sha256').update(request).digest('hex')].join('\n');
  const key = [at.slice(0, 8), 'us-east-1', service, 'aws4_request'].reduce<string | Buffer>(
    hmac,
    `AWS4${secretAccessKey}`,
  );
  return `${path}?${canonical}&X-Amz-Signature=${hmac(key, toSign).toString('hex')}`;
}
