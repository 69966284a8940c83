import type fc from 'fast-check';
import type { Table } from '../../lambdas/adapters/table.ts';

/** The same table, whose calls wait until the scheduler lets them go: every order of calls can happen. */
export const interleaved = (table: Table, scheduler: fc.Scheduler): Table => {
  const send = (command: Parameters<Table['client']['send']>[0]) =>
    scheduler.schedule(Promise.resolve(), command.constructor.name).then(() => table.client.send(command));
  return { name: table.name, client: { send } as unknown as Table['client'] };
};
