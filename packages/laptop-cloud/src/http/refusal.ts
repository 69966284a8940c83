import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { asServiceError, sendJsonError } from './json-service.ts';
import { sendQueryError } from './query-service.ts';
import { toXml } from './xml.ts';

/** Ends a request with an error in the wire format that the addressed service's clients can read. */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  error: unknown,
  signingName: string | undefined,
): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const contentType = String(request.headers['content-type'] ?? '');
  if (signingName === 's3') sendS3Error(response, error);
  else if (contentType.startsWith('application/x-www-form-urlencoded')) sendQueryError(response, error, '');
  else sendJsonError(response, error, contentType.startsWith('application/') ? contentType : 'application/json');
}

function sendS3Error(response: ServerResponse, error: unknown): void {
  const { code, status, message } = asServiceError(error);
  const body = toXml({ Error: { Code: code, Message: message, RequestId: randomUUID() } });
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`);
}
