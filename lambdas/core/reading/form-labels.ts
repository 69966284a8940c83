import { foldPrinted } from 'printed-text/letters';
import { onOneLine } from 'printed-text/plain-text';
import { type PrintedLine, rowsOfLines } from './printed-line.ts';

/** Whether every line with just this text is a label of a form: with a colon behind it, or before what stands beside it. */
export function isLabelInForm(text: string, lines: readonly PrintedLine[]): boolean {
  const label = bare(text);
  const prints = lines.filter((line) => bare(line.text) === label);
  return label !== '' && prints.length > 0 && prints.every((line) => hasColon(line, lines));
}

const bare = (text: string): string => foldPrinted(onOneLine(text)).replace(/[\s:：]+$/u, '');

function hasColon(line: PrintedLine, lines: readonly PrintedLine[]): boolean {
  if (/[:：]\s*$/.test(line.text)) return true;
  const row = rowsOfLines(lines.filter(({ page }) => page === line.page)).find((cells) => cells.includes(line)) ?? [];
  return /^\s*[:：]/.test(row[row.indexOf(line) + 1]?.text ?? '');
}
