import type { JsonObject } from '../http/service.ts';
import { present, type Resource } from './reading.ts';

/** The properties that have the same shape in `CreateTable`. */
const SAME = ['AttributeDefinitions', 'KeySchema', 'GlobalSecondaryIndexes', 'LocalSecondaryIndexes'];

/** `AWS::DynamoDB::Table` and `AWS::DynamoDB::GlobalTable` with their indexes and their time to live. */
export function readTable(resource: Resource): void {
  const { name, reading } = resource;
  const same = Object.fromEntries(SAME.map((property) => [property, withoutCapacity(resource.get(property))]));
  if (resource.get('StreamSpecification') !== undefined) resource.note('has no stream here');
  reading.draft.tables.push({
    // Here nothing is paid for, and nothing throttled.
    definition: { TableName: name, BillingMode: 'PAY_PER_REQUEST', ...present(same) } as JsonObject & {
      TableName: string;
    },
    ...present({ timeToLiveAttribute: timeToLiveAttribute(resource) }),
  });
}

function timeToLiveAttribute(resource: Resource): string | undefined {
  const { AttributeName, Enabled } = resource.object('TimeToLiveSpecification') ?? {};
  return AttributeName === undefined || String(Enabled) === 'false' ? undefined : String(AttributeName);
}

/** An index's members that `CreateTable` takes of a table that is paid per request. */
const OF_AN_INDEX = ['IndexName', 'KeySchema', 'Projection'];

const withoutCapacity = (value: unknown): unknown =>
  Array.isArray(value) && value.some((member) => 'IndexName' in member)
    ? value.map((index) => Object.fromEntries(Object.entries(index).filter(([key]) => OF_AN_INDEX.includes(key))))
    : value;
