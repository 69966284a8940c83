import { account, bucketArn, localArn } from '../account.ts';
import { machineArn } from '../cloud/ensure-machines.ts';
import { functionArn } from '../lambda/function-spec.ts';

/** What `Ref` and `Fn::GetAtt` of a resource give. */
export interface ResourceValues {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

interface KnownType {
  /** The property that names a resource of this type. */
  readonly nameProperty: string;
  values(name: string, endpoint: string): ResourceValues;
}

const byName = (nameProperty: string, arnOf: (name: string) => string): KnownType => ({
  nameProperty,
  values: (name) => ({ ref: name, attributes: { Arn: arnOf(name) } }),
});

const table = byName('TableName', (name) => localArn('dynamodb', `table/${name}`));

const KNOWN_TYPES: Readonly<Record<string, KnownType>> = {
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::DynamoDB::Table': table,
  'AWS::Events::Rule': byName('Name', (name) => localArn('events', `rule/${name}`)),
  'AWS::IAM::Role': byName('RoleName', (name) => `arn:aws:iam::${account.id}:role/${name}`),
  'AWS::Lambda::Function': byName('FunctionName', functionArn),
  'AWS::Logs::LogGroup': byName('LogGroupName', (name) => localArn('logs', `log-group:${name}:*`)),
  'AWS::S3::Bucket': byName('BucketName', bucketArn),
  'AWS::SNS::Topic': {
    nameProperty: 'TopicName',
    values: (name) => ({
      ref: localArn('sns', name),
      attributes: { TopicArn: localArn('sns', name), TopicName: name },
    }),
  },
  'AWS::SQS::Queue': {
    nameProperty: 'QueueName',
    values: (name, endpoint) => ({
      ref: `${endpoint}/${account.id}/${name}`,
      attributes: { Arn: localArn('sqs', name), QueueName: name },
    }),
  },
  'AWS::StepFunctions::StateMachine': {
    nameProperty: 'StateMachineName',
    values: (name) => ({ ref: machineArn(name), attributes: { Arn: machineArn(name), Name: name } }),
  },
};

/** The property that names a resource of a type; undefined for a type that does not run here. */
export const namePropertyOf = (type: string): string | undefined => KNOWN_TYPES[type]?.nameProperty;

/**
 * What stands for a resource in others. Of a type that does not run here it is the logical id, so that whoever names
 * it can still be read.
 */
export const valuesOf = (type: string, name: string, endpoint: string): ResourceValues =>
  KNOWN_TYPES[type]?.values(name, endpoint) ?? { ref: name, attributes: {} };
