import type { JsonObject } from '../http/service.ts';
import { charactersOf, valueProblem } from './dynalite.ts';
import { validationException } from './errors.ts';
import type { AttributeMap } from './store.ts';

/** 400 KB, names of attributes included. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
export const LARGEST_ITEM_BYTES = 409_600;

/** An attribute's value is the first level; lists and maps may hold others down to this one. */
const DEEPEST_LEVEL = 32;

/**
 * How many bytes an item takes, as DynamoDB counts them: names and texts in UTF-8. dynalite counts characters, so what
 * UTF-8 needs beyond them is added.
 */
export const itemBytes = (item: AttributeMap): number => charactersOf(item) + surplusOfMap(item);

/** @throws ServiceError `ValidationException` for an item that is too large or too deep to be put. */
export function assertPutItem(item: AttributeMap): void {
  if (itemBytes(item) > LARGEST_ITEM_BYTES) {
    throw validationException('Item size has exceeded the maximum allowed size');
  }
  if (!isTooDeep(item)) return;
  throw validationException(
    'Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit',
  );
}

/** @throws ServiceError `ValidationException` for an item that an update made too large or deep, or a number of it. */
export function assertUpdatedItem(item: AttributeMap): void {
  if (itemBytes(item) > LARGEST_ITEM_BYTES) {
    throw validationException('Item size to update has exceeded the maximum allowed size');
  }
  if (isTooDeep(item)) throw validationException('Nesting Levels have exceeded supported limits');
  for (const value of Object.values(item)) {
    // What a sum has come to: 38 digits at most, and not out of the range.
    const problem = valueProblem(value);
    if (problem) throw validationException(problem);
  }
}

function surplusOfMap(map: AttributeMap): number {
  return Object.entries(map).reduce((sum, [name, value]) => sum + surplusOfText(name) + surplusOf(value), 0);
}

function surplusOf({ S, SS, L, M }: JsonObject): number {
  if (typeof S === 'string') return surplusOfText(S);
  if (Array.isArray(SS)) return SS.reduce<number>((sum, text) => sum + surplusOfText(String(text)), 0);
  if (Array.isArray(L)) return L.reduce<number>((sum, value) => sum + surplusOf(value as JsonObject), 0);
  return M === undefined ? 0 : surplusOfMap(M as AttributeMap);
}

const surplusOfText = (text: string): number => Buffer.byteLength(text) - text.length;

const isTooDeep = (item: AttributeMap): boolean =>
  Object.values(item).some((value) => isDeeperThan(value, DEEPEST_LEVEL));

function isDeeperThan({ L, M }: JsonObject, levels: number): boolean {
  if (levels === 0) return true;
  const inner = Array.isArray(L) ? L : Object.values((M ?? {}) as AttributeMap);
  return inner.some((value) => isDeeperThan(value as JsonObject, levels - 1));
}
