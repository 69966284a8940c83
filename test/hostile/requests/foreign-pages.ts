import { bucketName, tableName } from '../../../laptop/names.ts';
import type { Chance } from '../chance.ts';
import { asked, denied, type HostileRequest, objectPath, signed } from '../hostile-request.ts';

/** What a page in a browser sends, or what reaches the port under another name. */
export function foreignPages(chance: Chance): HostileRequest[] {
  const kind = 'from a page in a browser';
  const origins = [
    'http://example.com',
    'https://127.0.0.1',
    'null',
    'http://localhost.example.com',
    'http://127.0.0.1:1',
    'file://',
    'chrome-extension://abc',
  ];
  const hosts = [
    'example.com',
    '127.0.0.1.example.com',
    'localhost.example.com:80',
    '127.0.0.1@example.com',
    '0.0.0.0',
    '[::]',
    '10.0.0.1',
    '127.1',
    `${chance.whole(1, 9)}.example.com`,
    '',
  ];
  const deletion = ({ key }: { key: string }) => ({ method: 'DELETE', path: objectPath(key) });
  return [
    ...origins.map((origin) =>
      asked(kind, `Origin ${origin}`, denied, (setting) => ({
        ...deletion(setting),
        headers: signed('s3', { Origin: origin }),
      })),
    ),
    ...['cross-site', 'same-site', 'CROSS-SITE', 'nonsense'].map((site) =>
      asked(kind, `Sec-Fetch-Site ${site}`, denied, (setting) => ({
        ...deletion(setting),
        headers: signed('s3', { 'Sec-Fetch-Site': site }),
      })),
    ),
    ...hosts.map((host) =>
      asked('under a foreign name', `Host "${host}"`, denied, (setting) => ({
        ...deletion(setting),
        host,
        headers: signed('s3'),
      })),
    ),
    asked('under a foreign name', 'Host sync-127.0.0.1 with an Origin', denied, ({ host }) => ({
      host: `sync-${host}`,
      headers: signed('states', { Origin: `http://sync-${host}` }),
    })),
    ...['GET', 'PUT', 'DELETE', 'POST'].map((method) =>
      asked('preflight', `for ${method}`, denied, {
        method: 'OPTIONS',
        path: `/${bucketName}`,
        headers: {
          Origin: 'http://example.com',
          'Access-Control-Request-Method': method,
          'Access-Control-Request-Headers': 'authorization',
        },
      }),
    ),
    asked('preflight', 'without an origin', { status: [403, 405], code: /./ }, { method: 'OPTIONS', path: '/' }),
    asked(kind, 'a form of plain text', denied, {
      method: 'POST',
      headers: {
        Origin: 'http://example.com',
        'Content-Type': 'text/plain',
        'X-Amz-Target': 'DynamoDB_20120810.DeleteTable',
      },
      body: JSON.stringify({ TableName: tableName }),
    }),
    asked(
      kind,
      'a web socket',
      { status: [403, 426, 400], code: /./ },
      {
        headers: {
          Origin: 'http://example.com',
          Connection: 'Upgrade',
          Upgrade: 'websocket',
          'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
          'Sec-WebSocket-Version': '13',
        },
      },
    ),
  ];
}
