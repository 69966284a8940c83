import { bucketName } from '../../../laptop/names.ts';
import { asked, type HostileRequest, objectPath, type Setting, signed } from '../hostile-request.ts';
import { type Presigned, presigned } from './presign.ts';

const refused = { status: [403], code: /^(AccessDenied|SignatureDoesNotMatch|InvalidAccessKeyId)$/ };
const SANDBOX = [/^x-content-type-options: nosniff$/, /^content-security-policy: sandbox$/];

/** Addresses that were presigned: any page can hold one, so only the data folder's own key makes one. */
export function addresses(): HostileRequest[] {
  const kind = 'presigned address';
  const DAY_MS = 86_400_000;
  const address = (setting: Setting, over: Partial<Presigned> = {}) =>
    presigned({ host: setting.host, path: objectPath(setting.key), ...setting.credentials, atMs: Date.now(), ...over });
  const opened = (
    what: string,
    due: HostileRequest['due'],
    make: (setting: Setting) => string,
    method = 'GET',
    body?: string,
  ) => asked(kind, what, due, (setting) => ({ method, path: make(setting), ...(body === undefined ? {} : { body }) }));
  const opensPage = { status: [200], headers: [...SANDBOX, /^content-disposition: attachment/] };
  return [
    opened('good', { status: [200], headers: SANDBOX }, address),
    opened('good, of a page', opensPage, (setting) => address(setting, { path: objectPath(setting.pageKey) })),
    ...['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/html; charset=utf-7', 'nonsense'].map((type) =>
      opened(`that asks to be ${type}`, opensPage, (setting) =>
        address(setting, { query: { 'response-content-type': type } }),
      ),
    ),
    opened('that asks to be shown', opensPage, (setting) =>
      address(setting, { path: objectPath(setting.pageKey), query: { 'response-content-disposition': 'inline' } }),
    ),
    opened('that asks for a header of two lines', { status: [400], code: /^InvalidArgument$/ }, (setting) =>
      address(setting, { query: { 'response-content-type': 'text/plain\r\nX-Injected: 1' } }),
    ),
    opened('by a made-up key', refused, (setting) =>
      address(setting, { accessKeyId: 'LAPTOP00000000000000', secretAccessKey: 'guessed' }),
    ),
    opened('by the key of the quick start', refused, (setting) =>
      address(setting, { accessKeyId: 'laptop', secretAccessKey: 'laptop' }),
    ),
    opened('by the right key with another secret', refused, (setting) =>
      address(setting, { secretAccessKey: 'guessed' }),
    ),
    opened('for another object', refused, (setting) =>
      address(setting).replace(objectPath(setting.key), objectPath(setting.pageKey)),
    ),
    opened('with a parameter more', refused, (setting) => `${address(setting)}&response-content-type=text%2Fhtml`),
    opened('with a parameter less', refused, (setting) =>
      address(setting, { query: { 'response-content-type': 'text/plain' } }).replace(
        /&response-content-type=[^&]*/,
        '',
      ),
    ),
    opened('with a longer time', refused, (setting) =>
      address(setting).replace('X-Amz-Expires=600', 'X-Amz-Expires=6000'),
    ),
    opened('with half a signature', refused, (setting) => address(setting).slice(0, -32)),
    opened('with an empty signature', refused, (setting) =>
      address(setting).replace(/X-Amz-Signature=.*/, 'X-Amz-Signature='),
    ),
    opened('that is over', refused, (setting) => address(setting, { atMs: Date.now() - DAY_MS })),
    ...['0', '-1', '999999999', 'NaN', '1e3', ''].map((expires) =>
      opened(`of "${expires}" seconds`, { status: [400], code: /^AuthorizationQueryParametersError$/ }, (setting) =>
        address(setting, { expires }),
      ),
    ),
    opened('that deletes', refused, (setting) => address(setting, { method: 'DELETE' }), 'DELETE'),
    opened('used to delete', refused, address, 'DELETE'),
    opened('used to write', refused, address, 'PUT', 'overwritten'),
    opened('of the database', refused, (setting) => address(setting, { service: 'dynamodb', path: '/' })),
    opened('of messages', refused, (setting) =>
      address(setting, { service: 'sns', path: '/', query: { Action: 'ListTopics' } }),
    ),
    opened('twice signed', refused, (setting) => `${address(setting)}&X-Amz-Signature=00`),
    asked(kind, 'and a header besides', { status: [400, 403, 404], code: /./ }, (setting) => ({
      path: address(setting, { accessKeyId: 'a', path: objectPath('nothing') }),
      headers: signed('s3'),
    })),
    ...['sns', 'sqs', 'sts'].flatMap((service) =>
      ['GET', 'HEAD', 'DELETE'].map((method) =>
        asked(
          'query protocol by the address',
          `${method} of ${service}`,
          { status: [405], ...(method === 'HEAD' ? {} : { code: /^MethodNotAllowed$/ }) },
          { method, path: '/?Action=ListQueues&Version=2012-11-05&QueueNamePrefix=x', headers: signed(service) },
        ),
      ),
    ),
    asked(
      'query protocol by the address',
      'parameters beside an empty form',
      { status: [400], code: /^InvalidAction$/ },
      {
        method: 'POST',
        path: '/?Action=ListTopics',
        headers: signed('sns', { 'Content-Type': 'application/x-www-form-urlencoded' }),
        body: '',
      },
    ),
    asked(
      'query protocol by the address',
      'Action as the path of the bucket',
      { status: [403], code: /./ },
      { method: 'POST', path: `/${bucketName}?Action=Publish`, body: '' },
    ),
  ];
}
