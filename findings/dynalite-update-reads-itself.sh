#!/usr/bin/env bash
# dynalite 4.0.0, a DynamoDB in JavaScript that tests run against.
#
# Expected: every path and value of an UpdateExpression names what stood in the item before the update, as on Amazon: so
# the former number is kept beside the new one, and the second and third elements of a list are taken out.
# Seen: SET gives the new attribute the very object of the old one, and ADD changes that object in place, so the former
# number is gone; and each index of a REMOVE counts what the one before has left, so that the second and the fourth
# element are taken out. A test of an audit trail or of a list passes here and fails on AWS, or the other way round.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts dynalite@4.0.0 @aws-sdk/client-dynamodb@3.1162.0

cat >probe.mjs <<'PROBE'
import { CreateTableCommand, DynamoDBClient, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';

const server = dynalite({ createTableMs: 0 });
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const client = new DynamoDBClient({
  endpoint: `http://127.0.0.1:${server.address().port}`,
  region: 'us-east-1',
  credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
});
const TableName = 'meters';
await client.send(
  new CreateTableCommand({
    TableName,
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    BillingMode: 'PAY_PER_REQUEST',
  }),
);
const Key = { id: { S: 'gas' } };
const update = async (item, UpdateExpression, ExpressionAttributeValues) => {
  await client.send(new PutItemCommand({ TableName, Item: { ...Key, ...item } }));
  const request = { TableName, Key, UpdateExpression, ReturnValues: 'ALL_NEW' };
  const { Attributes } = await client.send(
    new UpdateItemCommand(ExpressionAttributeValues ? { ...request, ExpressionAttributeValues } : request),
  );
  return Attributes;
};

const counted = await update({ reading: { N: '40' } }, 'SET former = reading ADD reading :used', { ':used': { N: '2' } });
console.log('former', counted.former.N, 'reading', counted.reading.N);
const weeks = { L: ['one', 'two', 'three', 'four'].map((S) => ({ S })) };
const left = await update({ weeks }, 'REMOVE weeks[1], weeks[2]');
console.log('left', left.weeks.L.map(({ S }) => S).join(' '));
process.exit();
PROBE

seen=$(AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED=true node probe.mjs 2>/dev/null)
echo "dynalite 4.0.0:"
echo "$seen"
expected='former 42 reading 42
left one three'
[ "$seen" = "$expected" ] || { echo "this has changed" >&2; exit 1; }
