import type { SegmentDocument } from './segment.ts';

/** A segment or subsegment with everything below it, in order of start. */
export interface TraceNode {
  readonly document: Omit<SegmentDocument, 'subsegments' | 'trace_id'>;
  readonly children: readonly TraceNode[];
}

/**
 * Joins a trace's documents into trees: subsegments sent apart land below their parents, a document sent again
 * replaces its earlier form unless that was final already. What has no parent in the trace stands at the top.
 */
export function buildTraceTree(documents: readonly SegmentDocument[]): TraceNode[] {
  const newest = new Map<string, Flat>();
  for (const flat of documents.flatMap((document) => flatten(document, document.parent_id))) {
    const known = newest.get(flat.document.id);
    if (!known || known.document.in_progress || !flat.document.in_progress) newest.set(flat.document.id, flat);
  }
  const below = new Map<string, Flat[]>();
  const top: Flat[] = [];
  for (const flat of newest.values()) {
    if (flat.parentId === undefined || !newest.has(flat.parentId)) top.push(flat);
    else below.set(flat.parentId, [...(below.get(flat.parentId) ?? []), flat]);
  }
  return inOrder(top).map((flat) => toNode(flat, below));
}

interface Flat {
  readonly document: TraceNode['document'];
  readonly parentId: string | undefined;
}

function flatten(document: Omit<SegmentDocument, 'trace_id'>, parentId: string | undefined): Flat[] {
  const { subsegments = [], ...own } = document;
  const { trace_id: _, ...withoutTrace } = own as SegmentDocument;
  return [{ document: withoutTrace, parentId }, ...subsegments.flatMap((child) => flatten(child, document.id))];
}

const toNode = ({ document }: Flat, below: ReadonlyMap<string, Flat[]>): TraceNode => ({
  document,
  children: inOrder(below.get(document.id) ?? []).map((child) => toNode(child, below)),
});

const inOrder = (flats: readonly Flat[]): Flat[] =>
  [...flats].sort((a, b) => a.document.start_time - b.document.start_time);
