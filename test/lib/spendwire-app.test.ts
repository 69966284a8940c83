import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack, Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../lib/bundle.ts';
import { functions, machines } from '../../lib/topology.ts';
import { resourceAt, resourcesOf, type SynthesisedApp, synthesiseApp } from './synthesised-app.ts';

const UPLOAD_KEY = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

let app: SynthesisedApp;
beforeAll(async () => {
  app = await synthesiseApp({
    opsEmail: 'ops@example.org',
    turnsPerSecond: '2.5',
    ingestConcurrency: '7',
    defaultUser: 'alice',
    uploadKeyArn: UPLOAD_KEY,
    logRetentionDays: 30,
  });
});

describe('createApp', () => {
  it('leaves no finding of the AWS Solutions rules without a reason', () => {
    expect(pluginReports(app.outdir)).toEqual([]);
  });

  it('asks no account anything, so that it synthesises without credentials', () => {
    const manifest = JSON.parse(readFileSync(join(app.outdir, 'manifest.json'), 'utf8'));

    expect(manifest.missing).toBeUndefined();
    expect(JSON.stringify(manifest.artifacts)).not.toMatch(/aws:\/\/\d{12}/);
  });

  it('has no resources that wait for each other, which only a deployment would tell', () => {
    const waitsFor = new Map(app.resources.map(({ path, properties }) => [path, pathsIn(properties)]));
    const settled = new Set<string>();
    for (let before = -1; before < settled.size; ) {
      before = settled.size;
      for (const [path, others] of waitsFor) {
        if (others.every((other) => settled.has(other) || !waitsFor.has(other))) settled.add(path);
      }
    }

    expect([...waitsFor.keys()].filter((path) => !settled.has(path))).toEqual([]);
  });

  it('ships each function as one file', () => {
    const assets = readdirSync(app.outdir).filter((name) => name.startsWith('asset.'));

    expect(assets.length).toBeGreaterThan(0);
    expect(assets.length).toBeLessThanOrEqual(Object.keys(functions).length);
    for (const asset of assets) expect(readdirSync(join(app.outdir, asset))).toEqual(['index.cjs']);
  });

  it('hands the choices of an installation to the functions and their logs', () => {
    const { Variables } = resourceAt(app, 'SpendwirePipeline/StartWorkflow').properties.Environment;

    expect(Variables).toMatchObject({ TURNS_PER_SECOND: '2.5', DEFAULT_USER: 'alice' });
    expect(resourceAt(app, 'SpendwirePipeline/StartWorkflow/Logs').properties.RetentionInDays).toBe(30);
    expect(resourceAt(app, 'SpendwirePipeline/Ingest/Consumer').properties.ScalingConfig.MaximumConcurrency).toBe(7);
  });
});

describe('a KMS key for uploads', () => {
  it('may be decrypted with by whoever reads uploads, and used by nobody else and for nothing else', () => {
    const used = resourcesOf(app, 'AWS::IAM::Policy').flatMap(({ path, properties }) =>
      properties.PolicyDocument.Statement.filter((statement: object) => JSON.stringify(statement).includes('kms:')).map(
        ({ Action, Resource }: { Action: string; Resource: string }) => {
          return `${path.split('/')[1]}: ${Action} on ${Resource}`;
        },
      ),
    );

    const readers = [
      'ApplyCorrection',
      'ApplyPlan',
      'ApplyRates',
      'IngestReceiptWorkflow',
      'ReadStructuredInvoice',
      'RecordOutcome',
      'StartWorkflow',
      'StructureExpense',
    ];
    expect(used.sort()).toEqual(readers.map((reader) => `${reader}: kms:Decrypt on ${UPLOAD_KEY}`));
    expect(resourceAt(app, 'SpendwirePipeline/RecordOutcome').properties.Environment.Variables).toMatchObject({
      UPLOAD_KEY_ARN: UPLOAD_KEY,
    });
  });
});

describe('outputs', () => {
  it('are there for every command in the docs', () => {
    const { Outputs } = JSON.parse(readFileSync(join(app.outdir, 'SpendwirePipeline.template.json'), 'utf8'));
    const docs = ['docs/runbook.md', 'docs/how-to/deploy.md'].map((file) =>
      readFileSync(join(projectRoot, file), 'utf8'),
    );

    const named = docs.join().matchAll(/\$\(output (\w+)|<(BucketName|TableName)>|output `(\w+)`/g);

    const names = [...named].map(([, ...groups]) => groups.find((group) => group !== undefined));
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !(String(name) in Outputs))).toEqual([]);
  });
});

