import type { JsonObject } from '../http/service.ts';
import type { TraceNode } from './trace-tree.ts';

/** What X-Ray's `GetTraceSummaries` says about one trace; times are seconds since the epoch. */
export function traceSummary(traceId: string, tree: readonly TraceNode[]): JsonObject {
  const all = tree.flatMap(withDescendants);
  const start = Math.min(...all.map(({ document }) => document.start_time));
  const end = Math.max(...all.map(({ document }) => document.end_time ?? document.start_time));
  const root = tree[0];
  return {
    Id: traceId,
    StartTime: start,
    Duration: end - start,
    ResponseTime: (root?.document.end_time ?? end) - (root?.document.start_time ?? start),
    HasFault: all.some(({ document }) => document.fault === true),
    HasError: all.some(({ document }) => document.error === true),
    HasThrottle: all.some(({ document }) => document.throttle === true),
    IsPartial: all.some(({ document }) => document.in_progress === true),
    ...(root ? { EntryPoint: serviceOf(root) } : {}),
    ServiceIds: all.filter((node) => tree.includes(node) || node.document.origin !== undefined).map(serviceOf),
    Annotations: annotationsOf(all),
  };
}

/** A node and everything below it. */
export const withDescendants = (node: TraceNode): TraceNode[] => [node, ...node.children.flatMap(withDescendants)];

const serviceOf = ({ document }: TraceNode): JsonObject => ({
  Name: document.name,
  Names: [document.name],
  ...(document.origin === undefined ? {} : { Type: document.origin }),
});

function annotationsOf(nodes: readonly TraceNode[]): JsonObject {
  const annotations: Record<string, JsonObject[]> = {};
  for (const { document } of nodes) {
    for (const [key, value] of Object.entries(document.annotations ?? {})) {
      annotations[key] = [...(annotations[key] ?? []), { AnnotationValue: annotationValue(value) }];
    }
  }
  return annotations;
}

function annotationValue(value: string | number | boolean): JsonObject {
  if (typeof value === 'number') return { NumberValue: value };
  return typeof value === 'boolean' ? { BooleanValue: value } : { StringValue: value };
}
