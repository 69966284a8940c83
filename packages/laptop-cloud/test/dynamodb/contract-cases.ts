import type { ContractCase } from './contract-case.ts';
import { itemCases } from './contract-item-cases.ts';
import { readCases } from './contract-read-cases.ts';
import { transactionCases } from './contract-transaction-cases.ts';

/** What the ledger relies on, and the errors around it. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/ */
export const contractCases: readonly ContractCase[] = [...itemCases, ...transactionCases, ...readCases];
