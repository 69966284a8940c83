import { systemClock } from '../../src/clock.ts';
import { createDynamoDbService } from '../../src/dynamodb/dynamodb-service.ts';
import { key, TableName } from './database.ts';

/** Runs transactions that raise two counters together, until it is killed. Tells its parent of each commit. */
const [directory] = process.argv.slice(2);
const { operations } = await createDynamoDbService({ directory: String(directory), clock: systemClock });

for (let round = 0; ; round += 1) {
  const raise = (id: string) => ({
    Update: {
      TableName,
      Key: key(id),
      UpdateExpression: 'SET GSI1PK = :kind, GSI1SK = :round ADD amountMinor :one',
      ExpressionAttributeValues: {
        ':one': { N: '1' },
        ':kind': { S: 'crash' },
        ':round': { S: `${id}-${process.pid}-${round}` },
      },
    },
  });
  await operations.TransactWriteItems?.({ TransactItems: [raise('left'), raise('right')] }, {});
  process.stdout.write('.');
}
