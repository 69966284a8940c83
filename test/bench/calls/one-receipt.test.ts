import { beforeAll, describe, expect, it } from 'vitest';
import { type OneReceipt, watchOneReceipt } from '../../../bench/calls/one-receipt.ts';
import { type CallSummary, summarise, useByFunction } from '../../../bench/calls/summary.ts';

/**
 * What the functions may ask of the table for one receipt that crosses two thresholds and is told to one phone. Whatever
 * needs a call more adds its line, with its name and its number.
 */
const ALLOWED = {
  StartWorkflow: {
    'the document, to find one that is known': 1,
    "the person's allowance": 1,
    "the lane's clock": 1,
    'the document and its status': 1,
  },
  StructureExpense: {
    'the person, for what is not printed': 1,
  },
  RecordExpense: {
    'the document, to see what it has booked, and what looks alike': 1,
    'document, status, expense, spending, fingerprint and what looks alike': 1,
  },
  CheckBudgets: {
    'the budgets': 1,
    'the person, the window and the state of the budget': 1,
    'the spending of its period': 1,
    'the document, for the cause': 1,
    'state, window, link and two alerts': 1,
  },
  DeliverAlerts: {
    'the person': 1,
    'the window, to close it': 1,
    'the links of the window': 1,
    'the alerts, and the state of the budget': 1,
    'the budgets and contacts': 1,
    'what was sent before': 1,
    'the spending of the period': 1,
    'the message as it was sent': 1,
    'the alerts, to mark them': 1,
  },
} as const;

let receipt: OneReceipt;
let summary: CallSummary;
beforeAll(async () => {
  receipt = await watchOneReceipt();
  summary = summarise(receipt.calls);
});

const sum = (lines: Readonly<Record<string, number>>) => Object.values(lines).reduce((all, calls) => all + calls, 0);

describe('one receipt with one budget, one phone and two crossings', () => {
  it('asks of the table what is named above, function by function', () => {
    const allowed = Object.entries(ALLOWED).map(([by, lines]) => [by, sum(lines)]);

    expect(summary.perFunction).toEqual(Object.fromEntries(allowed));
  });

  it('comes to 21 requests, with every function called once and a text message sent', () => {
    expect(summary.total).toBeLessThanOrEqual(21);
    expect(receipt.invocations).toMatchObject(Object.fromEntries(Object.keys(ALLOWED).map((by) => [by, 1])));
    expect(receipt.messages.map(({ protocol }) => protocol)).toEqual(['sms']);
    expect(receipt.messages[0]?.body).toContain('88.00 of 100.00 USD (88%)');
    expect(summary.writtenInTransactions['CheckBudgets']).toBe(5);
  });

  it('is booked with no more than 18 write units, those of the index included', () => {
    expect(useByFunction(receipt.requests)['RecordExpense']?.writeUnits).toBeLessThanOrEqual(18);
  });

  it('reads no item twice in one invocation', () => {
    expect(summary.readAgain).toEqual([]);
  });

  it('enters nine states until it is booked and checked, and three until it is told', () => {
    expect(Object.entries(receipt.states).map(([machine, states]) => [machine, states.length])).toEqual([
      ['ingest-receipt', 9],
      ['deliver-alerts', 3],
    ]);
  });
});
