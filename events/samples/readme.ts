import { dollars, german, yen } from './amount-text.ts';
import type { FailingFile } from './failing-file.ts';
import { type PrintedAmount, type ReadableTruth, type SampleDocument, sumOf, type Truth } from './sample.ts';

/** A budget of the plan as it is written there; a limit such as `"250.00"`, in dollars. */
export interface PlannedBudget {
  readonly category: string;
  readonly limit: string;
}

/** The index of all samples, written by the generator, so that it says what the ground truth says. */
export function readme(
  documents: readonly SampleDocument[],
  failing: readonly FailingFile[],
  budgets: readonly PlannedBudget[],
): string {
  const receipts = documents.map(({ file, shows, truth }) =>
    row(`[${file}](receipts/${file})`, shows, expected(truth)),
  );
  const failures = failing.map(({ file, shows, status, textractError, isCommitted }) =>
    row(
      isCommitted ? `[${file}](failures/${file})` : file,
      shows,
      textractError ? `${status}, ${textractError}` : status,
    ),
  );
  return `# Sample documents

A made-up month of a made-up person: Alice lives near Washington, spends in dollars, and was in Tokyo and Munich
in November 2026. All merchants, addresses and numbers are invented. Beside each document lies what a reader has to
find on it, as \`<name>.truth.json\`; [budgets/alice.yaml](budgets/alice.yaml) is her plan.

Everything here but the plan is drawn by \`npx tsx events/samples/generate.ts\`, this page included. Change a document in
\`documents/\`, never its picture. The noise is seeded: a second run on the same machine gives the same bytes.

## Receipts and invoices

${row('file', 'what it shows', 'expected')}
${row('---', '---', '---')}
${receipts.join('\n')}

## Where the budgets end up

Only what is booked in dollars counts until there are exchange rates: the yen and the euro receipt are recorded, and
stand beside the budgets.

${row('budget', 'limit', 'spent', 'thresholds crossed')}
${row('---', '---', '---', '---')}
${budgets.map((budget) => standingRow(budget, documents)).join('\n')}

The cafe's receipt takes dining past 80 % and to exactly 100 %, and the month past 80 %: three thresholds at once. The
refund comes where no threshold is near, so it lowers the month's total and re-arms nothing.

## Files that cannot become an expense

[failures/manifest.json](failures/manifest.json) says the same for tests. The last one is made when a test needs it.
Behind *rejected* stands Textract's own word; what their owner is told stands in [the errors](../../docs/reference/errors.md#rejected).

${row('file', 'what it is', 'expected')}
${row('---', '---', '---')}
${failures.join('\n')}
`;
}

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function expected(truth: Truth): string {
  if (truth.status === 'needs_review') return `needs_review: ${truth.reason}`;
  const read = `${truth.vendor}, ${truth.purchasedOn}, ${printed(truth.total)}, ${truth.category}`;
  return truth.status === 'duplicate' ? `duplicate of ${truth.duplicateOf}` : read;
}

function printed({ amountMinor, currency }: PrintedAmount): string {
  const spell = { USD: dollars, EUR: german, JPY: yen }[currency];
  return `${currency} ${spell(amountMinor)}`;
}

function standingRow({ category, limit }: PlannedBudget, documents: readonly SampleDocument[]): string {
  const limitMinor = Number(limit.replace('.', ''));
  const spent = sumOf(
    documents
      .map(({ truth }) => truth)
      .filter((truth): truth is ReadableTruth => truth.status === 'completed')
      .filter((truth) => truth.currency === 'USD' && (category === 'total' || truth.category === category))
      .map(({ total }) => total),
  );
  const crossed = [50, 80, 100].filter((percent) => spent * 100 >= limitMinor * percent);
  return row(category, limit, dollars(spent), crossed.map((percent) => `${percent} %`).join(', '));
}
