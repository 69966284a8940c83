import { describe, expect, it } from 'vitest';
import { summarise } from '../../../bench/calls/summary.ts';
import { tableCall } from '../../../bench/calls/table-call.ts';

const caller = { accessKeyId: 'CheckBudgets' };
const key = (SK: string) => ({ PK: { S: 'USER#alice' }, SK: { S: SK } });
const read = tableCall({ caller, operation: 'GetItem', input: { Key: key('PROFILE') }, output: {} });

describe('summarise', () => {
  it('counts a batch read and a transaction once each', () => {
    const batch = tableCall({
      caller,
      operation: 'BatchGetItem',
      input: { RequestItems: { ledger: { Keys: [key('STATE#a'), key('STATE#b')] } } },
    });
    const transaction = tableCall({
      caller,
      operation: 'TransactWriteItems',
      input: { TransactItems: [{ Put: { Item: key('STATE#a') } }, { Update: { Key: key('SPEND#x') } }] },
    });

    expect(summarise([read, batch, transaction])).toEqual({
      perFunction: { CheckBudgets: 3 },
      total: 3,
      writtenInTransactions: { CheckBudgets: 2 },
      readAgain: [],
    });
  });

  it('tells which item was read again, also when a query gave it back', () => {
    const query = tableCall({
      caller,
      operation: 'Query',
      input: { ExpressionAttributeValues: { ':partition': { S: 'USER#alice' }, ':from': { S: 'PRO' } } },
      output: { Items: [{ ...key('PROFILE'), name: { S: 'Alice' } }] },
    });

    expect(query.on).toEqual(['USER#alice PRO']);
    expect(summarise([read, query]).readAgain).toEqual([{ by: 'CheckBudgets', item: 'USER#alice PROFILE', times: 2 }]);
  });

  it('counts a read of an item that is not there, and a call that was refused', () => {
    const refused = tableCall({ caller, operation: 'UpdateItem', input: { Key: key('WINDOW') } });

    expect(summarise([read, refused])).toMatchObject({ total: 2, readAgain: [] });
  });
});
