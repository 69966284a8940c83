import type { DeclaredQueue, EventRule, RuleTarget } from 'laptop-cloud';
import { substitute } from '../lib/placeholders.ts';
import { ingestQueue, rules } from '../lib/topology.ts';
import { functionName } from './names.ts';

/** The queues of the topology. */
export const declaredQueues = (): DeclaredQueue[] => [
  {
    name: ingestQueue.name,
    visibilityTimeoutSeconds: ingestQueue.visibilityTimeoutSeconds,
    maxReceiveCount: ingestQueue.maxReceiveCount,
    retentionDays: ingestQueue.retentionDays,
    consumer: {
      functionName: functionName(ingestQueue.consumer),
      maximumConcurrency: ingestQueue.maximumConcurrency,
    },
  },
];

/** The rules of the topology with their placeholders filled. */
export const declaredRules = (values: Readonly<Record<string, string>>): EventRule[] =>
  Object.entries(rules).map(([name, { pattern, target }]) => ({
    name,
    pattern: substitute<unknown>(pattern, values),
    target: localTarget(target),
  }));

const localTarget = (target: (typeof rules)[keyof typeof rules]['target']): RuleTarget =>
  'function' in target ? { function: functionName(target.function) } : { queue: target.queue };
