import { type ByteSource, UncountableError } from './byte-source.ts';
import type { PageCount } from './page-count.ts';
import { PdfFile } from './pdf-file.ts';
import { entryOf, type PdfDictionary, type PdfValue } from './pdf-syntax.ts';

/** The header may stand behind other bytes, within the first kilobyte. */
const HEADER_WITHIN = 1024;
/** Children of a node that are looked at together. */
const AT_ONCE = 16;

/**
 * The pages of a PDF by its tree of pages. What the root says is believed where it is more than `most`; else the leaves
 * are counted, until they are more, so that a number that is too small hides nothing.
 *
 * @throws UncountableError where the file is damaged, or the tree is in what is encrypted.
 */
export async function countPdfPages(source: ByteSource, most: number): Promise<PageCount> {
  const header = (await source.read(0, HEADER_WITHIN)).indexOf('%PDF-');
  try {
    return await countFrom(new PdfFile(source, Math.max(0, header)), most);
  } catch (error) {
    // Some count places from the file's beginning all the same.
    if (header > 0 && error instanceof UncountableError) return countFrom(new PdfFile(source, 0), most);
    throw error;
  }
}

async function countFrom(file: PdfFile, most: number): Promise<PageCount> {
  await file.open();
  const catalog = await file.resolve(file.trailer.get('Root'));
  const root = await file.resolve(entryOf(catalog, 'Pages'));
  if (!(root instanceof Map)) throw new UncountableError('it has no tree of pages');
  const stated = await file.resolve(entryOf(root, 'Count'));
  const count = typeof stated === 'number' && Number.isSafeInteger(stated) ? stated : 0;
  if (count > most) return { pages: count };
  const leaves = await countLeaves(file, root, most);
  return leaves > most ? { pages: leaves, isLeast: true } : { pages: Math.max(count, leaves) };
}

/** @returns The leaves of the tree; one more than `most`, or some more, where there are more. */
async function countLeaves(file: PdfFile, root: PdfDictionary, most: number): Promise<number> {
  const nodes: PdfDictionary[] = [root];
  let leaves = 0;
  // A node may stand in the tree twice, or in itself.
  let left = 1000 + 10 * most;
  for (let node = nodes.pop(); node && leaves <= most; node = nodes.pop()) {
    const kids = await file.resolve(node.get('Kids'));
    if (!Array.isArray(kids)) throw new UncountableError('its tree of pages is broken');
    for (let from = 0; from < kids.length && leaves <= most; from += AT_ONCE) {
      const some: readonly PdfValue[] = kids.slice(from, from + AT_ONCE);
      left -= some.length;
      if (left < 0) throw new UncountableError('its tree of pages leads in circles');
      for (const kid of await Promise.all(some.map((value: PdfValue) => file.resolve(value)))) {
        if (kid instanceof Map && kid.has('Kids')) nodes.push(kid);
        else leaves++;
      }
    }
  }
  return leaves;
}
