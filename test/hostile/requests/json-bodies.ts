import { tableName } from '../../../laptop/names.ts';
import type { Chance } from '../chance.ts';
import { asked, type DueAnswer, type HostileRequest, signed } from '../hostile-request.ts';

/** A service of AWS's JSON protocol, and what its operations are given wrong. */
interface JsonService {
  readonly name: string;
  readonly target: string;
  readonly type: string;
  /** By operation: a body, with `?` where a value of a wrong type is put. */
  readonly operations: readonly (readonly [string, string])[];
}

const services: readonly JsonService[] = [
  {
    name: 'dynamodb',
    target: 'DynamoDB_20120810',
    type: 'application/x-amz-json-1.0',
    operations: [
      ['GetItem', `{"TableName":"${tableName}","Key":?}`],
      ['GetItem', '{"TableName":?,"Key":{"PK":{"S":"x"},"SK":{"S":"x"}}}'],
      ['PutItem', `{"TableName":"${tableName}","Item":?}`],
      ['PutItem', `{"TableName":"${tableName}","Item":{"PK":?,"SK":{"S":"x"}}}`],
      ['UpdateItem', `{"TableName":"${tableName}","Key":{"PK":{"S":"x"},"SK":{"S":"x"}},"UpdateExpression":?}`],
      ['DeleteItem', `{"TableName":"${tableName}","Key":?}`],
      ['Query', `{"TableName":"${tableName}","KeyConditionExpression":?}`],
      ['Scan', `{"TableName":"${tableName}","Limit":?}`],
      ['BatchGetItem', '{"RequestItems":?}'],
      ['BatchWriteItem', '{"RequestItems":?}'],
      ['BatchWriteItem', `{"RequestItems":{"${tableName}":[?]}}`],
      ['TransactGetItems', '{"TransactItems":[?]}'],
      ['TransactWriteItems', '{"TransactItems":[?]}'],
      ['TransactWriteItems', '{"TransactItems":?}'],
      ['CreateTable', '{"TableName":?}'],
      ['DeleteTable', '{"TableName":?}'],
      ['DescribeTable', '{"TableName":?}'],
      ['UpdateTimeToLive', `{"TableName":"${tableName}","TimeToLiveSpecification":?}`],
      ['TagResource', '{"ResourceArn":?,"Tags":[]}'],
    ],
  },
  {
    name: 'states',
    target: 'AWSStepFunctions',
    type: 'application/x-amz-json-1.0',
    operations: [
      ['CreateStateMachine', '{"name":"x","roleArn":"arn:aws:iam::000000000000:role/x","definition":?}'],
      ['UpdateStateMachine', '{"stateMachineArn":?,"definition":"{}"}'],
      ['DeleteStateMachine', '{"stateMachineArn":?}'],
      ['StartExecution', '{"stateMachineArn":?}'],
      ['StartExecution', '{"stateMachineArn":"arn:aws:states:us-east-1:000000000000:stateMachine:sweep","input":?}'],
      ['StartSyncExecution', '{"stateMachineArn":?}'],
      ['DescribeExecution', '{"executionArn":?}'],
      ['GetExecutionHistory', '{"executionArn":?}'],
      ['StopExecution', '{"executionArn":?}'],
      ['RedriveExecution', '{"executionArn":?}'],
      ['ListExecutions', '{"stateMachineArn":?}'],
      ['SendTaskSuccess', '{"taskToken":?,"output":"{}"}'],
      ['SendTaskFailure', '{"taskToken":?}'],
      ['TestState', '{"definition":?,"roleArn":"arn:aws:iam::000000000000:role/x"}'],
      ['UpdateMapRun', '{"mapRunArn":?}'],
      ['CreateActivity', '{"name":?}'],
      ['GetActivityTask', '{"activityArn":?}'],
    ],
  },
  {
    name: 'sqs',
    target: 'AmazonSQS',
    type: 'application/x-amz-json-1.0',
    operations: [
      ['SendMessage', '{"QueueUrl":?,"MessageBody":"x"}'],
      ['SendMessageBatch', '{"QueueUrl":"http://127.0.0.1/000000000000/ingest","Entries":?}'],
      ['ReceiveMessage', '{"QueueUrl":?}'],
      ['DeleteMessage', '{"QueueUrl":?,"ReceiptHandle":"x"}'],
      ['PurgeQueue', '{"QueueUrl":?}'],
      ['ChangeMessageVisibility', '{"QueueUrl":?,"ReceiptHandle":"x","VisibilityTimeout":1}'],
      ['GetQueueUrl', '{"QueueName":?}'],
      ['StartMessageMoveTask', '{"SourceArn":?}'],
    ],
  },
  {
    name: 'textract',
    target: 'Textract',
    type: 'application/x-amz-json-1.1',
    operations: [
      ['AnalyzeExpense', '{"Document":?}'],
      ['AnalyzeExpense', '{"Document":{"Bytes":?}}'],
      ['StartExpenseAnalysis', '{"DocumentLocation":?}'],
      [
        'StartExpenseAnalysis',
        '{"DocumentLocation":{"S3Object":{"Bucket":"another","Name":"../../etc/hostname"}},"JobTag":?}',
      ],
      ['GetExpenseAnalysis', '{"JobId":?}'],
    ],
  },
  {
    name: 'events',
    target: 'AWSEvents',
    type: 'application/x-amz-json-1.1',
    operations: [['PutEvents', '{"Entries":?}']],
  },
];

