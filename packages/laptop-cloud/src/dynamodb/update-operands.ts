import type { Json, JsonObject } from '../http/service.ts';
import type { AttributeMap, Range, Request, Store } from './store.ts';

type Path = readonly (string | number)[];

/** What a SET assigns, as dynalite parsed it: a path, a value, or a function or sum of such. */
type Operand = Path | AttributeMap | { readonly name?: string; readonly args: readonly Operand[] };

/**
 * A store that, with the item that an update is about, replaces each path on the right of a SET by a copy of what it
 * reads. dynalite moves the very value to its new place, so `SET before = n ADD n :one` would change both, and
 * `SET list[0] = list` make a list that holds itself.
 */
export function copyingOperands(base: Store, request: Request): Store {
  const { sections = [] } = (request._updates ?? {}) as { sections?: JsonObject[] };
  const sets = sections.filter(({ type }) => type === 'set');
  const copying = (range: Range): Range => ({
    ...range,
    get: (key, callback) =>
      range.get(key, (error, item) => {
        if (item) for (const set of sets) set.val = copied(set.val as Operand, item) as Json;
        callback(error, item);
      }),
  });
  return { ...base, getItemDb: (tableName) => copying(base.getItemDb(tableName)) };
}

function copied(operand: Operand, item: AttributeMap): Operand {
  if (isPath(operand)) {
    const value = valueAt(operand, item);
    return value === undefined ? operand : (structuredClone(value) as AttributeMap);
  }
  if (!isCall(operand)) return operand;
  const [first, second] = operand.args;
  if (operand.name !== 'if_not_exists') return { ...operand, args: operand.args.map((each) => copied(each, item)) };
  const isThere = valueAt(first as Path, item) !== undefined;
  return copied((isThere ? first : second) as Operand, item);
}

function valueAt(path: Path, item: AttributeMap): JsonObject | undefined {
  return path.reduce<JsonObject | undefined>(
    (value, part) => (value?.[typeof part === 'number' ? 'L' : 'M'] as Record<string, JsonObject> | undefined)?.[part],
    { M: item },
  );
}

const isPath = (operand: Operand): operand is Path => Array.isArray(operand);

const isCall = (operand: Operand): operand is Extract<Operand, { args: readonly Operand[] }> => 'args' in operand;
