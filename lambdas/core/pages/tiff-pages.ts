import { type ByteSource, UncountableError } from './byte-source.ts';
import type { PageCount } from './page-count.ts';

const HEADER = 8;
const ENTRY = 12;

/**
 * The pages of a TIFF: its directories, each of which names the next. TIFF 6.0, section 2. Where one is cut off or leads
 * back, those before it are all.
 *
 * @param most What is of interest: whether there are more.
 * @param end Where counting ends at the latest.
 * @throws UncountableError where no more may be read of the file before it is known whether there are more than `most`.
 */
export async function countTiffPages(source: ByteSource, most: number, end: number): Promise<PageCount> {
  const isLittle = (await source.read(0, 1))[0] === 0x49;
  const number = async (at: number, length: 2 | 4): Promise<number> => {
    const bytes = await source.read(at, at + length);
    if (bytes.length < length) return 0;
    return isLittle ? bytes.readUIntLE(0, length) : bytes.readUIntBE(0, length);
  };
  const seen = new Set<number>();
  try {
    let next = await number(HEADER - 4, 4);
    while (next !== 0 && next < source.size && !seen.has(next)) {
      if (seen.size > end) return { pages: seen.size, isLeast: true };
      seen.add(next);
      next = await number(next + 2 + (await number(next, 2)) * ENTRY, 4);
    }
    return { pages: seen.size };
  } catch (error) {
    if (error instanceof UncountableError && seen.size > most) return { pages: seen.size, isLeast: true };
    throw error;
  }
}
