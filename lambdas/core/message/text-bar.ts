const BAR_WIDTH = 20;

/** A bar of plain characters, `[####----]`, that every mailbox shows alike. */
export function textBar(percent: number): string {
  const filled = Math.max(0, Math.min(BAR_WIDTH, Math.round((percent * BAR_WIDTH) / 100)));
  return `[${'#'.repeat(filled)}${'-'.repeat(BAR_WIDTH - filled)}]`;
}
