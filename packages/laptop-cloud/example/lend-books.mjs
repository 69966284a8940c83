import { DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { machineArn } from 'laptop-cloud';

const BOOKS = ['9780140449136', '9780141439518'];

const LOANS = [
  { isbn: BOOKS[0], reader: 'Ada', today: '2026-03-02' },
  { isbn: BOOKS[0], reader: 'Ben', today: '2026-03-03' },
  { isbn: BOOKS[1], reader: 'Ben', today: '2026-03-01' },
];

/**
 * Puts two books on the shelf and has three loans asked for, one after the other, through clients of the AWS SDK.
 *
 * @param {import('laptop-cloud').LaptopCloud} cloud
 * @param {{ readonly tableName: string, readonly machineName: string }} names
 * @returns {Promise<string[]>} what happened, a line for each loan and each book
 */
export async function lendBooks(cloud, { tableName, machineName }) {
  const database = new DynamoDBClient(cloud.clientConfig);
  const machines = new SFNClient(cloud.clientConfig);
  for (const isbn of BOOKS) {
    await database.send(new PutItemCommand({ TableName: tableName, Item: { isbn: { S: isbn } } }));
  }

  const lines = [];
  for (const loan of LOANS) {
    const stateMachineArn = machineArn(machineName);
    const { executionArn } = await machines.send(
      new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(loan) }),
    );
    await cloud.idle();
    const { status, output, error } = await machines.send(new DescribeExecutionCommand({ executionArn }));
    const end = status === 'SUCCEEDED' ? `until ${JSON.parse(output).dueOn}` : `refused: ${error}`;
    lines.push(`${loan.reader} asks for ${loan.isbn}: ${end}`);
  }

  const { Items } = await database.send(new ScanCommand({ TableName: tableName }));
  const shelf = Items.map(({ isbn, lentTo }) => `${isbn.S} is with ${lentTo?.S ?? 'nobody'}`);
  database.destroy();
  machines.destroy();
  return [...lines, ...shelf.sort()];
}
