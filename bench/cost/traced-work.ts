import type { JsonObject } from 'laptop-cloud/http/service';
import type { SegmentDocument } from 'laptop-cloud/xray/segment';
import type { SpendwireCloud } from '../../laptop/cloud.ts';

/** What the traces of some work tell of it. */
export interface TracedWork {
  readonly traces: number;
  /** Seconds that each invocation took, with the name of its function. */
  readonly invocations: readonly { readonly name: string; readonly seconds: number }[];
  /** Calls of AWS by functions: the service, and the operation. */
  readonly calls: readonly { readonly service: string; readonly operation: string }[];
}

type Segment = Omit<SegmentDocument, 'trace_id'>;

/** Ids of all traces that were recorded so far. */
export async function traceIds({ xray }: Pick<SpendwireCloud, 'xray'>): Promise<string[]> {
  const found = await xray.operations['GetTraceSummaries']?.({ StartTime: 0, EndTime: 1e10 }, {});
  return (found?.['TraceSummaries'] as JsonObject[]).map(({ Id }) => String(Id));
}

export async function tracedWork({ xray }: Pick<SpendwireCloud, 'xray'>, ids: readonly string[]): Promise<TracedWork> {
  const found = await xray.operations['BatchGetTraces']?.({ TraceIds: [...ids] }, {});
  const segments = (found?.['Traces'] as { Segments: { Document: string }[] }[]).flatMap(({ Segments }) =>
    Segments.map(({ Document }) => JSON.parse(Document) as Segment),
  );
  const invoked = segments.filter(({ origin }) => origin === 'AWS::Lambda::Function');
  return {
    traces: ids.length,
    invocations: invoked.map(({ name, start_time, end_time = start_time }) => ({
      name,
      seconds: end_time - start_time,
    })),
    calls: invoked.flatMap(callsOf),
  };
}

const callsOf = ({ name, aws, subsegments = [] }: Segment): { service: string; operation: string }[] => [
  ...(aws?.['operation'] === undefined ? [] : [{ service: name, operation: String(aws['operation']) }]),
  ...subsegments.flatMap(callsOf),
];
