import type { Money } from '../../../lambdas/core/ground/money.ts';
import type { DueEnd, HostileFile } from '../hostile-file.ts';
import type { EndedDocument } from './documents.ts';
import { innerWords, steeringIn } from './inner-words.ts';
import type { Tried } from './tried.ts';

/** A document with the total that was read. */
type ReadDocument = EndedDocument & { readonly total?: Money };

/**
 * Holds what became of a file against what is due to it.
 *
 * @param documents All that its key has, oldest first.
 * @param output What the product has printed.
 */
export function judgeFile(
  { kind, what, path, due }: HostileFile,
  documents: readonly ReadDocument[],
  output: string,
): Tried {
  const told = `${what} (${JSON.stringify(path.toString())})`;
  if (due === 'nothing') {
    return {
      kind,
      what: told,
      cameOut: endsOf(documents) || 'not taken',
      problems: documents.length > 0 ? [`it was taken: ${endsOf(documents)}`] : [],
    };
  }
  if ('line' in due) {
    const line = output.split('\n').find((printed) => due.line.test(printed));
    const problems = [
      ...(documents.length > 0 ? [`it was taken: ${endsOf(documents)}`] : []),
      ...(line === undefined ? [`no line says ${due.line}`] : wordsOf(line)),
    ];
    return {
      kind,
      what: told,
      cameOut: documents.length > 0 ? endsOf(documents) : line === undefined ? 'silence' : 'a line says why',
      problems,
    };
  }
  const problems =
    documents.length === 0 ? ['no document came of it'] : documents.flatMap((document) => problemsOf(document, due));
  const last = documents.at(-1);
  if (due.lastly !== undefined && last && last.status !== due.lastly)
    problems.push(`its last document is ${endOf(last)}, expected ${due.lastly}`);
  return { kind, what: told, cameOut: endsOf(documents) || 'nothing', problems };
}

const endOf = ({ status, code }: EndedDocument): string => (code === undefined ? status : `${status} ${code}`);
const endsOf = (documents: readonly EndedDocument[]): string => documents.map(endOf).join(', ');

/** Ends that need a word on why. */
const EXPLAINED = ['rejected', 'needs_review', 'failed'];

function problemsOf(document: ReadDocument, { ends, says, books }: DueEnd): string[] {
  const { status, reason = '', validationErrors = [], total } = document;
  const words = [reason, ...validationErrors].join('\n');
  const problems: string[] = [];
  if (!ends.includes(endOf(document)))
    problems.push(`it ended as ${endOf(document)} (${words.slice(0, 300)}), expected ${ends.join(' or ')}`);
  if (EXPLAINED.includes(status) && words.trim().length < 10) problems.push('no reason says why');
  if (says !== undefined && !says.test(words)) problems.push(`its reason does not say ${says}: ${words.slice(0, 300)}`);
  if (status === 'completed' && books !== undefined && !isSame(total, books)) {
    problems.push(`booked with ${moneyText(total)}, expected ${moneyText(books)}`);
  }
  if (status === 'completed' && books === undefined && total !== undefined)
    problems.push(`booked with ${moneyText(total)}, expected nothing`);
  const inner = innerWords(words);
  return [...problems, ...(inner === undefined ? [] : [`inner words: ${inner}`])];
}

const isSame = (a: Money | undefined, b: Money): boolean =>
  a?.amountMinor === b.amountMinor && a.currency === b.currency;
const moneyText = (money: Money | undefined): string =>
  money ? `${money.amountMinor} ${money.currency}` : 'no amount';

/** What of a text no person understands, or no terminal bears. */
function wordsOf(text: string): string[] {
  const [inner, steering] = [innerWords(text), steeringIn(text)];
  return [
    ...(inner === undefined ? [] : [`inner words: ${inner}`]),
    ...(steering === undefined ? [] : [`it would steer: ${steering}`]),
  ];
}
