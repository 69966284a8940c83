import type { JsonObject } from 'laptop-cloud/http/service';

/** CloudWatch counts so many bytes beside the text of each event. */
const BESIDE_EVENT = 26;

/** What CloudWatch takes in of some lines, in bytes. */
export const logBytes = (lines: readonly string[]): number =>
  lines.reduce((sum, line) => sum + Buffer.byteLength(line) + BESIDE_EVENT, 0);

/** The lines that Lambda writes itself about each invocation, as they look. */
export const linesOfLambda = (): readonly string[] => {
  const id = '00000000-0000-0000-0000-000000000000';
  return [
    `START RequestId: ${id} Version: $LATEST`,
    `END RequestId: ${id}`,
    `REPORT RequestId: ${id}\tDuration: 100.00 ms\tBilled Duration: 100 ms\tMemory Size: 1024 MB\tMax Memory Used: 120 MB\t\n` +
      `XRAY TraceId: 1-00000000-000000000000000000000000\tSegmentId: 0000000000000000\tSampled: true`,
  ];
};

const NOT_LOGGED = new Set(['input', 'output', 'parameters', 'inputDetails', 'outputDetails']);

/**
 * What a machine logs of an execution: each event of its history, without what goes in and out of states.
 * https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
 */
export const linesOfMachine = (executionArn: string, events: readonly JsonObject[]): readonly string[] =>
  events.map((event) => {
    const { id, type, previousEventId, timestamp, ...rest } = event;
    const [details = {}] = Object.values(rest);
    return JSON.stringify({
      id: String(id),
      type,
      details: Object.fromEntries(Object.entries(details as JsonObject).filter(([name]) => !NOT_LOGGED.has(name))),
      previous_event_id: String(previousEventId ?? 0),
      event_timestamp: String(Math.round(Number(timestamp) * 1000)),
      execution_arn: executionArn,
      redrive_count: '0',
    });
  });
