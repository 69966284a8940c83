import type { Json } from '../../http/service.ts';

/** What a distributed Map allows its run; UpdateMapRun changes it while the run is on. */
export interface MapRunLimits {
  /** Child executions at once; 0 is as many as there may be. */
  maxConcurrency: number;
  toleratedFailureCount: number;
  toleratedFailurePercentage: number;
}

export interface MapRunRequest {
  /** As {@link MapRuns.issue} gave it, maybe to an earlier process that began the run already. */
  readonly mapRunArn: string;
  /** The execution that the Map belongs to. */
  readonly executionArn: string;
  /** Where the processor stands in the machine's definition. */
  readonly place: readonly string[];
  readonly limits: MapRunLimits;
}

/** How a child execution ended. */
export interface ChildEnd {
  readonly executionArn: string;
  readonly status: string;
  /** JSON texts. */
  readonly input: string;
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
  readonly startMs: number;
  readonly stopMs: number;
}

/** One run of a distributed Map and its child executions. */
export interface MapRun {
  readonly mapRunArn: string;
  /** Read anew before each decision. */
  readonly limits: MapRunLimits;
  /** Tells how many items, in how many child executions, there are to do. */
  planned(itemCount: number, childCount: number): Promise<void>;
  /**
   * Runs the child of an index to its end; one that an earlier process has brought to its end is not run again.
   *
   * @param itemCount How many items it is for.
   */
  child(index: number, input: Json, itemCount: number, signal: AbortSignal): Promise<ChildEnd>;
  ended(status: 'SUCCEEDED' | 'FAILED' | 'ABORTED'): Promise<void>;
}

/** Where distributed Maps run. */
export interface MapRuns {
  /** A new run's ARN; the Map's label is part of it, or one that is drawn. */
  issue(executionArn: string, label: string | undefined): string;
  begin(request: MapRunRequest): Promise<MapRun>;
  /**
   * What readers and writers call: an operation of S3 by its name in the API reference.
   *
   * @param principal Whose permissions the call needs: the machine's name.
   */
  callS3(operation: string, input: Json, principal: string): Promise<Json>;
}
