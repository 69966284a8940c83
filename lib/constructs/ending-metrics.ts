import { Duration, Stack } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type IFilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

export interface EndingMetricsProps {
  /** Logs of the functions that end a document, each with a line that says how. */
  readonly logs: { readonly recordExpense: ILogGroup; readonly recordOutcome: ILogGroup };
}

/** A filter reads the line that `lambdas/runtime/lambda-handler.ts` writes when a step is done. */
const ended = FilterPattern.all(
  FilterPattern.stringValue('$.message', '=', 'done'),
  FilterPattern.stringValue('$.status', '=', '*'),
);
const refused = FilterPattern.any(
  FilterPattern.stringValue('$.status', '=', 'rejected'),
  FilterPattern.stringValue('$.status', '=', 'failed'),
);

/**
 * How many documents have ended, and how many of them were rejected or failed: counted by CloudWatch from the logs, so no
 * function needs a permission for it. What fails without a step of its own rings the alarm of its execution.
 */
export class EndingMetrics extends Construct {
  readonly ended: Metric;
  readonly refused: Metric;

  constructor(scope: Construct, id: string, { logs }: EndingMetricsProps) {
    super(scope, id);
    this.ended = this.#counted('DocumentsEnded', ended, logs);
    this.refused = this.#counted('DocumentsRefused', refused, { recordOutcome: logs.recordOutcome });
  }

  /** A sum over an hour; two installations in one account have a namespace each. */
  #counted(metricName: string, filterPattern: IFilterPattern, logs: Readonly<Record<string, ILogGroup>>): Metric {
    const metricNamespace = `Spendwire/${Stack.of(this).stackName}`;
    for (const [name, logGroup] of Object.entries(logs)) {
      new MetricFilter(this, `${metricName}By${name.charAt(0).toUpperCase()}${name.slice(1)}`, {
        logGroup,
        filterPattern,
        metricNamespace,
        metricName,
        metricValue: '1',
      });
    }
    return new Metric({ namespace: metricNamespace, metricName, statistic: Stats.SUM, period: Duration.hours(1) });
  }
}
