/**
 * How much is right of AnalyzeExpense responses: from `*.json` files to expenses, without a cloud and without OCR.
 *
 *     npm run accuracy:textract -- --data DIR [--part even|odd|all] [--out misses.csv] [--save run.json]
 *         [--compare run.json] [--json] [--now 2018-12-31T12:00:00Z] [--locale en-US]
 *
 * A file is a response (`ExpenseDocuments`) or a list of the pages of one.
 */
import { readFile } from 'node:fs/promises';
import type { AnalyzeExpenseResponse } from '@aws-sdk/client-textract';
import { structureExpense } from '../lambdas/core/reading/structure-expense.ts';
import { conclude } from './accuracy/conclude.ts';
import { responsesIn } from './accuracy/data-folder.ts';
import { instantOf, readOptions } from './accuracy/options.ts';
import { score } from './accuracy/scoring.ts';

const options = readOptions(process.argv.slice(2));
const cases = await responsesIn(options.data, options.part);
const today = new Date(instantOf(options.now, cases)).toISOString().slice(0, 10);
const started = performance.now();
const scored = await Promise.all(
  cases.map(async ({ name, path, truth }) => {
    const content = JSON.parse(await readFile(path, 'utf8')) as AnalyzeExpenseResponse | AnalyzeExpenseResponse[];
    const documents = [content].flat().flatMap(({ ExpenseDocuments = [] }) => ExpenseDocuments);
    const expense = structureExpense(documents, { locale: options.locale, today });
    return score({ name, status: expense.status, expense }, truth);
  }),
);
await conclude(scored, options, Math.round(performance.now() - started) / 1000);
if (!options.json && cases.every(({ truth }) => Object.keys(truth).length === 0)) {
  for (const { name, status, expense } of scored) {
    const { vendor, purchasedOn, total, invoiceNumber } = expense ?? {};
    console.log(JSON.stringify({ name, status, vendor: vendor?.name, purchasedOn, total, invoiceNumber }));
  }
}
