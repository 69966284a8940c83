import { printable } from '../views/printable.ts';
import { readReport } from '../views/report/read-report.ts';
import type { Report } from '../views/report/report.ts';
import { reportCsv } from '../views/report/report-csv.ts';
import { reportJson } from '../views/report/report-json.ts';
import { reportText } from '../views/report/report-text.ts';
import { findPlace } from './find-place.ts';
import { readReportOptions, reportUsage } from './report-options.ts';
import { runTool } from './run-tool.ts';
import { similarUserId, userIdOf } from './who.ts';

const FORMATS = {
  text: (report: Report) => `${reportText(report).join('\n')}\n`,
  json: (report: Report) => `${JSON.stringify(reportJson(report), null, 2)}\n`,
  csv: reportCsv,
};

/** Prints a person's report; 1 when nothing is known of the person. */
async function report(args: readonly string[]): Promise<number> {
  const options = readReportOptions(args);
  if (options.help) {
    process.stdout.write(reportUsage);
    return 0;
  }
  const { table } = await findPlace(options);
  try {
    const userId = await userIdOf(table, options);
    const { period, category, status } = options;
    const asked = { ...(period ? { period } : {}), ...(category ? { category } : {}), ...(status ? { status } : {}) };
    const found = await readReport(table, { userId, ...asked, now: Date.now() });
    process.stdout.write(printable(FORMATS[options.format](found)));
    if (found.person || found.expenses.length > 0 || found.attention.length > 0) return 0;
    const similar = await similarUserId(table, userId);
    const hint = similar ? `did you mean ${similar}?` : `drop budgets/${userId}.yaml, then receipts/${userId}/…`;
    console.error(`nothing is known of ${userId}; ${hint}`);
    return 1;
  } finally {
    table.client.destroy();
  }
}

await runTool(report);
