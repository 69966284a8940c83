import { localArn } from '../account.ts';
import type { Access } from './permissions.ts';
import type { Json, JsonObject } from './service.ts';

/** The actions and resources that one operation of a JSON or query service needs, from its input. */
export function operationAccess(signingName: string, operation: string, input: JsonObject): Access[] {
  const resources = RESOURCES[signingName];
  const special = resources?.[operation] ?? resources?.['*'];
  return special ? special(input, operation) : [{ action: `${signingName}:${operation}`, resource: '*' }];
}

type AccessRule = (input: JsonObject, operation: string) => Access[];

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const object = (value: Json | undefined): JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {};
const list = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

const tableArn = (name: Json | undefined): string =>
  text(name).startsWith('arn:') ? text(name) : localArn('dynamodb', `table/${text(name)}`);

/** The permission that an entry of a transaction needs: IAM knows no action for the transaction itself. */
const TRANSACTION_ACTIONS: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

const transaction: AccessRule = (input) =>
  list(input.TransactItems)
    .flatMap((item) => Object.entries(object(item)))
    .map(([kind, entry]) => ({
      action: `dynamodb:${TRANSACTION_ACTIONS[kind] ?? kind}`,
      resource: tableArn(object(entry).TableName),
    }));

const batch: AccessRule = (input, operation) =>
  Object.keys(object(input.RequestItems)).map((name) => ({
    action: `dynamodb:${operation}`,
    resource: tableArn(name),
  }));

const onTable: AccessRule = ({ TableName, IndexName }, operation) => {
  const resource = TableName === undefined ? '*' : tableArn(TableName);
  const index = IndexName === undefined ? '' : `/index/${text(IndexName)}`;
  return [{ action: `dynamodb:${operation}`, resource: `${resource}${index}` }];
};

/** Textract reads the document with its caller's permissions. */
const readsDocument: AccessRule = (input, operation) => {
  const { Bucket, Name, Version } = object(object(input.DocumentLocation ?? input.Document).S3Object);
  const read = Name === undefined ? [] : [objectRead(text(Bucket), text(Name), Version !== undefined)];
  return [{ action: `textract:${operation}`, resource: '*' }, ...read];
};

/** Reading an object, or one version of it, which is another permission. */
export const objectRead = (bucket: string, key: string, isVersion: boolean): Access => ({
  action: isVersion ? 's3:GetObjectVersion' : 's3:GetObject',
  resource: `arn:aws:s3:::${bucket}/${key}`,
});

const topicOf = (subscriptionArn: string): string => subscriptionArn.split(':').slice(0, 6).join(':');

const RESOURCES: Readonly<Record<string, Readonly<Record<string, AccessRule>>>> = {
  dynamodb: {
    TransactWriteItems: transaction,
    TransactGetItems: transaction,
    BatchGetItem: batch,
    BatchWriteItem: batch,
    '*': onTable,
  },
  states: {
    '*': (input, operation) => [
      { action: `states:${operation}`, resource: text(input.stateMachineArn) || text(input.executionArn) || '*' },
    ],
  },
  sns: {
    CreateTopic: ({ Name }) => [{ action: 'sns:CreateTopic', resource: localArn('sns', text(Name)) }],
    '*': ({ TopicArn, TargetArn, SubscriptionArn }, operation) => [
      {
        action: `sns:${operation}`,
        resource: text(TopicArn) || text(TargetArn) || topicOf(text(SubscriptionArn)) || '*',
      },
    ],
  },
  sqs: {
    '*': ({ QueueUrl, QueueName }, operation) => [
      {
        action: `sqs:${operation}`,
        resource: localArn('sqs', text(QueueUrl).split('/').at(-1) || text(QueueName) || '*'),
      },
    ],
  },
  textract: {
    StartExpenseAnalysis: readsDocument,
    AnalyzeExpense: readsDocument,
  },
  sts: { GetCallerIdentity: () => [] },
};
