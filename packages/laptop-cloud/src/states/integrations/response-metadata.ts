import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../../http/service.ts';

/** The HTTP side of an answer, which AWS's own integrations (not `aws-sdk:`) add to their results. */
export function responseMetadata(body: string, contentType: string, nowMs: number, extra: JsonObject = {}): JsonObject {
  const requestId = randomUUID();
  const headers: Record<string, string> = {
    Connection: 'keep-alive',
    'Content-Length': String(Buffer.byteLength(body)),
    'Content-Type': contentType,
    Date: new Date(nowMs).toUTCString(),
    'x-amzn-RequestId': requestId,
    ...(extra as Record<string, string>),
  };
  return {
    SdkHttpMetadata: {
      AllHttpHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
      HttpHeaders: headers,
      HttpStatusCode: 200,
    },
    SdkResponseMetadata: { RequestId: requestId },
  };
}
