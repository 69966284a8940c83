import { type Json, type JsonObject, type Operation, ServiceError } from '../http/service.ts';
import { parseSegment } from './daemon-datagram.ts';
import { compileFilter } from './filter-expression.ts';
import type { SegmentDocument } from './segment.ts';
import type { TraceStore } from './trace-store.ts';
import { traceSummary } from './trace-summary.ts';
import { buildTraceTree, type TraceNode } from './trace-tree.ts';

const SUMMARIES_PER_PAGE = 100;

/** X-Ray's operations for looking at traces and for handing them in. */
export function xrayOperations(store: TraceStore): Readonly<Record<string, Operation>> {
  return {
    async GetTraceSummaries({ StartTime, EndTime, FilterExpression, NextToken }) {
      const ids = await store.traceIds(secondsOf('StartTime', StartTime), secondsOf('EndTime', EndTime));
      const matches = compileFilter(FilterExpression);
      const start = Number(NextToken ?? 0);
      const page = ids.slice(start, start + SUMMARIES_PER_PAGE);
      const trees = await Promise.all(page.map(async (id) => buildTraceTree(await store.documents(id))));
      const summaries = page.map((id, index) => traceSummary(id, trees[index] ?? []));
      return {
        TraceSummaries: summaries.filter(matches),
        TracesProcessedCount: page.length,
        ApproximateTime: Date.now() / 1000,
        ...(start + page.length < ids.length ? { NextToken: String(start + page.length) } : {}),
      };
    },
    async BatchGetTraces({ TraceIds }) {
      const ids = [TraceIds ?? []].flat().map(String);
      const found = await Promise.all(ids.map(async (id) => ({ id, tree: buildTraceTree(await store.documents(id)) })));
      return {
        Traces: found.filter(({ tree }) => tree.length > 0).map(({ id, tree }) => describe(id, tree)),
        UnprocessedTraceIds: found.filter(({ tree }) => tree.length === 0).map(({ id }) => id),
      };
    },
    async PutTraceSegments({ TraceSegmentDocuments }) {
      const unprocessed: JsonObject[] = [];
      for (const text of [TraceSegmentDocuments ?? []].flat()) {
        const document = parseSegment(String(text));
        if (document) store.put(document);
        else unprocessed.push({ ErrorCode: 'MalformedSegment', Message: 'expected id, trace_id, name and start_time' });
      }
      await store.flush();
      return { UnprocessedTraceSegments: unprocessed };
    },
  };
}

/** Segments as AWS gives them: a document each, with all subsegments inside, wherever they were sent. */
function describe(traceId: string, tree: readonly TraceNode[]): JsonObject {
  const { Duration = 0 } = traceSummary(traceId, tree);
  const segments = tree.flatMap(splitIntoSegments);
  return {
    Id: traceId,
    Duration,
    LimitExceeded: false,
    Segments: segments.map((segment) => ({
      Id: segment.id,
      Document: JSON.stringify({ ...segment, trace_id: traceId }),
    })),
  };
}

type Part = Omit<SegmentDocument, 'trace_id'>;

/** A segment below a subsegment is a document of its own; it names its parent. */
function splitIntoSegments(node: TraceNode): Part[] {
  const apart: Part[] = [];
  const nested = (inner: TraceNode): Part => {
    const own = inner.children.filter((child) => !isSegment(child));
    apart.push(...inner.children.filter(isSegment).flatMap(splitIntoSegments));
    return { ...inner.document, ...(own.length > 0 ? { subsegments: own.map(nested) } : {}) };
  };
  return [nested(node), ...apart];
}

const isSegment = ({ document }: TraceNode): boolean => document.origin !== undefined;

function secondsOf(name: string, value: Json | undefined): number {
  const seconds = typeof value === 'string' ? Date.parse(value) / 1000 : value;
  if (typeof seconds === 'number' && Number.isFinite(seconds)) return seconds;
  throw new ServiceError('InvalidRequestException', `expected a time as ${name}, got ${JSON.stringify(value)}`);
}
