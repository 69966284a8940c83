import type { BudgetAlert } from '../core/alert/alert.ts';
import { type TriggerState, triggerId } from '../core/budget/threshold.ts';
import { optimistically } from '../core/ground/optimistic.ts';
import { batchGet } from './batch-get.ts';
import { type Key, stateKey } from './ledger-keys.ts';
import type { Table } from './table.ts';
import { type Together, writeEach } from './write-each.ts';

type StoredState = Key & TriggerState & { readonly version: number };

/**
 * Forgets that triggers hold which nobody is told of, so that they speak when somebody wants to know again. Changes
 * nothing of one that has ceased to hold, or began anew.
 */
export async function rearm(table: Table, alerts: readonly BudgetAlert[]): Promise<void> {
  const keyOf = ({ userId, budgetId, periodStart }: BudgetAlert) => stateKey(userId, budgetId, periodStart);
  const keys = new Map(alerts.map((alert) => [keyOf(alert).SK, keyOf(alert)]));
  await optimistically(async () => {
    const states = await batchGet<StoredState>(table, [...keys.values()]);
    const changes = states
      .filter((state) => state !== undefined)
      .flatMap((state) =>
        forget(
          state,
          alerts.filter((alert) => keyOf(alert).SK === state.SK),
        ),
      );
    return (await writeEach(table, changes)).every((isWritten) => isWritten) || undefined;
  });
}

/** Written by nobody meanwhile, or it is refused. */
function forget(stored: StoredState, alerts: readonly BudgetAlert[]): Together[] {
  const { reached, crossings, version } = stored;
  const forgotten = alerts
    .map(({ trigger, crossing }) => ({ name: triggerId(trigger), crossing }))
    .filter(({ name, crossing }) => reached.includes(name) && crossings[name] === crossing)
    .map(({ name }) => name);
  if (forgotten.length === 0) return [];
  const next = { ...stored, reached: reached.filter((each) => !forgotten.includes(each)), version: version + 1 };
  return [[{ put: next, condition: { text: 'version = :read', values: { ':read': version } } }]];
}
