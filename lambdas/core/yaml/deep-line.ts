import { Lexer } from 'yaml';

/** No file that a person writes comes near it, and no reader of YAML has trouble with it. */
const MOST = 300;

/** What a line of a block begins with: indentation, and marks of lists and keys that may stand one behind the other. */
const HEAD = /^[ \t?:-]*/;

/**
 * The first line at which a text may be nested deeper than any reader should follow: each level is a call within a call,
 * and a process whose stack is full may die of it. Looked for before it is read: brackets that are open, as YAML's own lexer
 * tells them from those in texts and comments, and marks and blanks at the beginning of a line.
 *
 * @returns Counted from 1; undefined when there is none.
 */
export function findDeepLine(text: string): number | undefined {
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if ((HEAD.exec(line)?.[0].length ?? 0) > MOST) return index + 1;
  }
  let open = 0;
  let line = 1;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') open += 1;
    else if (token === ']' || token === '}') open = Math.max(0, open - 1);
    else line += newlinesIn(token);
    if (open > MOST) return line;
  }
  return undefined;
}

function newlinesIn(token: string): number {
  let count = 0;
  for (let at = token.indexOf('\n'); at >= 0; at = token.indexOf('\n', at + 1)) count += 1;
  return count;
}
