import type { Clock } from '../clock.ts';
import type { Caller } from '../http/service.ts';

/** What the service needs from its surroundings. */
export interface TextractOptions {
  /** Where jobs and their results are kept. */
  readonly directory: string;
  readonly clock: Clock;
  /**
   * Processes that read pages, about 300 MB each once they have read a picture.
   * @default 2, or 1 on a machine with one core
   */
  readonly workers?: number;
  /** Reads an object's content as the caller may; throws a ServiceError such as `NoSuchKey` when it is not there. */
  readObject(bucket: string, key: string, versionId?: string, caller?: Caller): Promise<Buffer>;
}
