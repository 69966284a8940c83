import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from 'laptop-cloud/clock';
import { createDynamoDbService } from 'laptop-cloud/dynamodb/dynamodb-service';
import type { JsonObject } from 'laptop-cloud/http/service';
import { personKey } from '../../lambdas/adapters/ledger-keys.ts';
import { tableName } from '../../laptop/names.ts';

/** A message that SNS has accepted: to whom, and for which alerts. */
export interface AcceptedMessage {
  readonly to: string;
  readonly alertIds: readonly string[];
}

/** Every message of the outbox, oldest first; none where a process was killed before it had made that folder. */
export async function acceptedMessages(directory: string): Promise<AcceptedMessage[]> {
  const folder = join(directory, 'outbox');
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = names.filter((file) => file.endsWith('.txt')).sort();
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(folder, file), 'utf8');
      return { to: heading(text, 'To'), alertIds: heading(text, 'alertIds').split(',') };
    }),
  );
}

/** How often each alert went to each address, by `{alertId} {address}`. */
export function copiesOf(messages: readonly AcceptedMessage[]): ReadonlyMap<string, number> {
  const copies = new Map<string, number>();
  for (const { to, alertIds } of messages) {
    for (const alertId of alertIds) copies.set(`${alertId} ${to}`, (copies.get(`${alertId} ${to}`) ?? 0) + 1);
  }
  return copies;
}

/** Looks into the folder of a killed process: alerts that SNS has accepted and that are not marked as sent. */
export async function acceptedButNotMarked(directory: string, people: readonly string[]): Promise<Set<string>> {
  const database = await createDynamoDbService({
    directory: join(directory, '.spendwire', 'dynamodb'),
    clock: systemClock,
  });
  try {
    const accepted = new Set((await acceptedMessages(directory)).flatMap(({ alertIds }) => alertIds));
    const unsent = new Set<string>();
    const { TableNames } = (await database.operations['ListTables']?.({}, {})) as { TableNames: string[] };
    if (!TableNames.includes(tableName)) return unsent;
    for (const person of people) {
      const found = await database.operations['Query']?.(alertsOf(person), {});
      for (const { alertId, sentAt } of (found?.['Items'] ?? []) as Record<string, { S: string }>[]) {
        if (alertId && !sentAt && accepted.has(alertId.S)) unsent.add(alertId.S);
      }
    }
    return unsent;
  } finally {
    await database.close();
  }
}

const alertsOf = (person: string): JsonObject => ({
  TableName: tableName,
  KeyConditionExpression: 'PK = :person AND begins_with(SK, :alerts)',
  ExpressionAttributeValues: { ':person': { S: personKey(person).PK }, ':alerts': { S: 'ALERT#' } },
});

const heading = (text: string, name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1] ?? '';
