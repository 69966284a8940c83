import type { QueueSpec } from '../events/event-rule.ts';
import type { FunctionSpec } from '../lambda/function-spec.ts';
import type { DeclaredFunction, DeclaredQueue } from './declaration.ts';

const CONSUMERS_AT_ONCE = 4;

/** A declared function with what it leaves out, as Lambda has it for a new function. */
export const functionSpec = ({ grants: _grants, ...declared }: DeclaredFunction): FunctionSpec => ({
  id: declared.name,
  description: '',
  timeoutSeconds: 3,
  memoryMb: 128,
  environment: {},
  ...declared,
});

/** A declared queue with what it leaves out, as SQS has it for a new queue. */
export const queueSpec = ({ consumer, ...declared }: DeclaredQueue): QueueSpec => ({
  visibilityTimeoutSeconds: 30,
  maxReceiveCount: 3,
  retentionDays: 4,
  ...declared,
  ...(consumer ? { consumer: { maximumConcurrency: CONSUMERS_AT_ONCE, ...consumer } } : {}),
});
