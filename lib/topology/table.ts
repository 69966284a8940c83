/** DynamoDB: one table, one sparse index, TTL. Keys are spelled in `lambdas/adapters/ledger-keys.ts`. */
export const table = {
  partitionKey: 'PK',
  sortKey: 'SK',
  timeToLiveAttribute: 'expiresAtEpochSeconds',
  index: { name: 'GSI1', partitionKey: 'GSI1PK', sortKey: 'GSI1SK' },
} as const;
