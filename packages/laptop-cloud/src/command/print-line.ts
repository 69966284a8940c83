import type { CloudDeclaration } from '../cloud/declaration.ts';
import type { OutboxMessage } from '../sns/message.ts';
import type { StatesActivity } from '../states/states-service.ts';
import type { LeftOut } from '../template/template.ts';

/** `1 table, 2 functions, 1 machine`: what a declaration has of each kind. */
export function countsOf({ tables, functions, machines, queues, rules, schedules, topics }: CloudDeclaration): string {
  const kinds = Object.entries({ tables, functions, machines, queues, rules, schedules, topics });
  const counts = kinds.flatMap(([kind, { length } = []]) => {
    if (length === 0) return [];
    return [`${length} ${length === 1 ? kind.slice(0, -1) : kind}`];
  });
  return counts.join(', ') || 'nothing';
}

/** What does not run here, and why. */
export const leftOutLine = ({ logicalId, type, reason }: LeftOut): string =>
  `not run   ${logicalId} (${type}): ${reason}`;

/** How an execution ended; undefined while it goes on. */
export const activityLine = ({ machineName, executionArn, state, status }: StatesActivity): string | undefined =>
  state === undefined ? `machine   ${machineName} ${status} ${executionArn.split(':').at(-1)}` : undefined;

/** A message that SNS accepted. */
export const messageLine = ({ protocol, address, subject, body }: OutboxMessage): string =>
  `message   ${protocol} to ${address}: ${subject ?? body}`;
