import { createHash, createHmac } from 'node:crypto';

/** What a client of the AWS SDK has resolved for itself. */
export interface SigningCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

export interface RequestToSign {
  readonly url: URL;
  readonly body: string;
  readonly service: string;
  readonly region: string;
  readonly credentials: SigningCredentials;
  readonly now: Date;
}

/**
 * The headers that sign a POST with Signature Version 4, for the one service here that brings no client of its own.
 * The path may hold letters, digits, `-`, `_` and `/` only: nothing is encoded.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function signRequest({ url, body, service, region, credentials, now }: RequestToSign): Record<string, string> {
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  const signedAt = now.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const scope = [signedAt.slice(0, 8), region, service, 'aws4_request'];
  const headers = {
    host: url.host,
    'x-amz-date': signedAt,
    ...(sessionToken ? { 'x-amz-security-token': sessionToken } : {}),
  };
  const names = Object.keys(headers).join(';');
  const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`);
  const request = ['POST', url.pathname, '', lines.join(''), names, sha256(body)].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', signedAt, scope.join('/'), sha256(request)].join('\n');
  const key = scope.reduce<string | Buffer>((parent, part) => hmac(parent, part), `AWS4${secretAccessKey}`);
  const signature = hmac(key, toSign).toString('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope.join('/')}, SignedHeaders=${names}, Signature=${signature}`;
  return { ...headers, authorization };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
