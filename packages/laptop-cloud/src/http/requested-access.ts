import type { IncomingMessage } from 'node:http';
import { localArn } from '../account.ts';
import { decodeUri } from './decode-uri.ts';
import { parseJsonObject } from './json-service.ts';
import { operationAccess } from './operation-access.ts';
import type { Access } from './permissions.ts';
import { parseQueryParameters } from './query-parameters.ts';
import { requestedObjectAccess } from './requested-object-access.ts';

/** The actions and resources that a request needs permission for; empty for what everybody may do. */
export function requestedAccess(signingName: string, request: IncomingMessage, body: Buffer): Access[] {
  if (signingName === 's3') return requestedObjectAccess(request);
  if (signingName === 'lambda') return functionAccess(request);
  const target = request.headers['x-amz-target'];
  if (target !== undefined) {
    return operationAccess(signingName, String(target).split('.').at(-1) ?? '', parseJsonObject(body));
  }
  const form = new URLSearchParams(body.toString('utf8'));
  const action = form.get('Action');
  if (action !== null) return operationAccess(signingName, action, parseQueryParameters(form));
  return [{ action: `${signingName}:${request.url?.split(/[/?]/)[1] ?? ''}`, resource: '*' }];
}

function functionAccess(request: IncomingMessage): Access[] {
  const name = decodeUri(/\/functions\/([^/?]+)/.exec(request.url ?? '')?.[1] ?? '');
  const resource = name.startsWith('arn:') || name === '' ? name || '*' : localArn('lambda', `function:${name}`);
  return [{ action: request.method === 'POST' ? 'lambda:InvokeFunction' : 'lambda:GetFunction', resource }];
}
