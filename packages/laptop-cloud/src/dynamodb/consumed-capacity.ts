import type { JsonObject } from '../http/service.ts';

/** Sums the capacity of a transaction's actions by table; a transaction costs twice what its actions would alone. */
export function addCapacities(capacities: readonly JsonObject[]): JsonObject[] {
  const units = new Map<string, number>();
  for (const { TableName, CapacityUnits } of capacities) {
    const table = TableName as string;
    units.set(table, (units.get(table) ?? 0) + 2 * (CapacityUnits as number));
  }
  return [...units].map(([TableName, CapacityUnits]) => ({ TableName, CapacityUnits }));
}
