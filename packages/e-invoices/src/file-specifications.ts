import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';

/** A file specification of a PDF (PDF 2.0, 7.11.3) with the stream of its content. */
export interface Specification {
  readonly name: string;
  readonly relationship?: string;
  readonly stream: PDFRawStream;
}

const MOST_NODES = 1000;

/**
 * The files that a document has: those that its tree of names lists, its catalog, and its pages have pinned to them. Only
 * where none of these name one, those that nothing names, the newest first: what a later save took out stays in the file.
 */
export function fileSpecifications(document: PDFDocument): readonly Specification[] {
  const found = distinct(named(document).flatMap(([object, name]) => specificationOf(object, name) ?? []));
  if (found.length > 0) return found;
  const loose = document.context.enumerateIndirectObjects().map(([, object]) => specificationOf(object, undefined));
  return distinct(loose.reverse().filter((one) => one !== undefined));
}

type Named = readonly [object: PDFObject | undefined, name: string | undefined];

function named(document: PDFDocument): readonly Named[] {
  try {
    const names = document.catalog.lookup(PDFName.of('Names'));
    const tree = names instanceof PDFDict ? names.lookup(PDFName.of('EmbeddedFiles')) : undefined;
    const holders: readonly PDFDict[] = [document.catalog, ...document.getPages().map(({ node }) => node)];
    const pinned = holders.flatMap((holder) => [
      ...items(holder.lookup(PDFName.of('AF'))),
      ...items(holder.lookup(PDFName.of('Annots'))).map((note) =>
        note instanceof PDFDict ? note.lookup(PDFName.of('FS')) : undefined,
      ),
    ]);
    return [...inNameTree(tree), ...pinned.map((object): Named => [object, undefined])];
  } catch {
    // Damaged: without a catalog or its pages.
    return [];
  }
}

/** The name tree and what else names them list the same files. */
const distinct = (all: readonly Specification[]): readonly Specification[] => [
  ...new Map(all.map((one) => [one.stream, one])).values(),
];

const items = (object: PDFObject | undefined): readonly (PDFObject | undefined)[] =>
  object instanceof PDFArray ? object.asArray().map((_item, index) => object.lookup(index)) : [];

/** The leaves of a name tree (PDF 2.0, 7.9.6) with their names; one that holds itself is left at a thousand nodes. */
function inNameTree(root: PDFObject | undefined): readonly Named[] {
  const nodes: (PDFObject | undefined)[] = [root];
  for (const node of nodes) {
    if (nodes.length > MOST_NODES) break;
    if (node instanceof PDFDict) nodes.push(...items(node.lookup(PDFName.of('Kids'))));
  }
  return nodes.flatMap((node) => {
    const pairs = node instanceof PDFDict ? items(node.lookup(PDFName.of('Names'))) : [];
    return pairs.flatMap((value, index) => (index % 2 === 1 ? [[value, textOf(pairs[index - 1])]] : []));
  });
}

function specificationOf(object: PDFObject | undefined, listedAs: string | undefined): Specification | undefined {
  if (!(object instanceof PDFDict)) return undefined;
  const holder = object.lookup(PDFName.of('EF'));
  if (!(holder instanceof PDFDict)) return undefined;
  const name = textOf(object.lookup(PDFName.of('UF'))) ?? textOf(object.lookup(PDFName.of('F'))) ?? listedAs;
  const stream = holder.lookup(PDFName.of('F')) ?? holder.lookup(PDFName.of('UF'));
  if (name === undefined || !(stream instanceof PDFRawStream)) return undefined;
  const relationship = object.lookup(PDFName.of('AFRelationship'));
  return { name, ...(relationship instanceof PDFName && { relationship: relationship.decodeText() }), stream };
}

const textOf = (object: PDFObject | undefined): string | undefined =>
  object instanceof PDFString || object instanceof PDFHexString ? object.decodeText().trim() : undefined;
