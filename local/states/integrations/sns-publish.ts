import { randomUUID } from 'node:crypto';
import { type Json, type JsonObject, ServiceError } from '../../http/service.ts';
import type { TaskCall } from '../language/flow-run.ts';
import { StatesError } from '../language/states-error.ts';
import { responseMetadata } from './response-metadata.ts';
import { callOperation, type FindService } from './sdk-call.ts';
import { clientFailure } from './service-names.ts';

/** `arn:aws:states:::sns:publish`: a message that is not text is sent as its JSON text. */
export async function callSnsPublish(find: FindService, call: TaskCall, nowMs: number): Promise<Json> {
  const { Message = null, ...others } = call.arguments as JsonObject;
  const text = typeof Message === 'string' ? Message : JSON.stringify(Message);
  try {
    const answer = await callOperation(find, 'sns', 'publish', { ...others, Message: text }, call);
    return { ...answer, ...responseMetadata(JSON.stringify(answer), 'text/xml', nowMs) };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw clientFailure('SNS', error);
    const { code, message, status } = error;
    throw new StatesError(
      `SNS.${code.endsWith('Exception') ? code : `${code}Exception`}`,
      `${message} (Service: AmazonSNS; Status Code: ${status}; Error Code: ${code}; Request ID: ${randomUUID()}; Proxy: null)`,
    );
  }
}
