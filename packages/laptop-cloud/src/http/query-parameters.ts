import { type Json, type JsonObject, ServiceError } from './service.ts';

/**
 * Turns the flat names of AWS's query protocol into a tree: `Attributes.entry.1.key=K&Attributes.entry.1.value=V`
 * becomes `{ Attributes: { K: 'V' } }`, `TagKeys.member.1=a` becomes `{ TagKeys: ['a'] }`. Flattened lists and maps
 * (`Attribute.1.Name`), as SQS writes them, come out as arrays. Every leaf is text.
 * https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 *
 * @throws ServiceError `MalformedQueryString` for a name of more parts than any operation has.
 */
export function parseQueryParameters(form: URLSearchParams): JsonObject {
  const root: Branch = new Map();
  for (const [name, value] of form) {
    const parts = name.split('.', MOST_PARTS + 1);
    if (parts.length > MOST_PARTS) throw malformed(`a parameter of at most ${MOST_PARTS} parts`);
    insert(root, parts, value);
  }
  const tree = unwrap(root);
  return tree !== null && typeof tree === 'object' && !Array.isArray(tree) ? tree : {};
}

/** No operation has half as many inside each other. */
const MOST_PARTS = 20;

const malformed = (expected: string): ServiceError =>
  new ServiceError('MalformedQueryString', `expected ${expected}, got a longer one`);

type Branch = Map<string, Branch | string>;

function insert(branch: Branch, [head = '', ...rest]: string[], value: string): void {
  if (rest.length === 0) {
    branch.set(head, value);
    return;
  }
  const existing = branch.get(head);
  const next: Branch = existing instanceof Map ? existing : new Map();
  branch.set(head, next);
  insert(next, rest, value);
}

function unwrap(node: Branch | string): Json {
  if (typeof node === 'string') return node;
  const wrapped = node.size === 1 ? (node.get('member') ?? node.get('entry')) : undefined;
  if (wrapped instanceof Map && isNumbered(wrapped)) return unwrap(wrapped);
  if (isNumbered(node)) return mapOrList(inOrder(node).map(unwrap));
  return Object.fromEntries([...node].map(([name, child]) => [name, unwrap(child)]));
}

const isNumbered = (node: Branch): boolean => node.size > 0 && [...node.keys()].every((name) => /^\d+$/.test(name));

const inOrder = (node: Branch) => [...node].sort(([a], [b]) => Number(a) - Number(b)).map(([, child]) => child);

/** Entries of a map are spelled `key`/`value` or `Name`/`Value`, depending on the service. */
function mapOrList(items: Json[]): Json {
  const entries = items.map(entryOf);
  return entries.every((entry) => entry !== undefined) ? Object.fromEntries(entries) : items;
}

function entryOf(item: Json): [string, Json] | undefined {
  if (item === null || typeof item !== 'object' || Array.isArray(item)) return undefined;
  const key = item.key ?? item.Name;
  const value = item.value ?? item.Value;
  return typeof key === 'string' && value !== undefined ? [key, value] : undefined;
}