describe('the runbook', () => {
  it('asks the ingest queue how far it is behind, and its dead-letter queue what was given up', () => {
    const { Outputs } = JSON.parse(readFileSync(join(app.outdir, 'SpendwirePipeline.template.json'), 'utf8'));
    const entries = readFileSync(join(projectRoot, 'docs/runbook.md'), 'utf8').split(/^## /m);
    const queuesIn = (heading: string) => {
      const entry = entries.find((each) => each.startsWith(heading)) ?? '';
      return new Set([...entry.matchAll(/\$\(output (Ingest\w*(?:Url|Arn))/g)].map(([, name = '']) => name));
    };
    const idOf = (name: string) => JSON.stringify(Outputs[name].Value);

    expect([...queuesIn('Ingest falls behind')]).toEqual(['IngestQueueUrl']);
    expect([...queuesIn('Ingest dead letters')]).toEqual(['IngestDeadLettersArn']);
    expect(idOf('IngestQueueUrl')).toContain(resourceAt(app, 'SpendwirePipeline/Ingest').logicalId);
    expect(idOf('IngestDeadLettersArn')).toContain(resourceAt(app, 'SpendwirePipeline/Ingest/DeadLetters').logicalId);
  });
});

describe('alarms', () => {
  it('send a mail to the operator', () => {
    expect(resourcesOf(app, 'AWS::SNS::Subscription').map(({ properties }) => properties)).toEqual([
      { Protocol: 'email', Endpoint: 'ops@example.org', TopicArn: '<SpendwirePipeline/Operations/Topic>' },
    ]);
    for (const { path, properties } of resourcesOf(app, 'AWS::CloudWatch::Alarm')) {
      expect(properties.AlarmActions, path).toEqual(['<SpendwirePipeline/Operations/Topic>']);
    }
  });

  it('may publish to the topic, over TLS, as nobody else may', () => {
    const [policy] = resourcesOf(app, 'AWS::SNS::TopicPolicy');

    expect(policy?.properties.PolicyDocument.Statement).toEqual([
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      {
        Sid: 'AllowAlarms',
        Effect: 'Allow',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Action: 'sns:Publish',
        Resource: '<SpendwirePipeline/Operations/Topic>',
        Condition: {
          ArnLike: { 'aws:SourceArn': 'arn:<AWS::Partition>:cloudwatch:<AWS::Region>:<AWS::AccountId>:alarm:*' },
        },
      },
    ]);
  });

  it('each lead to an entry of the runbook', () => {
    const headings = [...readFileSync(join(projectRoot, 'docs/runbook.md'), 'utf8').matchAll(/^## (.+)$/gm)];
    const anchors = headings.map(([, heading = '']) => heading.toLowerCase().replaceAll(' ', '-'));

    for (const { path, properties } of resourcesOf(app, 'AWS::CloudWatch::Alarm')) {
      const anchor = /docs\/runbook\.md#([a-z-]+)$/.exec(properties.AlarmDescription)?.[1];
      expect(anchors, path).toContain(anchor);
    }
  });

  it('ring for a failed, overdue or stopped execution of any machine, although the other two have never been counted', () => {
    for (const machineId of Object.keys(machines)) {
      const { properties } = resourceAt(app, `SpendwirePipeline/Operations/${machineId}Executions`);

      const [sum, ...counted] = properties.Metrics;
      expect(sum.Expression).toBe('FILL(failed, 0) + FILL(timedOut, 0) + FILL(aborted, 0)');
      expect(
        counted.map(({ Id, MetricStat }: { Id: string; MetricStat: { Metric: { MetricName: string } } }) => [
          Id,
          MetricStat.Metric.MetricName,
        ]),
      ).toEqual([
        ['failed', 'ExecutionsFailed'],
        ['timedOut', 'ExecutionsTimedOut'],
        ['aborted', 'ExecutionsAborted'],
      ]);
      expect(properties).toMatchObject({
        DatapointsToAlarm: 1,
        EvaluationPeriods: 2,
        TreatMissingData: 'notBreaching',
      });
    }
  });

  it.each([
    ['Sweep', 15, 'Invocations', { Name: 'FunctionName', Value: '<SpendwirePipeline/Sweep>' }],
    [
      'LookAhead',
      180,
      'ExecutionsStarted',
      { Name: 'StateMachineArn', Value: '<SpendwirePipeline/LookAheadWorkflow>' },
    ],
    [
      'FindMissing',
      4320,
      'ExecutionsStarted',
      { Name: 'StateMachineArn', Value: '<SpendwirePipeline/FindMissingWorkflow>' },
    ],
  ] as const)('ring when %s has not been started for %d minutes, also where nothing is measured', (id, minutes, name, of) => {
    const { properties } = resourceAt(app, `SpendwirePipeline/Operations/${id}Missing`);

    const [filled, started] = properties.Metrics;
    expect(filled).toMatchObject({ Expression: 'FILL(started, 0)' });
    expect(started.MetricStat).toMatchObject({
      Metric: {
        MetricName: name,
        Dimensions: [of],
      },
      Stat: 'Sum',
    });
    expect(properties).toMatchObject({
      ComparisonOperator: 'LessThanThreshold',
      Threshold: 1,
      TreatMissingData: 'breaching',
    });
    expect(started.MetricStat.Period * properties.EvaluationPeriods).toBe(minutes * 60);
  });

  it('watch every dead-letter queue, every machine, and every function that no machine calls', () => {
    const watched = resourcesOf(app, 'AWS::CloudWatch::Alarm').map(({ path }) => path.split('/').at(-1));

    expect(watched.sort()).toEqual([
      'ApplyCorrectionExecutions',
      'ApplyPlanExecutions',
      'ApplyRatesExecutions',
      'CloseAbandonedErrors',
      'CloseAbandonedThrottles',
      'DeliverAlertsExecutions',
      'FindMissingExecutions',
      'FindMissingMissing',
      'IngestDeadLetters',
      'IngestFallsBehind',
      'IngestReceiptExecutions',
      'LookAheadExecutions',
      'LookAheadMissing',
      'ManyRefused',
      'RejectObjectExecutions',
      'StartWorkflowErrors',
      'StartWorkflowThrottles',
      'SweepErrors',
      'SweepMissing',
      'SweepThrottles',
      'UndeliveredEvents',
    ]);
  });
});

it('tells how many metrics the alarms watch, which are paid one by one', () => {
  const watched = resourcesOf(app, 'AWS::CloudWatch::Alarm').map(
    ({ properties }) => properties.Metrics?.filter((metric: object) => 'MetricStat' in metric).length ?? 1,
  );
  const count = watched.reduce((sum, each) => sum + each, 0);

  const text = readFileSync(join(projectRoot, 'docs/how-to/deploy.md'), 'utf8');
  expect(text).toContain(`the alarms watch ${count} metrics, of which ten are free (${count - 10} × 0.10 =`);
});

describe('the share of refused documents', () => {
  it('is counted in the logs of the functions that end documents', () => {
    const filters = resourcesOf(app, 'AWS::Logs::MetricFilter').map(({ properties }) => ({
      counts: properties.MetricTransformations[0].MetricName,
      namespace: properties.MetricTransformations[0].MetricNamespace,
      log: properties.LogGroupName,
      lines: properties.FilterPattern,
    }));

    const log = (name: string) => `<SpendwirePipeline/${name}/Logs>`;
    const ended = '{ ($.message = "done") && ($.status = "*") }';
    const refused = '{ ($.status = "rejected") || ($.status = "failed") }';
    const namespace = 'Spendwire/SpendwirePipeline';
    expect(filters).toEqual([
      { counts: 'DocumentsEnded', namespace, log: log('RecordExpense'), lines: ended },
      { counts: 'DocumentsEnded', namespace, log: log('RecordOutcome'), lines: ended },
      { counts: 'DocumentsRefused', namespace, log: log('RecordOutcome'), lines: refused },
    ]);
  });

  it('rings from a quarter and five documents of an hour on', () => {
    const { properties } = resourceAt(app, 'SpendwirePipeline/Operations/ManyRefused');

    expect(properties).toMatchObject({ Threshold: 25, ComparisonOperator: 'GreaterThanOrEqualToThreshold' });
    expect(properties.Metrics).toContainEqual(
      expect.objectContaining({ Expression: 'IF(FILL(refused, 0) >= 5, 100 * refused / ended, 0)' }),
    );
    for (const { MetricStat } of properties.Metrics.slice(1)) {
      expect(MetricStat).toMatchObject({ Stat: 'Sum', Period: 3600 });
    }
  });
});

describe('the AWS Solutions rules', () => {
  it('fail the synthesis of a bucket that anybody may read in the clear, so an app that synthesises has none', () => {
    const broken = new App({ analyticsReporting: false });
    new Bucket(new Stack(broken, 'Broken'), 'Open');
    Validations.of(broken).addPlugins(new AwsSolutionsChecks(broken));

    expect(() => broken.synth()).toThrow('AwsSolutions-S10');
  });
});

const pluginReports = (outdir: string): unknown =>
  JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')).pluginReports;

/** Construct paths that a resource refers to. */
const pathsIn = (properties: unknown): string[] =>
  [...JSON.stringify(properties).matchAll(/<(Spendwire[^>.]*)(?:\.\w+)?>/g)].map(([, path = '']) => path);
