import pc from 'picocolors';

const BAR_CELLS = 20;

/** A budget's bar: green up to 80 %, then yellow, red from 100 % on. Never longer than its frame. */
export function bar(percent: number): string {
  const filled = Math.max(0, Math.min(BAR_CELLS, Math.round((percent * BAR_CELLS) / 100)));
  const paint = percent >= 100 ? pc.red : percent >= 80 ? pc.yellow : pc.green;
  return paint('█'.repeat(filled)) + pc.dim('░'.repeat(BAR_CELLS - filled));
}

/** Pads to a width; what is longer keeps its length. */
export const column = (text: string, width: number): string => text.padEnd(width);

/** Text in a frame that stands out from the lines around it, as a phone or a mailbox would show it. */
export const framed = (title: string, lines: readonly string[]): string =>
  [
    `  ${pc.cyan('┌─')} ${pc.bold(title)}`,
    ...lines.map((line) => `  ${pc.cyan('│')} ${line}`),
    `  ${pc.cyan('└─')}`,
  ].join('\n');

/** The file's name without its folders. */
export const fileName = (key: string): string => key.slice(key.lastIndexOf('/') + 1) || key;
