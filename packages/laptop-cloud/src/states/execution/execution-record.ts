import { createHash } from 'node:crypto';

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** The trace an execution belongs to. */
export interface ExecutionTrace {
  readonly root: string;
  readonly parent?: string;
  readonly sampled: boolean;
  /** The execution's own segment; kept, so that a resumed execution goes on in it. */
  readonly segmentId: string;
}

/** What an execution began with. */
export interface ExecutionStart {
  readonly executionArn: string;
  readonly name: string;
  readonly stateMachineArn: string;
  readonly machineName: string;
  readonly roleArn: string;
  /** Which revision of the definition it runs to its end, whatever is updated meanwhile. */
  readonly definitionId: string;
  /** JSON text as given. */
  readonly input: string;
  readonly startMs: number;
  readonly trace: ExecutionTrace;
  /** As the caller gave it; DescribeExecution returns it. */
  readonly traceHeader?: string;
  /** Only of a child execution of a distributed Map. */
  readonly child?: ChildOf;
}

/** Which item of which map run a child execution is for. */
export interface ChildOf {
  readonly mapRunArn: string;
  readonly index: number;
  readonly itemCount: number;
  /** Where what it runs stands in the machine's definition. */
  readonly place: readonly string[];
}

/** How an execution ended. `output` is JSON text; error and cause are absent where AWS gives none. */
export interface ExecutionEnd {
  readonly status: Exclude<ExecutionStatus, 'RUNNING'>;
  readonly stopMs: number;
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
}

/** What lists need to know of an execution. */
export interface ExecutionSummary {
  readonly executionArn: string;
  readonly name: string;
  readonly stateMachineArn: string;
  readonly status: ExecutionStatus;
  readonly startMs: number;
  readonly stopMs?: number;
  readonly redriveCount?: number;
  readonly redriveMs?: number;
  readonly child?: Omit<ChildOf, 'place'>;
}

/** What lists know of an execution from its start. */
export function summaryOf({
  executionArn,
  name,
  stateMachineArn,
  startMs,
  child,
}: ExecutionStart): Omit<ExecutionSummary, 'status'> {
  const { mapRunArn, index, itemCount } = child ?? {};
  const isChild = mapRunArn !== undefined && index !== undefined && itemCount !== undefined;
  return {
    executionArn,
    name,
    stateMachineArn,
    startMs,
    ...(isChild ? { child: { mapRunArn, index, itemCount } } : {}),
  };
}

/** Whether an execution is one of an Express machine. */
export const isExpress = (executionArn: string): boolean => executionArn.split(':')[5] === 'express';

/** A name that is safe on every file system, readable, and different for different names. */
export function fileNameOf(name: string): string {
  const readable = name.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 80);
  return `${readable}.${createHash('sha256').update(name).digest('hex').slice(0, 12)}`;
}
