import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { declarationFromTemplate } from '../../src/template/declaration-from-template.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { aFunction, machine, readWritten } from './written-template.ts';

const arnOf = (logicalId: string) => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });

describe('declarationFromTemplate', () => {
  it('reads a table with its indexes and its time to live, whatever it would cost', async () => {
    const KeySchema = [{ AttributeName: 'isbn', KeyType: 'HASH' }];
    const index = { IndexName: 'ByReader', KeySchema, Projection: { ProjectionType: 'ALL' } };

    const { declaration } = await readWritten({
      Books: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          TableName: 'books',
          KeySchema,
          AttributeDefinitions: [{ AttributeName: 'isbn', AttributeType: 'S' }],
          ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 },
          GlobalSecondaryIndexes: [
            { ...index, ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 } },
          ],
          TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
        },
      },
    });

    expect(declaration.tables).toEqual([
      {
        definition: {
          TableName: 'books',
          BillingMode: 'PAY_PER_REQUEST',
          KeySchema,
          AttributeDefinitions: [{ AttributeName: 'isbn', AttributeType: 'S' }],
          GlobalSecondaryIndexes: [index],
        },
        timeToLiveAttribute: 'expiresAt',
      },
    ]);
  });

  it('reads a function with its code, its settings and what its role allows', async () => {
    const { declaration, leftOut } = await readWritten(
      {
        Shelf: { Type: 'AWS::S3::Bucket' },
        Read: aFunction({
          Handler: 'src/app.main',
          Timeout: 20,
          MemorySize: '256',
          Environment: {
            Variables: {
              SHELF: { Ref: 'Shelf' },
              WHERE: { 'Fn::Sub': '${AWS::Region}/${Shelf.Arn}/${!Literal}' },
              HOW_MANY: { Ref: 'HowMany' },
              GONE: { Ref: 'AWS::NoValue' },
            },
          },
          Role: arnOf('Role'),
        }),
        Role: {
          Type: 'AWS::IAM::Role',
          Properties: {
            ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'],
            Policies: [{ PolicyDocument: { Statement: { Effect: 'Allow', Action: 's3:ListBucket', Resource: '*' } } }],
          },
        },
        Policy: {
          Type: 'AWS::IAM::Policy',
          Properties: {
            Roles: [{ Ref: 'Role' }],
            PolicyDocument: {
              Statement: [
                {
                  Effect: 'Allow',
                  Action: ['s3:GetObject*'],
                  Resource: { 'Fn::Join': ['', [arnOf('Shelf'), '/*']] },
                },
              ],
            },
          },
        },
      },
      { Parameters: { HowMany: { Default: 3 } } },
    );

    expect(leftOut).toEqual([]);
    expect(declaration.functions).toMatchObject([
      {
        id: 'Read',
        name: 'Read',
        handler: 'src/app.main',
        bundleDirectory: expect.stringMatching(/asset\.code$/),
        timeoutSeconds: 20,
        memoryMb: 256,
        environment: { SHELF: 'shelf', WHERE: 'us-east-1/arn:aws:s3:::shelf/${Literal}', HOW_MANY: '3' },
        grants: [
          { actions: ['s3:ListBucket'], resources: ['*'] },
          { actions: ['s3:GetObject*'], resources: ['arn:aws:s3:::shelf/*'] },
        ],
      },
    ]);
    expect(declaration.functions?.[0]?.environment).not.toHaveProperty('GONE');
  });

  it('holds nobody to a role of which it cannot tell what it allows', async () => {
    const { declaration, leftOut } = await readWritten({
      Read: aFunction({ Role: arnOf('Role') }),
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] },
      },
    });

    expect(declaration.functions?.[0]).not.toHaveProperty('grants');
    expect(leftOut).toEqual([
      {
        logicalId: 'Role',
        type: 'AWS::IAM::Role',
        reason: 'what arn:aws:iam::aws:policy/AdministratorAccess allows is not known here, so it allows everything',
      },
    ]);
  });

  it('tells which statements it does not hold anybody to', async () => {
    const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
    const Statement = [
      { ...statement, Condition: { Bool: { 'aws:SecureTransport': 'true' } } },
      { ...statement, Effect: 'Deny' },
    ];

    const { declaration, leftOut } = await readWritten({
      Read: aFunction({ Role: arnOf('Role') }),
      Role: { Type: 'AWS::IAM::Role', Properties: { Policies: [{ PolicyDocument: { Statement } }] } },
    });

    expect(declaration.functions?.[0]?.grants).toEqual([{ actions: ['s3:GetObject'], resources: ['*'] }]);
    expect(leftOut.map(({ reason }) => reason)).toEqual([
      'the condition of a statement is not held to',
      'a statement is not held to: expected Allow with Action and Resource',
    ]);
  });

  it.each([
    ['DefinitionString', { DefinitionString: { 'Fn::Join': ['', [JSON.stringify(machine('${Greeting}'))]] } }],
    ['Definition', { Definition: machine('${Greeting}') }],
    ['DefinitionS3Location', { DefinitionS3Location: { Bucket: 'assets', Key: 'machine.json' } }],
  ])("fills in a machine's definition that stands in %s", async (_, properties) => {
    const { declaration, leftOut } = await readWritten({
      Greet: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: { ...properties, DefinitionSubstitutions: { Greeting: 'hello' }, StateMachineType: 'EXPRESS' },
      },
    });

    expect(leftOut).toEqual([]);
    expect(declaration.machines).toEqual([
      { name: 'Greet', definition: JSON.stringify(machine('hello')), type: 'EXPRESS' },
    ]);
  });

  it('reads queues with their dead letters and the function that works on them', async () => {
    const { declaration, leftOut } = await readWritten({
      Orders: {
        Type: 'AWS::SQS::Queue',
        Properties: {
          VisibilityTimeout: 60,
          MessageRetentionPeriod: 172_800,
          RedrivePolicy: { deadLetterTargetArn: arnOf('Lost'), maxReceiveCount: 5 },
        },
      },
      Lost: { Type: 'AWS::SQS::Queue' },
      Plain: { Type: 'AWS::SQS::Queue' },
      Work: aFunction({ Environment: { Variables: { QUEUE_URL: { Ref: 'Orders' } } } }),
      Mapping: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          EventSourceArn: arnOf('Orders'),
          FunctionName: { Ref: 'Work' },
          ScalingConfig: { MaximumConcurrency: 2 },
        },
      },
    });

    expect(leftOut).toEqual([]);
    expect(declaration.queues).toEqual([
      {
        name: 'Orders',
        maxReceiveCount: 5,
        deadLetterQueue: 'Lost',
        visibilityTimeoutSeconds: 60,
        retentionDays: 2,
        consumer: { functionName: 'Work', maximumConcurrency: 2 },
      },
      { name: 'Plain', maxReceiveCount: 1000 },
    ]);
    expect(declaration.functions?.[0]?.environment).toEqual({
      QUEUE_URL: 'http://127.0.0.1:4566/000000000000/Orders',
    });
  });

  it('reads rules, rates, topics and a bucket', async () => {
    const EventPattern = { source: ['aws.s3'], detail: { bucket: { name: [{ Ref: 'Shelf' }] } } };
    const Greet = {
      Type: 'AWS::StepFunctions::StateMachine',
      Properties: { StateMachineName: 'greet', DefinitionString: JSON.stringify(machine('hello')) },
    };

    const { declaration, leftOut } = await readWritten({
      Shelf: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'a-shelf' } },
      Work: aFunction(),
      Orders: { Type: 'AWS::SQS::Queue' },
      Greet,
      OnDrop: {
        Type: 'AWS::Events::Rule',
        Properties: { EventPattern, Targets: [{ Arn: arnOf('Work') }, { Arn: arnOf('Orders') }] },
      },
      Often: {
        Type: 'AWS::Events::Rule',
        Properties: { ScheduleExpression: 'rate(5 minutes)', Targets: [{ Arn: { Ref: 'Greet' } }] },
      },
      Daily: {
        Type: 'AWS::Scheduler::Schedule',
        Properties: { ScheduleExpression: 'rate(1 day)', Target: { Arn: { Ref: 'Greet' } } },
      },
      Hourly: {
        Type: 'AWS::Scheduler::Schedule',
        Properties: {
          ScheduleExpression: 'rate(1 hour)',
          Target: {
            Arn: { 'Fn::GetAtt': ['Work', 'Arn'] },
            Input: '{"startedAt":"<aws.scheduler.scheduled-time>"}',
          },
        },
      },
      News: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'news' } },
      Reader: {
        Type: 'AWS::SNS::Subscription',
        Properties: { TopicArn: { Ref: 'News' }, Protocol: 'email', Endpoint: 'ada@example.com' },
      },
    });

    const pattern = { source: ['aws.s3'], detail: { bucket: { name: ['a-shelf'] } } };
    expect(leftOut).toEqual([]);
    expect(declaration).toMatchObject({
      bucket: 'a-shelf',
      rules: [
        { name: 'OnDrop-1', pattern, target: { function: 'Work' } },
        { name: 'OnDrop-2', pattern, target: { queue: 'Orders' } },
      ],
      schedules: [
        { machine: 'greet', everyMinutes: 5 },
        { machine: 'greet', everyMinutes: 1440 },
        { function: 'Work', everyMinutes: 60, input: { startedAt: '<aws.scheduler.scheduled-time>' } },
      ],
      topics: [{ name: 'news', subscriptions: [{ protocol: 'email', address: 'ada@example.com' }] }],
    });
  });

  it('lists by logical id, type and reason whatever does not run here', async () => {
    const Greet = { QueryLanguage: 'JSONPath', StartAt: 'Say', States: { Say: { Type: 'Succeed' } } };

    const { declaration, leftOut } = await readWritten({
      Alarm: { Type: 'AWS::CloudWatch::Alarm' },
      Snake: aFunction({ Runtime: 'python3.13' }),
      Inline: aFunction({ Code: { ZipFile: 'exports.handler = 1' } }),
      Lost: aFunction({ Code: { S3Key: 'elsewhere.zip' } }),
      Imported: aFunction({ Environment: { Variables: { A: { 'Fn::ImportValue': 'a' } } } }),
      Chosen: aFunction({ Timeout: { 'Fn::If': ['IsLarge', 10, 20] } }),
      Logs: { Type: 'AWS::S3::Bucket' },
      First: {
        Type: 'AWS::S3::Bucket',
        Properties: { LoggingConfiguration: { DestinationBucketName: { Ref: 'Logs' } } },
      },
      Second: { Type: 'AWS::S3::Bucket' },
      Old: { Type: 'AWS::StepFunctions::StateMachine', Properties: { DefinitionString: JSON.stringify(Greet) } },
      Nightly: {
        Type: 'AWS::Events::Rule',
        Properties: { ScheduleExpression: 'cron(0 3 * * ? *)', Targets: [{ Arn: { Ref: 'Old' } }] },
      },
      Stream: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: { EventSourceArn: 'arn:aws:kinesis:us-east-1:000000000000:stream/a', FunctionName: 'Snake' },
      },
      Sometimes: { Type: 'AWS::SQS::Queue', Condition: 'IsLarge' },
      Ordered: { Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true } },
    });

    expect(leftOut.map(({ logicalId, type, reason }) => `${logicalId} ${type} ${reason}`)).toEqual([
      'Alarm AWS::CloudWatch::Alarm nothing here serves it',
      'Snake AWS::Lambda::Function its runtime is python3.13, expected one of Node',
      'Inline AWS::Lambda::Function its code stands in the template, expected a folder',
      'Lost AWS::Lambda::Function its code is not among the assets beside the template',
      'Imported AWS::Lambda::Function it imports a, which none of the templates given exports',
      'Chosen AWS::Lambda::Function it uses Fn::If; known are Ref, Fn::GetAtt, Fn::ImportValue, Fn::Join, Fn::Sub, Fn::Select, Fn::Split',
      'Logs AWS::S3::Bucket it takes access logs, and none are written',
      'Second AWS::S3::Bucket there is one bucket only, and that is first',
      expect.stringMatching(/^Old AWS::StepFunctions::StateMachine .*JSONPath/),
      'Nightly AWS::Events::Rule it runs at cron(0 3 * * ? *), expected a rate',
      'Stream AWS::Lambda::EventSourceMapping it reads arn:aws:kinesis:us-east-1:000000000000:stream/a, expected a queue of the template',
      'Sometimes AWS::SQS::Queue it stands under the condition IsLarge',
      'Ordered AWS::SQS::Queue it keeps an order, and queues here do not',
    ]);
    expect(declaration).toMatchObject({ bucket: 'first', functions: [], machines: [], queues: [] });
  });

  it('leaves aside a function that works for CloudFormation only, and tells what it would have made', async () => {
    const { declaration, leftOut } = await readWritten({
      Handler: aFunction({ Runtime: 'python3.13' }),
      Emptied: { Type: 'Custom::S3AutoDeleteObjects', Properties: { ServiceToken: arnOf('Handler') } },
    });

    expect(declaration.functions).toEqual([]);
    expect(leftOut).toEqual([
      { logicalId: 'Emptied', type: 'Custom::S3AutoDeleteObjects', reason: 'nothing here serves it' },
    ]);
  });

  describe('of several stacks', () => {
    const write = async (stacks: Readonly<Record<string, object>>) => {
      const folder = await temporaryDirectory();
      const files = Object.keys(stacks).map((name) => join(folder, `${name}.template.json`));
      await Promise.all(
        Object.values(stacks).map((stack, index) => writeFile(files[index] ?? '', JSON.stringify(stack))),
      );
      return files;
    };
    const News = { Type: 'AWS::SNS::Topic' };

    it('lets one import what another exports', async () => {
      const Greet = {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: {
          Definition: machine('${News}'),
          DefinitionSubstitutions: { News: { 'Fn::ImportValue': 'Base:News' } },
        },
      };
      const files = await write({
        App: { Resources: { Greet } },
        Base: { Resources: { News }, Outputs: { Out: { Value: { Ref: 'News' }, Export: { Name: 'Base:News' } } } },
      });

      const { declaration, leftOut } = await declarationFromTemplate(files);

      expect(leftOut).toEqual([]);
      expect(declaration).toMatchObject({
        machines: [{ definition: JSON.stringify(machine('arn:aws:sns:us-east-1:000000000000:News')) }],
        topics: [{ name: 'News' }],
      });
    });

    it('fails when two of them use one logical id', async () => {
      const files = await write({ One: { Resources: { News } }, Other: { Resources: { News } } });

      await expect(declarationFromTemplate(files)).rejects.toThrow('got News twice');
    });
  });

  it.each([
    ['is not there', undefined, /^expected a template: ENOENT/],
    ['is no JSON', 'Resources:', /^expected JSON in .*Stack\.template\.json/],
    ['has no resources', '{}', /^expected a template with Resources in .*; cdk synth writes them/],
  ])('fails when the file %s', async (_, text, message) => {
    const file = join(await temporaryDirectory(), 'Stack.template.json');
    if (text !== undefined) await writeFile(file, text);

    await expect(declarationFromTemplate(file)).rejects.toThrow(message);
  });
});