const WRONG = [
  'null',
  '12',
  'true',
  '"nonsense"',
  '[]',
  '[null]',
  '[[]]',
  '{"__proto__":{"S":"x"}}',
  '{"constructor":1}',
  '-1e400',
  '""',
  '"\\u0000"',
  '{"S":1}',
  `"${'x'.repeat(3000)}"`,
];

/** Never a failure of ours; never a success, where something could have been changed. */
const refused: DueAnswer = { status: [400, 404, 413], code: /^(?!Internal)[A-Z]\w+/ };

/** Bodies of the JSON protocol that are none, and values of wrong types for every operation. */
export function jsonRequests(chance: Chance): HostileRequest[] {
  return services.flatMap((service): HostileRequest[] => {
    const kind = `JSON for ${service.name}`;
    const [operation = ''] = service.operations[0] ?? [];
    const post = (
      what: string,
      target: string | undefined,
      body: string | Buffer,
      due: DueAnswer = refused,
      type: string | undefined = service.type,
    ) =>
      asked(kind, what, due, {
        method: 'POST',
        headers: signed(service.name, { 'X-Amz-Target': target, 'Content-Type': type }),
        body,
      });
    const named = (name: string) => `${service.target}.${name}`;
    const bodies: readonly (readonly [string, string | Buffer])[] = [
      ['no JSON', 'hello'],
      ['half of it', '{"TableName":"x'],
      ['a list', '[]'],
      ['null', 'null'],
      ['bytes that are no text', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
      [`${chance.whole(1500, 3000)} levels`, `{"a":${'['.repeat(1500)}${']'.repeat(1500)}}`],
      ['XML', '<a/>'],
    ];
    return [
      ...bodies.map(([what, body]) => post(`${operation}: ${what}`, named(operation), body)),
      ...['', '__proto__', 'constructor', 'toString', `${operation}Twice`, operation.toLowerCase()].map((name) =>
        post(`operation "${name}"`, named(name), '{}'),
      ),
      post('no operation', undefined, '{}', { ...refused, status: [400, 404] }),
      post("another service's operation", 'Nobody_20120810.DeleteEverything', '{}'),
      ...service.operations.map(([name, body]) => {
        const value = chance.pick(WRONG.filter((wrong) => isWrong(name, wrong)));
        return post(
          `${name} ${body.replace('?', value.length > 30 ? '…' : value)}`.slice(0, 110),
          named(name),
          body.replace('?', value),
        );
      }),
    ];
  });
}

/** A few values are right for a few operations, or refused for each entry alone. */
function isWrong(operation: string, value: string): boolean {
  if (operation === 'Scan') return value !== 'null' && value !== '12';
  if (operation === 'StartExecution') return value !== '""' && value !== 'null';
  if (operation === 'UpdateItem') return value !== 'null';
  if (operation === 'PutEvents') return value !== '[null]' && value !== '[[]]';
  if (operation === 'CreateActivity') return value !== '"nonsense"';
  return true;
}
