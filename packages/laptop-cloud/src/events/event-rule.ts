/** Where the events of a rule go. */
export type RuleTarget = { readonly queue: string } | { readonly function: string };

/** A rule of the event bus: events that match its pattern go to its target. */
export interface EventRule {
  readonly name: string;
  readonly pattern: unknown;
  readonly target: RuleTarget;
}

/** A queue and, if it has one, the function that works on its messages one at a time. */
export interface QueueSpec {
  readonly name: string;
  readonly visibilityTimeoutSeconds: number;
  readonly maxReceiveCount: number;
  readonly retentionDays: number;
  /** Takes what was given up on; several queues may share one. @default '{name}-dead-letters' */
  readonly deadLetterQueue?: string;
  readonly consumer?: { readonly functionName: string; readonly maximumConcurrency: number };
}

/** The name of the queue that takes what a queue or a function's asynchronous invocations gave up on. */
export const deadLetterName = ({ name, deadLetterQueue }: Pick<QueueSpec, 'name' | 'deadLetterQueue'>): string =>
  deadLetterQueue ?? `${name}-dead-letters`;
