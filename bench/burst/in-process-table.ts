import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type JsonObject, type OperationService, ServiceError } from 'laptop-cloud/http/service';
import type { Table } from '../../lambdas/adapters/table.ts';

/** The table of a local database whose commands take no way through a port: a draw of a turn takes a third of a millisecond. */
export function inProcessTable({ operations }: OperationService, name: string): Table {
  const send = async (command: { readonly input: object }) => {
    const operation = command.constructor.name.replace(/Command$/, '');
    try {
      return await operations[operation]?.(command.input as JsonObject, {});
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      throw Object.assign(new Error(error.message), { name: error.code });
    }
  };
  return { name, client: { send } as unknown as DynamoDBClient };
}
