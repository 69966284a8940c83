import pc from 'picocolors';

const BAR_CELLS = 20;

/** A budget's bar: green up to 80 %, then yellow, red from 100 % on. Never longer than its frame; empty without a share. */
export function bar(percent = 0): string {
  const filled = Math.max(0, Math.min(BAR_CELLS, Math.round((percent * BAR_CELLS) / 100)));
  const paint = percent >= 100 ? pc.red : percent >= 80 ? pc.yellow : pc.green;
  return paint('█'.repeat(filled)) + pc.dim('░'.repeat(BAR_CELLS - filled));
}

/** `82%`, padded before it; a dash where there is no limit to take a share of. */
export const percentText = (percent: number | undefined, width: number): string =>
  percent === undefined ? '-'.padStart(width + 1) : `${String(percent).padStart(width)}%`;

/** A share of a whole, in ten cells; unlike a budget's bar it warns of nothing. */
export function shareBar(percent: number): string {
  const filled = Math.max(0, Math.min(10, Math.round(percent / 10)));
  return '█'.repeat(filled) + pc.dim('░'.repeat(10 - filled));
}

/** Text in a frame that stands out from the lines around it, as a phone or a mailbox would show it. */
export const framed = (title: string, lines: readonly string[]): string =>
  [
    `  ${pc.cyan('┌─')} ${pc.bold(title)}`,
    ...lines.map((line) => `  ${pc.cyan('│')} ${line}`),
    `  ${pc.cyan('└─')}`,
  ].join('\n');

const LONGEST_NAME = 60;

/** The file's name without its folders, on one line: what would steer the terminal is left out, what is long cut. */
export function fileName(key: string): string {
  const name = (key.slice(key.lastIndexOf('/') + 1) || key).replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu, '·');
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 9)}…${name.slice(-8)}` : name;
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;
const widthOf = (character: string): number => (WIDE.test(character) ? 2 : 1);

/** Text of a receipt or a file's name as a terminal may show it: no control characters, which could move the cursor. */
export const printable = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cf}]/gu, '');

/** Exactly that many columns: longer text ends in `…`; kana, kanji and hangul take two columns each. */
export function fitted(text: string, width: number): string {
  const characters = [...printable(text)];
  const full = characters.reduce((sum, character) => sum + widthOf(character), 0);
  if (full <= width) return characters.join('') + ' '.repeat(width - full);
  let shown = '';
  let used = 0;
  for (const character of characters) {
    if (used + widthOf(character) > width - 1) break;
    shown += character;
    used += widthOf(character);
  }
  return `${shown}…${' '.repeat(width - 1 - used)}`;
}

/** Breaks text between words into lines of at most that many columns, each indented; a longer word stays whole. */
export function wrapped(text: string, width: number, indent: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of printable(text).split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' ? lines : [...lines, indent + line];
}
