import { type TableCall, tableCall } from '../../bench/calls/table-call.ts';
import type { Table } from '../../lambdas/adapters/table.ts';

/** The same table; its calls are told, as those of one function. What an index gives back is a find and no read. */
export function counted(table: Table, calls: TableCall[]): Table {
  const send = async (command: Parameters<Table['client']['send']>[0]) => {
    const output = await table.client.send(command);
    const operation = command.constructor.name.replace(/Command$/, '');
    const told = JSON.parse(JSON.stringify({ input: command.input, output }));
    const call = tableCall({ caller: { accessKeyId: 'counted' }, operation, ...told });
    calls.push('IndexName' in command.input ? { ...call, read: [] } : call);
    return output;
  };
  return { name: table.name, client: { send } as unknown as Table['client'] };
}
