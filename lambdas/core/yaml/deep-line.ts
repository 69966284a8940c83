/** No file that a person writes comes near it, and no reader of YAML has trouble with it. */
const MOST = 300;

/** What a line of a block begins with: indentation, and marks of lists and keys that may stand one behind the other. */
const HEAD = /^[ \t?:-]*/;

/**
 * The first line at which a text may be nested deeper than any reader should follow: each level is a call within a call,
 * and a process whose stack is full may die of it. Looked for in the text itself, before it is read: brackets that are
 * open, and marks and blanks at the beginning of a line. Rather too many than too few: a bracket within a text counts.
 *
 * @returns Counted from 1; undefined when there is none.
 */
export function findDeepLine(text: string): number | undefined {
  let open = 0;
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if ((HEAD.exec(line)?.[0].length ?? 0) > MOST) return index + 1;
    for (const character of line) {
      if (character === '[' || character === '{') open += 1;
      else if (character === ']' || character === '}') open = Math.max(0, open - 1);
      if (open > MOST) return index + 1;
    }
  }
  return undefined;
}
