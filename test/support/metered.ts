import type { Table } from '../../lambdas/adapters/table.ts';

/** What a table was asked since it was looked at last: requests, and items that it read for them. */
export interface Use {
  readonly requests: number;
  readonly items: number;
}

/** The same table; what it is asked is counted. An item that a query reads and leaves out counts like any other. */
export function metered(table: Table): { readonly table: Table; use(): Use } {
  let used = { requests: 0, items: 0 };
  const send = async (command: Parameters<Table['client']['send']>[0]) => {
    const output = (await table.client.send(command)) as {
      readonly ScannedCount?: number;
      readonly Item?: object;
      readonly Responses?: Record<string, readonly object[]>;
    };
    const batch = Object.values(output.Responses ?? {}).flat().length;
    const items = (output.ScannedCount ?? 0) + (output.Item ? 1 : 0) + batch;
    used = { requests: used.requests + 1, items: used.items + items };
    return output;
  };
  return {
    table: { name: table.name, client: { send } as unknown as Table['client'] },
    use() {
      const before = used;
      used = { requests: 0, items: 0 };
      return before;
    },
  };
}
