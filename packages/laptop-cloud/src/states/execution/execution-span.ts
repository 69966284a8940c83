import type { Clock } from '../../clock.ts';
import { formatTraceHeader, newSegmentId, type SegmentDocument, type TraceSink } from '../../xray/segment.ts';
import type { Span, SpanFields } from '../language/flow-run.ts';
import type { ExecutionStart } from './execution-record.ts';

/** Where documents go, and which trace they belong to. */
interface Recorder {
  readonly clock: Clock;
  readonly traceId: string;
  /** Undefined when the trace is not sampled: nothing is written then. */
  readonly sink: TraceSink | undefined;
}

/** The segment of a whole execution; it is shown as in progress from now on. */
export function executionSpan(start: ExecutionStart, clock: Clock, sink: TraceSink): Span {
  const { trace } = start;
  const recorder = { clock, traceId: trace.root, sink: trace.sampled ? sink : undefined };
  return new RecordedSpan(recorder, {
    trace_id: trace.root,
    id: trace.segmentId,
    ...(trace.parent ? { parent_id: trace.parent } : {}),
    name: start.machineName,
    start_time: start.startMs / 1000,
    origin: 'AWS::StepFunctions::StateMachine',
    aws: { execution_arn: start.executionArn, state_machine_arn: start.stateMachineArn },
  });
}

class RecordedSpan implements Span {
  readonly #recorder: Recorder;
  readonly #document: SegmentDocument;

  constructor(recorder: Recorder, document: SegmentDocument) {
    this.#recorder = recorder;
    this.#document = document;
    // Subsegments are written when they end; the segment itself shows that its execution runs.
    if (document.type !== 'subsegment') recorder.sink?.put({ ...document, in_progress: true });
  }

  get traceHeader(): string {
    const { sink, traceId } = this.#recorder;
    return formatTraceHeader({ root: traceId, parent: this.#document.id, sampled: sink !== undefined });
  }

  child(name: string, fields: SpanFields = {}): Span {
    return new RecordedSpan(this.#recorder, {
      trace_id: this.#recorder.traceId,
      id: newSegmentId(),
      parent_id: this.#document.id,
      type: 'subsegment',
      name,
      start_time: this.#recorder.clock.now() / 1000,
      ...fields,
    });
  }

  end(failure?: { readonly error?: string | undefined; readonly causeText?: string | undefined }): void {
    this.#recorder.sink?.put({
      ...this.#document,
      end_time: this.#recorder.clock.now() / 1000,
      ...(failure ? { fault: true, cause: { exceptions: [exception(failure)] } } : {}),
    });
  }
}

const exception = ({ error, causeText }: { error?: string | undefined; causeText?: string | undefined }) => ({
  id: newSegmentId(),
  type: error ?? 'Error',
  message: causeText ?? '',
});
