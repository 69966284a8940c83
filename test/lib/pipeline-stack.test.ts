import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../lib/bundle.ts';
import { substitute } from '../../lib/placeholders.ts';
import {
  type FunctionId,
  functions,
  ingestQueue,
  type MachineId,
  machines,
  rules,
  schedules,
  settings,
} from '../../lib/topology.ts';
import { deployedValues } from './deployed-values.ts';
import { resourceAt, resourcesOf, type SynthesisedApp, synthesiseApp } from './synthesised-app.ts';

const functionIds = Object.keys(functions) as FunctionId[];
const machineIds = Object.keys(machines) as MachineId[];

let app: SynthesisedApp;
beforeAll(async () => {
  app = await synthesiseApp();
});

const pipeline = (path: string) => resourceAt(app, `SpendwirePipeline/${path}`);

describe('PipelineStack functions', () => {
  it('deploys the declared functions and no other, so no construct brings a Lambda of its own', () => {
    const deployed = resourcesOf(app, 'AWS::Lambda::Function').map(({ path }) => path);

    expect(deployed.sort()).toEqual(functionIds.map((id) => `SpendwirePipeline/${id}`).sort());
  });

  it.each(functionIds)('deploys %s as it is declared', (functionId) => {
    const declared = functions[functionId];

    const { properties } = pipeline(`${functionId}`);

    expect(properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      Timeout: declared.timeoutSeconds,
      MemorySize: declared.memoryMb,
      TracingConfig: { Mode: 'Active' },
      Role: `<SpendwirePipeline/${functionId}/Role.Arn>`,
    });
    expect(properties.Environment.Variables).toEqual(substitute(declared.environment, deployedValues));
  });
});

describe('PipelineStack machines', () => {
  it.each(machineIds)('deploys %s as its file says', (machineId) => {
    const file = JSON.parse(readFileSync(join(projectRoot, machines[machineId].file), 'utf8'));

    const { properties } = pipeline(`${machineId}Workflow`);

    const deployed = substitute(JSON.parse(properties.DefinitionString), properties.DefinitionSubstitutions ?? {});
    expect(deployed).toEqual(substitute(file, deployedValues));
    expect(properties.StateMachineType).toBe('STANDARD');
  });

  it.each(machineIds)('traces %s and logs its events without what they carry', (machineId) => {
    const { properties } = pipeline(`${machineId}Workflow`);

    expect(properties.TracingConfiguration).toEqual({ Enabled: true });
    expect(properties.LoggingConfiguration).toMatchObject({ Level: 'ALL', IncludeExecutionData: false });
  });
});

describe('PipelineStack logs', () => {
  it('has a log group that forgets for every function and every machine', () => {
    const groups = resourcesOf(app, 'AWS::Logs::LogGroup');

    expect(groups).toHaveLength(functionIds.length + machineIds.length);
    for (const { path, properties } of groups) {
      expect(properties.RetentionInDays, path).toBe(settings.logRetentionDays);
    }
  });

  it.each(machineIds)('has %s log under the prefix that needs no room in the account’s one policy', (machineId) => {
    const { properties } = pipeline(`${machineId}Workflow/Logs`);

    expect(properties.LogGroupName).toBe(
      `/aws/vendedlogs/states/${settings.resourcePrefix}-${machines[machineId].name}`,
    );
    expect(pipeline(`${machineId}Workflow`).properties.LoggingConfiguration.Destinations).toEqual([
      { CloudWatchLogsLogGroup: { LogGroupArn: `<SpendwirePipeline/${machineId}Workflow/Logs.Arn>` } },
    ]);
  });

  it.each(functionIds)('points %s to its own group', (functionId) => {
    const { properties } = pipeline(`${functionId}`);

    expect(properties.LoggingConfig).toEqual({ LogGroup: `<SpendwirePipeline/${functionId}/Logs>` });
  });
});

