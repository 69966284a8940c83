import type { DueAnswer } from '../hostile-request.ts';
import type { Exchange } from './exchange.ts';
import { innerWords } from './inner-words.ts';

/** What came back, in short: `403 AccessDenied`, or how the connection ended without an answer. */
export function toldAnswer({ statuses, text, isClosed }: Exchange): string {
  if (statuses.length === 0) return isClosed ? 'closed without an answer' : 'no answer';
  const code = codeIn(text);
  return [...new Set(statuses)].join(', ') + (code === undefined ? '' : ` ${code}`);
}

/** Everything about an answer that is not as it has to be. */
export function problemsOfAnswer(
  exchange: Exchange,
  { status, code, headers = [], closes = false }: DueAnswer,
  answers = 1,
): string[] {
  const { statuses, text, isClosed } = exchange;
  const problems: string[] = [];
  if (statuses.length === 0) {
    if (!isClosed) return ['the connection was left hanging without an answer'];
    return status.includes(0) ? [] : ['closed without an answer'];
  }
  const wrong = statuses.filter((found) => !status.includes(found));
  if (wrong.length > 0) problems.push(`status ${wrong.join(', ')}, expected ${status.join(' or ')}`);
  if (statuses.length > answers) problems.push(`${statuses.length} answers, expected ${answers}`);
  if (statuses.length < answers && !(closes && isClosed))
    problems.push(`${statuses.length} answers, expected ${answers}`);
  const found = codeIn(text);
  const isRefused = statuses.some((one) => one >= 400);
  if (code !== undefined && isRefused && !code.test(found ?? ''))
    problems.push(`the error ${found ?? 'has no name'}, expected ${code}`);
  const fields =
    text
      .split('\r\n\r\n', 1)[0]
      ?.split('\r\n')
      .map((line) => line.replace(/^[^:]+/, (name) => name.toLowerCase())) ?? [];
  for (const header of headers) if (!fields.some((field) => header.test(field))) problems.push(`no header ${header}`);
  if (fields.some((field) => field.startsWith('x-injected:'))) problems.push('a header that the request made up');
  const words = innerWords(text);
  if (words !== undefined) problems.push(`inner words: ${words}`);
  return problems;
}

/** The name of AWS's error, in the form of any of its protocols. */
export const codeIn = (text: string): string | undefined =>
  /^x-amzn-errortype: *([^\r\n:]+)/im.exec(text)?.[1] ??
  /<Code>([^<]*)<\/Code>/.exec(text)?.[1] ??
  /"__type":"(?:[^"#]*#)?([^"]+)"/.exec(text)?.[1];
