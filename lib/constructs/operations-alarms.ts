import { ArnFormat, Duration, Stack, Validations } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { type FunctionId, type MachineId, type ScheduleDeclaration, schedules } from '../topology.ts';

export interface OperationsAlarmsProps {
  /**
   * Mailbox of the operator; AWS asks it to confirm.
   * @default - alarms are seen in the console only
   */
  readonly opsEmail?: string | undefined;
  readonly ingest: { readonly queue: IQueue; readonly deadLetters: IQueue };
  readonly undelivered: IQueue;
  /** Documents that ended within an hour, and those of them that were rejected or failed. */
  readonly endings: { readonly ended: IMetric; readonly refused: IMetric };
  readonly workflows: ReadonlyMap<MachineId, IStateMachine>;
  /** Functions that no machine calls. A machine's own functions are watched through its failed executions. */
  readonly functions: ReadonlyMap<FunctionId, IFunction>;
  /** Logs of the functions that ask a model of Amazon Bedrock; none where the installation names no model. */
  readonly asksBedrock: readonly ILogGroup[];
}

interface Watch {
  readonly metric: IMetric;
  /** What has happened when the alarm goes off. */
  readonly means: string;
  /** Entry of docs/runbook.md. */
  readonly runbook: string;
  /** @default 1 */
  readonly threshold?: number;
  /** Periods in a row. @default 1 */
  readonly periods?: number;
  /** How many of the periods have to be over the threshold. @default - all of them */
  readonly breaches?: number;
  /** Rings below the threshold, and when there are no data at all. @default false */
  readonly isExpected?: boolean;
}

/** What a function's log says then; `lambdas/core/proposal/no-proposal.ts`. */
const NO_PROPOSAL = 'Amazon Bedrock gave no proposal';
/** So many in a day are no accident; a household drops no more than a few receipts a day. */
const MANY_WITHOUT_PROPOSAL = 3;
/** So many starts in a row may fail to appear before somebody is told. */
const MISSED_STARTS = 3;

/** Below so many in an hour their share is no sign of anything. */
const FEWEST_REFUSED = 5;

const period = Duration.minutes(5);
const total = { statistic: Stats.SUM, period };
const highest = { statistic: Stats.MAXIMUM, period };

/** The alarms, all on one topic. Each names its entry in docs/runbook.md. */
export class OperationsAlarms extends Construct {
  readonly topic: ITopic;

  constructor(scope: Construct, id: string, props: OperationsAlarmsProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { displayName: 'Spendwire operations', enforceSSL: true });
    Validations.of(this.topic).acknowledge({
      id: 'AwsSolutions-SNS2',
      reason:
        'CloudWatch cannot publish to a topic under the AWS managed key, and alarm texts hold names and counts only',
    });
    this.#letAlarmsPublish();
    if (props.opsEmail) this.topic.addSubscription(new EmailSubscription(props.opsEmail));

