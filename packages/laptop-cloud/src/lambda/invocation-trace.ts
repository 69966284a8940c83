import type { JsonObject } from '../http/service.ts';
import {
  formatTraceHeader,
  newSegmentId,
  newTraceId,
  parseTraceHeader,
  type SegmentDocument,
  type TraceSink,
} from '../xray/segment.ts';
import { type FunctionSpec, functionArn } from './function-spec.ts';
import type { FunctionResult } from './invocation.ts';

export interface InvocationTrace {
  /** What the function finds in `_X_AMZN_TRACE_ID`: its own segment is the parent of all it records. */
  readonly header: string;
  finish(result: FunctionResult, endMs: number): void;
}

/**
 * Begins the two segments that Lambda records for an invocation: one of the service, and below it one of the
 * function. Without a caller's header the invocation is a trace of its own.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html
 */
export function beginInvocationTrace(
  traces: TraceSink,
  spec: FunctionSpec,
  { requestId, startMs, callerHeader }: { requestId: string; startMs: number; callerHeader: string | undefined },
): InvocationTrace {
  const context = parseTraceHeader(callerHeader) ?? { root: newTraceId(startMs), sampled: true };
  const service = newSegmentId();
  const own = newSegmentId();
  const arn = functionArn(spec.name);

  return {
    header: formatTraceHeader({ root: context.root, parent: own, sampled: context.sampled }),
    finish(result, endMs) {
      if (!context.sampled) return;
      const common = { trace_id: context.root, name: spec.name, start_time: startMs / 1000, end_time: endMs / 1000 };
      const aws = { request_id: requestId, function_arn: arn, resource_names: [spec.name] };
      traces.put({
        ...common,
        id: service,
        ...(context.parent ? { parent_id: context.parent } : {}),
        origin: 'AWS::Lambda',
        http: { response: { status: 200 } },
        aws,
        ...(result.ok ? {} : { fault: true }),
      });
      traces.put({ ...common, id: own, parent_id: service, origin: 'AWS::Lambda::Function', aws, ...faultOf(result) });
    },
  };
}

function faultOf(result: FunctionResult): Partial<SegmentDocument> {
  if (result.ok) return {};
  const { errorType, errorMessage } = result.payload;
  const exception: JsonObject = { id: newSegmentId(), type: errorType, message: errorMessage, remote: false };
  return { fault: true, cause: { exceptions: [exception] } };
}
