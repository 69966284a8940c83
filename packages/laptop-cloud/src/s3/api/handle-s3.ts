import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Caller } from '../../http/service.ts';
import { errorFor } from '../missing-object.ts';
import { newRequestId } from '../object-event.ts';
import { authorise } from '../protocol/authorise.ts';
import { parseS3Request } from '../protocol/s3-request.ts';
import { errorResponse, type S3Response, send } from '../protocol/s3-response.ts';
import type { S3Context } from './context.ts';
import { findAction } from './routes.ts';

/** Answers one request of S3's REST protocol, path style: `/{bucket}/{key}`. */
export async function handleS3(
  message: IncomingMessage,
  response: ServerResponse,
  context: S3Context,
  caller: Caller,
): Promise<void> {
  const request = { method: message.method ?? 'GET', requestId: newRequestId() };
  let answer: S3Response;
  try {
    const parsed = { ...parseS3Request(message), requestId: request.requestId };
    authorise(parsed, context.bucket.clock);
    answer = await findAction(parsed, context)(parsed, context);
  } catch (error) {
    answer = errorResponse(errorFor(caller, error, context.assertMayList), request.requestId);
  }
  if (message.destroyed && !message.complete) return;
  // What is left of a refused body has to be read, or the client never gets to read the answer.
  message.resume();
  await send(response, request, answer);
}
