import { parseJsonText } from '../../http/json-service.ts';
import type { Json, JsonObject } from '../../http/service.ts';
import { type Diagnostic, isObject } from './diagnostic.ts';

/** A definition's text as an object, or why it is none, in AWS's words where they are known. */
export function parseDefinition(text: string): JsonObject | Diagnostic {
  if (text.trim() === '') return notAnObject;
  let definition: Json;
  try {
    definition = parseJsonText(text);
  } catch (error) {
    return brokenJson(text, error as Error);
  }
  return isObject(definition) ? definition : notAnObject;
}

/** As recorded, it has no location. */
const notAnObject: Diagnostic = {
  severity: 'ERROR',
  code: 'SCHEMA_VALIDATION_FAILED',
  message: 'Definition must be a valid JSON object',
};

function brokenJson(text: string, error: Error): Diagnostic {
  const word = /^\s*([A-Za-z_$][\w$]*)/.exec(text);
  const lines = text.slice(0, word ? word[0].length : 0).split('\n');
  const location = `[Source: (String)${JSON.stringify(text)}; line: ${lines.length}, column: ${(lines.at(-1)?.length ?? 0) + 1}]`;
  const message = word
    ? `Unrecognized token '${word[1]}': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')\n at ${location}`
    : error.message;
  return { severity: 'ERROR', code: 'INVALID_JSON_DESCRIPTION', message, ...(word ? { location } : {}) };
}
