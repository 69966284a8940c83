import type { SegmentDocument } from './segment.ts';

/**
 * Reads what an X-Ray SDK sends to its daemon: a header line, then one segment document. Undefined for anything else;
 * a collector does not answer, so there is nobody to tell.
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-api-sendingdata.html#xray-api-daemon
 */
export function parseDaemonDatagram(datagram: Buffer): SegmentDocument | undefined {
  const text = datagram.toString('utf8');
  const end = text.indexOf('\n');
  const header = parseJson(end < 0 ? '' : text.slice(0, end)) as { format?: unknown } | undefined;
  return header?.format === 'json' ? parseSegment(text.slice(end + 1)) : undefined;
}

/** Reads a segment document; undefined unless it has the members that every document must have. */
export function parseSegment(text: string): SegmentDocument | undefined {
  const document = parseJson(text) as Partial<SegmentDocument> | undefined;
  const isSegment =
    typeof document?.trace_id === 'string' &&
    /^1-[0-9a-f]{8}-[0-9a-f]{24}$/.test(document.trace_id) &&
    typeof document.id === 'string' &&
    typeof document.name === 'string' &&
    typeof document.start_time === 'number';
  return isSegment ? (document as SegmentDocument) : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) ?? undefined;
  } catch {
    return undefined;
  }
}
