import { bucketName } from '../../../laptop/names.ts';
import {
  asked,
  type DueAnswer,
  type HostileRequest,
  objectPath,
  type Setting,
  signed,
  written,
} from '../hostile-request.ts';

/** Node's own answer to what is no HTTP. */
const noHttp: DueAnswer = { status: [400], closes: true };
const TABLES = {
  method: 'POST',
  headers: signed('dynamodb', {
    'X-Amz-Target': 'DynamoDB_20120810.ListTables',
    'Content-Type': 'application/x-amz-json-1.0',
  }),
  body: '{}',
};

/** Bytes that are no HTTP, or of a kind that proxies and servers read in different ways. */
export function brokenHttp(): HostileRequest[] {
  const kind = 'bytes that are no HTTP';
  const raw = (
    what: string,
    due: DueAnswer,
    make: (setting: Setting) => readonly (string | Buffer)[],
    answers?: number,
  ): HostileRequest => ({ kind, what, due, pieces: make, ...(answers === undefined ? {} : { answers }) });
  const head = ({ host }: Setting, line: string, ...fields: string[]) =>
    `${[line, `Host: ${host}`, ...fields].join('\r\n')}\r\n\r\n`;
  const AUTHORIZATION = `Authorization: ${signed('s3').Authorization}`;
  return [
    raw('noise', noHttp, () => [Buffer.from([0, 1, 2, 3, 0xff, 0xfe, 0x0d, 0x0a, 0x0d, 0x0a])]),
    raw('the greeting of TLS', noHttp, () => [Buffer.from('16030100c8010000c40303', 'hex'), Buffer.alloc(180)]),
    raw('the greeting of HTTP/2', noHttp, () => ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n']),
    raw('a line alone', noHttp, () => ['hello\r\n\r\n']),
    raw('a method that is none', noHttp, (setting) => [head(setting, 'DROP / HTTP/1.1')]),
    raw('a version that is none', noHttp, (setting) => [head(setting, 'GET / HTTP/9.9')]),
    raw('a header without a colon', noHttp, (setting) => [head(setting, 'GET / HTTP/1.1', 'nonsense')]),
    raw('a header with a null', noHttp, (setting) => [head(setting, 'GET / HTTP/1.1', 'X-Note: a\0b')]),
    raw('a space before the colon', noHttp, (setting) => [head(setting, 'GET / HTTP/1.1', 'X-Note : b')]),
    raw('a length that is none', noHttp, (setting) => [head(setting, 'POST / HTTP/1.1', 'Content-Length: ten')]),
    raw('a negative length', noHttp, (setting) => [head(setting, 'POST / HTTP/1.1', 'Content-Length: -1')]),
    raw('two lengths', noHttp, (setting) => [
      head(setting, 'POST / HTTP/1.1', 'Content-Length: 1', 'Content-Length: 2'),
    ]),
    raw('a length and chunks', noHttp, (setting) => [
      head(setting, 'POST / HTTP/1.1', 'Content-Length: 3', 'Transfer-Encoding: chunked'),
      '0\r\n\r\n',
    ]),
    raw('an unknown encoding', { status: [400, 403, 501], closes: true }, (setting) => [
      head(setting, 'POST / HTTP/1.1', 'Transfer-Encoding: nonsense', AUTHORIZATION),
    ]),
    raw('chunks that are none', { status: [400, 403], closes: true }, (setting) => [
      head(setting, 'PUT /x/y HTTP/1.1', 'Transfer-Encoding: chunked', AUTHORIZATION.replace('/s3/', '/dynamodb/')),
      'zz\r\nnonsense\r\n',
    ]),
    raw('a line of 20,000 letters', { status: [431, 400], closes: true }, (setting) => [
      head(setting, `GET /${'x'.repeat(20_000)} HTTP/1.1`),
    ]),
    raw('a header of 20,000 letters', { status: [431], closes: true }, (setting) => [
      head(setting, 'GET / HTTP/1.1', `X-Note: ${'x'.repeat(20_000)}`),
    ]),
    raw('1,500 headers', { status: [431, 403, 200] }, (setting) => [
      head(setting, 'GET / HTTP/1.1', ...Array.from({ length: 1500 }, (_, index) => `X-${index}: 1`)),
    ]),
    raw('no host', { status: [400, 403], closes: true }, () => ['GET / HTTP/1.1\r\n\r\n']),
    raw('two hosts', { status: [400, 403] }, (setting) => [head(setting, 'GET / HTTP/1.1', 'Host: example.com')]),
    raw('the whole address of another host', { status: [403, 400, 404] }, (setting) => [
      head(setting, `GET http://example.com/${bucketName} HTTP/1.1`, 'Connection: close'),
    ]),
    raw('CONNECT', { status: [0, 400, 403, 405], closes: true }, (setting) => [
      head(setting, 'CONNECT example.com:80 HTTP/1.1'),
    ]),
    raw('TRACE', { status: [403, 405, 400], code: /./ }, (setting) => [head(setting, 'TRACE / HTTP/1.1')]),
    raw('HTTP/1.0 without a host', { status: [400, 403], closes: true }, () => ['GET / HTTP/1.0\r\n\r\n']),
    raw('an expectation that is none', { status: [417] }, (setting) => [
      head(setting, 'GET / HTTP/1.1', 'Expect: wonders'),
    ]),
    raw('line ends without a return', { status: [200, 400] }, ({ host }) => [`GET / HTTP/1.1\nHost: ${host}\n\n`]),
    raw(
      'three requests in one piece',
      { status: [200] },
      (setting) => [Buffer.concat([written(TABLES, setting), written(TABLES, setting), written(TABLES, setting)])],
      3,
    ),
    raw(
      'a good and a bad one in one piece',
      { status: [200, 400], closes: true },
      (setting) => [Buffer.concat([written(TABLES, setting), Buffer.from('nonsense\r\n\r\n')])],
      2,
    ),
    raw(
      'a body longer than its length',
      { status: [400, 404], closes: true },
      (setting) => [written({ ...TABLES, body: '{"Limit":"x"}' }, setting), 'DELETE-NOTHING'],
      2,
    ),
    {
      ...asked(
        'body that is too large',
        'of the database, 2 GB announced',
        { status: [413], code: /^RequestEntityTooLargeException$/ },
        {},
      ),
      pieces: (setting) => [
        head(
          setting,
          'POST / HTTP/1.1',
          `Authorization: ${signed('dynamodb').Authorization}`,
          'X-Amz-Target: DynamoDB_20120810.PutItem',
          'Content-Length: 2147483648',
        ),
      ],
    },
    ...(['dynamodb', 'states', 'sqs', 'textract'] as const).map((service) => {
      const target = {
        dynamodb: 'DynamoDB_20120810.PutItem',
        states: 'AWSStepFunctions.StartExecution',
        sqs: 'AmazonSQS.SendMessage',
        textract: 'Textract.AnalyzeExpense',
      }[service];
      return asked(
        'body that is too large',
        `of ${service}, 17 MB`,
        { status: [413], code: /^RequestEntityTooLargeException$/ },
        {
          method: 'POST',
          headers: signed(service, { 'X-Amz-Target': target }),
          body: Buffer.alloc(17 * 1024 * 1024, 0x20),
        },
      );
    }),
    asked(
      'body that is too large',
      'of the database, 17 MB in chunks',
      { status: [413], code: /^RequestEntityTooLargeException$/ },
      {
        method: 'POST',
        headers: signed('dynamodb', {
          'X-Amz-Target': 'DynamoDB_20120810.PutItem',
          'Content-Length': undefined,
          'Transfer-Encoding': 'chunked',
        }),
        body: Buffer.concat([
          Buffer.from(`${(17 * 1024 * 1024).toString(16)}\r\n`),
          Buffer.alloc(17 * 1024 * 1024, 0x20),
          Buffer.from('\r\n0\r\n\r\n'),
        ]),
      },
    ),
    asked(kind, 'an object that is not read to its end', { status: [200] }, ({ key }) => ({
      path: objectPath(key),
      headers: signed('s3', { Connection: 'close' }),
    })),
  ];
}
