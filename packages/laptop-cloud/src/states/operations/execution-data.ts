import type { Json, JsonObject } from '../../http/service.ts';

const DATA = ['input', 'output', 'parameters', 'assignedVariables'];

/** The same answer without inputs and outputs: they may hold what a caller must not see. */
export function withoutExecutionData(value: JsonObject): JsonObject {
  const kept = Object.entries(value).filter(([key]) => !DATA.includes(key));
  return Object.fromEntries(
    kept.map(([key, item]): [string, Json] => {
      if (key === 'inputDetails' || key === 'outputDetails') return [key, { included: false }];
      const isObject = item !== null && typeof item === 'object' && !Array.isArray(item);
      return [key, isObject ? withoutExecutionData(item) : (item ?? null)];
    }),
  );
}
