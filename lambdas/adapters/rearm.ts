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
  const keys = alerts.map(({ userId, budgetId, periodStart }) => stateKey(userId, budgetId, periodStart));
  await optimistically(async () => {
    const states = new Map((await batchGet<StoredState>(table, keys)).map((state) => [state?.SK, state]));
    const changes = [...states.values()].flatMap((state) =>
      state
        ? forget(
            state,
            alerts.filter((_, index) => keys[index]?.SK === state.SK),
          )
        : [],
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