    this.#watchQueues(props);
    this.#watchEndings(props.endings);
    for (const [machineId, machine] of props.workflows) this.#watchMachine(machineId, machine);
    for (const [scheduleId, schedule] of Object.entries(schedules)) this.#watchSchedule(scheduleId, schedule, props);
    for (const [functionId, watched] of props.functions) this.#watchFunction(functionId, watched);
    for (const logGroup of props.asksBedrock) this.#watchProposals(logGroup);
  }

  /** The TLS rule replaces the policy that every topic begins with, and with it the alarms' permission. */
  #letAlarmsPublish(): void {
    const alarms = Stack.of(this).formatArn({
      service: 'cloudwatch',
      resource: 'alarm:*',
      arnFormat: ArnFormat.NO_RESOURCE_NAME,
    });
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AllowAlarms',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { ArnLike: { 'aws:SourceArn': alarms } },
      }),
    );
  }

  #watchQueues({ ingest, undelivered }: OperationsAlarmsProps): void {
    this.#alarm('IngestDeadLetters', {
      metric: ingest.deadLetters.metricApproximateNumberOfMessagesVisible(highest),
      means: 'uploads were given up on: no workflow could be started for them',
      runbook: 'ingest-dead-letters',
    });
    this.#alarm('UndeliveredEvents', {
      metric: undelivered.metricApproximateNumberOfMessagesVisible(highest),
      means: 'EventBridge could not hand over an event, or a failure could not be recorded',
      runbook: 'undelivered-events',
    });
    this.#alarm('IngestFallsBehind', {
      metric: ingest.queue.metricApproximateAgeOfOldestMessage(highest),
      means: 'an upload has been waiting for its workflow to start for 15 minutes',
      runbook: 'ingest-falls-behind',
      threshold: Duration.minutes(15).toSeconds(),
    });
  }

  /** Few files say nothing: somebody who drops three spreadsheets is told why, and needs no operator. */
  #watchEndings({ ended, refused }: OperationsAlarmsProps['endings']): void {
    this.#alarm('ManyRefused', {
      metric: new MathExpression({
        expression: `IF(FILL(refused, 0) >= ${FEWEST_REFUSED}, 100 * refused / ended, 0)`,
        label: 'percent of the documents that were rejected or failed',
        period: Duration.hours(1),
        usingMetrics: { ended, refused },
      }),
      means: 'a quarter or more of the documents that ended within an hour were rejected or failed',
      runbook: 'many-documents-are-refused',
      threshold: 25,
    });
  }

  /**
   * A metric without data makes a sum without data, and Step Functions counts none of the three before it first happens.
   * A filled zero hides a count that comes late, so the period before is looked at once more.
   * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
   */
  #watchMachine(machineId: MachineId, machine: IStateMachine): void {
    this.#alarm(`${machineId}Executions`, {
      metric: new MathExpression({
        expression: 'FILL(failed, 0) + FILL(timedOut, 0) + FILL(aborted, 0)',
        label: `${machineId} executions that did not succeed`,
        period,
        usingMetrics: {
          failed: machine.metricFailed(total),
          timedOut: machine.metricTimedOut(total),
          aborted: machine.metricAborted(total),
        },
      }),
      means: `an execution of ${machineId} failed, timed out or was stopped`,
      runbook: 'executions',
      periods: 2,
      breaches: 1,
    });
  }

  /**
   * A schedule that is switched off, or may not start its machine or function, makes nothing that could fail. The zeros are filled
   * in, since an alarm with too few data looks back to older ones, which are of the time when all was well.
   * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
   */
  #watchSchedule(
    scheduleId: string,
    schedule: ScheduleDeclaration,
    { workflows, functions }: OperationsAlarmsProps,
  ): void {
    const { everyMinutes } = schedule;
    const period = Duration.minutes(everyMinutes);
    const [what, started] =
      'machine' in schedule
        ? [schedule.machine, workflows.get(schedule.machine)?.metricStarted({ statistic: Stats.SUM, period })]
        : [schedule.function, functions.get(schedule.function)?.metricInvocations({ statistic: Stats.SUM, period })];
    if (!started) throw new RangeError(`expected ${what}, which the schedule ${scheduleId} starts`);
    this.#alarm(`${scheduleId}Missing`, {
      metric: new MathExpression({
        expression: 'FILL(started, 0)',
        label: `${what} started`,
        period,
        usingMetrics: { started },
      }),
      means: `${what} has not been started for ${Duration.minutes(everyMinutes * MISSED_STARTS).toHumanString()}`,
      runbook: 'schedules',
      periods: MISSED_STARTS,
      isExpected: true,
    });
  }

  #watchFunction(functionId: FunctionId, watched: IFunction): void {
    this.#alarm(`${functionId}Errors`, {
      metric: watched.metricErrors(total),
      means: `${functionId} failed, and its caller tries again`,
      runbook: 'function-errors',
    });
    this.#alarm(`${functionId}Throttles`, {
      metric: watched.metricThrottles(total),
      means: `${functionId} has been held back for 15 minutes, because the account has no concurrency left`,
      runbook: 'function-throttles',
      periods: 3,
    });
  }

  /** A model that does not answer fails no document, so nothing but the log would tell. */
  #watchProposals(logGroup: ILogGroup): void {
    const none = new MetricFilter(this, 'NoProposals', {
      logGroup,
      // Stages live side by side: what one counts is no alarm of another.
      metricNamespace: `Spendwire/${Stack.of(this).stackName}`,
      metricName: 'BedrockNoProposals',
      filterPattern: FilterPattern.stringValue('$.message', '=', NO_PROPOSAL),
    });
    this.#alarm('BedrockNoProposals', {
      metric: none.metric({ ...total, period: Duration.days(1) }),
      means: `Amazon Bedrock gave no proposal ${MANY_WITHOUT_PROPOSAL} times or more within a day; documents go on without`,
      runbook: 'bedrock-no-proposals',
      threshold: MANY_WITHOUT_PROPOSAL,
    });
  }

  #alarm(
    id: string,
    { metric, means, runbook, threshold = 1, periods = 1, breaches = periods, isExpected = false }: Watch,
  ): void {
    new Alarm(this, id, {
      metric,
      alarmDescription: `${means}. What to do: docs/runbook.md#${runbook}`,
      threshold,
      evaluationPeriods: periods,
      datapointsToAlarm: breaches,
      comparisonOperator: isExpected
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: isExpected ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(this.topic));
  }
}
