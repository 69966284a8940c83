import type { Clock } from '../clock.ts';
import type { DurableQueue } from './durable-queue.ts';
import type { QueueSpec } from './event-rule.ts';

export interface SqsOptions {
  readonly queues: ReadonlyMap<string, DurableQueue>;
  readonly specs: readonly QueueSpec[];
  readonly clock: Clock;
  endpoint(): string;
}