describe('PipelineStack ingest', () => {
  it('queues events with the declared patience', () => {
    expect(pipeline('Ingest').properties).toMatchObject({
      VisibilityTimeout: ingestQueue.visibilityTimeoutSeconds,
      MessageRetentionPeriod: ingestQueue.retentionDays * 86_400,
      RedrivePolicy: {
        maxReceiveCount: ingestQueue.maxReceiveCount,
        deadLetterTargetArn: '<SpendwirePipeline/Ingest/DeadLetters.Arn>',
      },
    });
  });

  it('waits at least six times as long as the function may run before it hands a message out again', () => {
    const { VisibilityTimeout } = pipeline('Ingest').properties;

    expect(VisibilityTimeout).toBeGreaterThanOrEqual(6 * pipeline('StartWorkflow').properties.Timeout);
  });

  it('feeds the function one message at a time, with a bound on how many at once', () => {
    expect(pipeline('Ingest/Consumer').properties).toMatchObject({
      EventSourceArn: '<SpendwirePipeline/Ingest.Arn>',
      FunctionName: `<SpendwirePipeline/${ingestQueue.consumer}>`,
      BatchSize: ingestQueue.batchSize,
      ScalingConfig: { MaximumConcurrency: ingestQueue.maximumConcurrency },
    });
  });

  it('encrypts every queue and refuses to talk in the clear', () => {
    const policies = resourcesOf(app, 'AWS::SQS::QueuePolicy');

    for (const queue of resourcesOf(app, 'AWS::SQS::Queue')) {
      expect(queue.properties.SqsManagedSseEnabled, queue.path).toBe(true);
      const policy = policies.find(({ properties }) => properties.Queues.includes(`<${queue.path}>`));
      expect(policy?.properties.PolicyDocument.Statement, queue.path).toContainEqual(
        expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      );
    }
  });
});

describe('PipelineStack events', () => {
  it.each([
    ['ObjectEvents', '<SpendwirePipeline/Ingest.Arn>'],
    ['ExecutionsThatFailed', '<SpendwirePipeline/CloseAbandoned.Arn>'],
  ] as const)('sends %s to its target, and keeps what cannot be delivered', (ruleId, target) => {
    const { properties } = pipeline(`Events/${ruleId}`);

    expect(properties.EventPattern).toEqual(substitute(rules[ruleId].pattern, deployedValues));
    expect(properties.Targets).toEqual([
      expect.objectContaining({
        Arn: target,
        DeadLetterConfig: { Arn: '<SpendwirePipeline/Events/Undelivered.Arn>' },
      }),
    ]);
  });

  it('lets only the rule for objects put messages into the ingest queue', () => {
    const { Statement } = pipeline('Ingest/Resource/Policy').properties.PolicyDocument;

    expect(Statement.filter(({ Effect }: { Effect: string }) => Effect === 'Allow')).toEqual([
      {
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: '<SpendwirePipeline/Ingest.Arn>',
        Condition: { ArnEquals: { 'aws:SourceArn': '<SpendwirePipeline/Events/ObjectEvents.Arn>' } },
      },
    ]);
  });

  it('keeps an event whose failure could not be recorded', () => {
    const invoke = resourcesOf(app, 'AWS::Lambda::EventInvokeConfig').find(
      ({ properties }) => properties.FunctionName === '<SpendwirePipeline/CloseAbandoned>',
    );

    expect(invoke?.properties.DestinationConfig).toEqual({
      OnFailure: { Destination: '<SpendwirePipeline/Events/Undelivered.Arn>' },
    });
  });

  it('sweeps by the clock', () => {
    const { properties } = pipeline('SweepSchedule');

    expect(properties.ScheduleExpression).toBe(`rate(${schedules.Sweep.everyMinutes} minutes)`);
    expect(properties.Target).toMatchObject({
      Arn: '<SpendwirePipeline/Sweep.Arn>',
      Input: '{"startedAt":"<aws.scheduler.scheduled-time>"}',
      RetryPolicy: { MaximumEventAgeInSeconds: 300, MaximumRetryAttempts: 2 },
    });
  });

  it('gives a sweep that fails two more attempts before the next is due', () => {
    const sweep = resourcesOf(app, 'AWS::Lambda::EventInvokeConfig').find(
      ({ properties }) => properties.FunctionName === '<SpendwirePipeline/Sweep>',
    );

    expect(sweep?.properties).toMatchObject({ MaximumEventAgeInSeconds: 300, MaximumRetryAttempts: 2 });
  });

  it('looks for missing uploads once a day', () => {
    const { properties } = pipeline('FindMissingSchedule');

    expect(properties.ScheduleExpression).toBe('rate(1 day)');
    expect(properties.Target.Arn).toBe(deployedValues.FindMissingArn);
  });

  it('looks ahead every hour, because it is eight o’clock somewhere', () => {
    const { properties } = pipeline('LookAheadSchedule');

    expect(properties.ScheduleExpression).toBe('rate(1 hour)');
    expect(properties.Target.Arn).toBe(deployedValues.LookAheadArn);
  });
});
