import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { asServiceError } from './json-service.ts';
import { parseQueryParameters } from './query-parameters.ts';
import { type Caller, type JsonObject, readBody, type Service, ServiceError } from './service.ts';
import { toXml, type XmlElements } from './xml.ts';

/** An operation whose answer is already laid out as XML elements, because lists differ from service to service. */
export type QueryOperation = (input: JsonObject, caller: Caller) => Promise<XmlElements>;

/**
 * Speaks AWS's query protocol: a form with `Action=…` in, XML out.
 * https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 *
 * @param xmlNamespace The service's namespace, such as `http://sns.amazonaws.com/doc/2010-03-31/`.
 */
export function queryHandler(
  operations: Readonly<Record<string, QueryOperation>>,
  xmlNamespace: string,
): Service['handle'] {
  return async (request, response, caller) => {
    const requestId = randomUUID();
    try {
      const form = await readForm(request);
      const action = form.get('Action') ?? '';
      const operation = Object.hasOwn(operations, action) ? operations[action] : undefined;
      if (!operation) throw unknownAction(action, Object.keys(operations));

      form.delete('Action');
      form.delete('Version');
      const result = await operation(parseQueryParameters(form), caller);
      send(response, 200, requestId, resultDocument(action, xmlNamespace, requestId, result));
    } catch (error) {
      sendQueryError(response, error, xmlNamespace, requestId);
    }
  };
}

/** Ends the response with an error as the query protocol writes it. */
export function sendQueryError(
  response: ServerResponse,
  error: unknown,
  xmlNamespace: string,
  requestId: string = randomUUID(),
): void {
  const { code, status, message } = asServiceError(error);
  const fault = { Type: status < 500 ? 'Sender' : 'Receiver', Code: code, Message: message };
  const body = toXml({ Error: fault, RequestId: requestId });
  send(response, status, requestId, `<ErrorResponse xmlns="${xmlNamespace}">${body}</ErrorResponse>`);
}

/** @throws ServiceError `MethodNotAllowed` for anything but POST: a page can put a GET with its parameters into a picture. */
async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  if (request.method !== 'POST') {
    throw new ServiceError('MethodNotAllowed', `expected POST with a form, got ${request.method}`, 405);
  }
  return new URLSearchParams((await readBody(request)).toString('utf8'));
}

function unknownAction(action: string, served: readonly string[]): ServiceError {
  const names = [...served].sort().join(', ');
  return new ServiceError('InvalidAction', `the laptop cloud does not serve "${action}"; served are ${names}`);
}

function resultDocument(action: string, xmlNamespace: string, requestId: string, result: XmlElements): string {
  const body = toXml({ [`${action}Result`]: result, ResponseMetadata: { RequestId: requestId } });
  return `<${action}Response xmlns="${xmlNamespace}">${body}</${action}Response>`;
}

function send(response: ServerResponse, status: number, requestId: string, xml: string): void {
  response.writeHead(status, {
    'content-type': 'text/xml',
    'content-length': Buffer.byteLength(xml),
    'x-amzn-requestid': requestId,
  });
  response.end(xml);
}
