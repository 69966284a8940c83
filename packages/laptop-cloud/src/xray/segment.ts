import { randomBytes } from 'node:crypto';

/**
 * A segment or subsegment document as the X-Ray daemon receives it; times are seconds since the epoch.
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html
 */
export interface SegmentDocument {
  readonly trace_id: string;
  readonly id: string;
  readonly name: string;
  readonly start_time: number;
  readonly end_time?: number;
  readonly in_progress?: boolean;
  readonly parent_id?: string;
  /** `subsegment` when it is sent apart from its segment. */
  readonly type?: 'subsegment';
  /** `AWS::StepFunctions::StateMachine`, `AWS::Lambda::Function` … */
  readonly origin?: string;
  readonly namespace?: 'aws' | 'remote';
  readonly annotations?: Readonly<Record<string, string | number | boolean>>;
  readonly metadata?: unknown;
  readonly aws?: Readonly<Record<string, unknown>>;
  readonly http?: unknown;
  readonly fault?: boolean;
  readonly error?: boolean;
  readonly throttle?: boolean;
  readonly cause?: unknown;
  readonly subsegments?: readonly Omit<SegmentDocument, 'trace_id'>[];
}

/** Where the rooms hand in what they did; the collector keeps it by trace. */
export interface TraceSink {
  put(document: SegmentDocument): void;
}

/** The parts of an `X-Amzn-Trace-Id` header. */
export interface TraceContext {
  readonly root: string;
  readonly parent?: string;
  readonly sampled: boolean;
}

/** Reads `Root=1-…;Parent=…;Sampled=1`; undefined when there is no root in it. */
export function parseTraceHeader(header: string | undefined): TraceContext | undefined {
  const parts = Object.fromEntries((header ?? '').split(';').map((part) => part.trim().split('=') as [string, string]));
  if (!parts.Root) return undefined;
  return {
    root: parts.Root,
    ...(parts.Parent ? { parent: parts.Parent } : {}),
    sampled: parts.Sampled === '1',
  };
}

/** The header that carries a trace on to the next caller. */
export const formatTraceHeader = ({ root, parent, sampled }: TraceContext): string =>
  [`Root=${root}`, ...(parent ? [`Parent=${parent}`] : []), `Sampled=${sampled ? 1 : 0}`].join(';');

/** A 64-bit segment id in hexadecimal. */
export const newSegmentId = (): string => randomBytes(8).toString('hex');

/** A trace id: version, epoch seconds in hexadecimal, 96 random bits. */
export const newTraceId = (epochMs: number): string =>
  `1-${Math.floor(epochMs / 1000).toString(16)}-${randomBytes(12).toString('hex')}`;
