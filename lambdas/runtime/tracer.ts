import { randomBytes } from 'node:crypto';
import { Tracer } from '@aws-lambda-powertools/tracer';
import xray from 'aws-xray-sdk-core';

export const tracer = new Tracer();

/** A trace of a document's own: the id it keeps, and the header that hands it on. */
export interface DocumentTrace {
  readonly traceId: string;
  /** `Root=…;Parent=…;Sampled=1`: always sampled, one trace a document. */
  readonly header: string;
}

/** A new trace id: version, epoch seconds in hexadecimal, 96 random bits. */
export const mintTraceId = (nowMs: number): string =>
  `1-${Math.floor(nowMs / 1000).toString(16)}-${randomBytes(12).toString('hex')}`;

/** The header that puts what is called into a trace of which nothing more is known than its id. */
export const traceHeaderOf = (traceId: string): string => `Root=${traceId};Sampled=1`;

/**
 * Runs the work that begins a document's trace and sends its first segment. S3 and EventBridge, which X-Ray does not
 * trace, show up as annotations on it.
 */
export async function beginTrace<T>(
  traceId: string,
  annotations: Readonly<Record<string, string | undefined>>,
  work: (trace: DocumentTrace) => Promise<T>,
  name = 'start-workflow',
): Promise<T> {
  const segment = new xray.Segment(name, traceId);
  for (const [key, value] of Object.entries(annotations)) if (value) segment.addAnnotation(key, value);
  try {
    return await work({ traceId, header: `Root=${traceId};Parent=${segment.id};Sampled=1` });
  } catch (error) {
    segment.addError(error as Error);
    throw error;
  } finally {
    segment.close();
  }
}
