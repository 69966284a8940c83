import type { ByteSource } from './byte-source.ts';
import { MOST_READABLE_PAGES, type PageCount } from './page-count.ts';
import { countPdfPages } from './pdf-pages.ts';
import { countTiffPages } from './tiff-pages.ts';

const HEAD = 1024;

/**
 * The pages of a file by its content, whatever its name: only a PDF and a TIFF have several.
 *
 * @param most What is of interest: whether there are more.
 * @throws UncountableError where it cannot be told.
 */
export async function countPages(source: ByteSource, most: number): Promise<PageCount> {
  const head = await source.read(0, HEAD);
  if (isTiff(head)) return countTiffPages(source, most, MOST_READABLE_PAGES);
  if (head.includes('%PDF-')) return countPdfPages(source, most);
  return { pages: 1 };
}

const isTiff = (head: Buffer): boolean => ['II*\0', 'MM\0*'].includes(head.toString('latin1', 0, 4));
