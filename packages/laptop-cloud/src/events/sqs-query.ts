import type { QueryOperation } from '../http/query-service.ts';
import type { JsonObject, Operation } from '../http/service.ts';
import type { XmlElements } from '../http/xml.ts';

/** The operations as clients of the query protocol call them: lists are flattened and have names in the singular. */
export function sqsQueryOperations(
  operations: Readonly<Record<string, Operation>>,
): Readonly<Record<string, QueryOperation>> {
  return Object.fromEntries(
    Object.entries(operations).map(([name, operation]) => [
      name,
      async (input, caller) => toElements(name, await operation(withPlurals(name, input), caller)),
    ]),
  );
}

function withPlurals(operation: string, { AttributeName, ...input }: JsonObject): JsonObject {
  const entries = input[`${operation}RequestEntry`];
  return {
    ...input,
    ...(AttributeName === undefined ? {} : { AttributeNames: AttributeName }),
    ...(entries === undefined ? {} : { Entries: entries }),
  };
}

function toElements(operation: string, answer: JsonObject): XmlElements {
  const { Attributes, QueueUrls, queueUrls, Messages, Successful, Failed: _failed, ...rest } = answer;
  const urls = QueueUrls ?? queueUrls;
  return {
    ...(rest as XmlElements),
    ...(Array.isArray(urls) ? { QueueUrl: urls as string[] } : {}),
    ...(Array.isArray(Messages)
      ? { Message: Messages.map((message) => toElements(operation, message as JsonObject)) }
      : {}),
    ...(Array.isArray(Successful) ? { [`${operation}ResultEntry`]: Successful as XmlElements[] } : {}),
    ...(Attributes === undefined ? {} : { Attribute: nameValuePairs(Attributes as Record<string, string>) }),
  };
}

const nameValuePairs = (attributes: Record<string, string>): XmlElements[] =>
  Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));
