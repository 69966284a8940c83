import { appendFileSync } from 'node:fs';
import { readFile, truncate } from 'node:fs/promises';

/**
 * Appends whole lines to a file, or nothing: on a disk that is full a part of them may get through, and what is appended
 * once there is room again would stand in the same line.
 *
 * The main thread writes itself: the system takes some lines in a hundredth of a millisecond, and the way through threads of the
 * pool, to open, write and close, costs twenty times that.
 *
 * @param lines Text that ends with a line feed.
 */
export async function appendLines(file: string, lines: string): Promise<void> {
  try {
    appendFileSync(file, lines);
  } catch (error) {
    await dropPartialLine(file).catch(() => undefined);
    throw error;
  }
}

/** Takes away what stands behind a file's last line feed. */
export async function dropPartialLine(file: string): Promise<void> {
  const content = await readFile(file);
  const whole = content.lastIndexOf(0x0a) + 1;
  if (whole < content.length) await truncate(file, whole);
}
