import type { Json, JsonObject } from '../../http/service.ts';

/** The value that an RFC 6901 JSON Pointer leads to; undefined when there is none. */
export function resolvePointer(document: Json, pointer: string): Json | undefined {
  let value: Json | undefined = document;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (value === null || typeof value !== 'object') return undefined;
    value = Array.isArray(value) ? value[Number(name)] : (value as JsonObject)[name];
  }
  return value;
}
