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
      async (input, caller) => toElements(await operation(withPlurals(input), caller)),
    ]),
  );
}

function withPlurals({ AttributeName, ...input }: JsonObject): JsonObject {
  return AttributeName === undefined ? input : { ...input, AttributeNames: AttributeName };
}

function toElements({ Attributes, QueueUrls, Messages, ...rest }: JsonObject): XmlElements {
  return {
    ...(rest as XmlElements),
    ...(Array.isArray(QueueUrls) ? { QueueUrl: QueueUrls as string[] } : {}),
    ...(Array.isArray(Messages) ? { Message: Messages.map((message) => toElements(message as JsonObject)) } : {}),
    ...(Attributes === undefined ? {} : { Attribute: nameValuePairs(Attributes as Record<string, string>) }),
  };
}

const nameValuePairs = (attributes: Record<string, string>): XmlElements[] =>
  Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));
