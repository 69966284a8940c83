import type { Json, JsonObject } from '../../http/service.ts';
import { type Diagnostic, everyState, isObject, schemaProblem } from './diagnostic.ts';
import { STATE_TYPES } from './supported-fields.ts';

/**
 * What a definition cannot do without: states and where to start, also within branches and processors, the type of each
 * state, and a branch. The texts are AWS's.
 */
export function shapeProblems(definition: JsonObject): Diagnostic[] {
  return [
    ...requiredFields(definition, ''),
    ...everyState(definition).flatMap(({ state, location }) => [
      ...typeProblems(state, location),
      ...branchProblems(state, location),
      ...innerFlows(state, location).flatMap(([flow, here]) => requiredFields(flow, here)),
    ]),
  ];
}

/** A Type that there is not. */
export function typeProblems({ Type }: JsonObject, location: string): Diagnostic[] {
  if (Type === undefined) return [schemaProblem(location, 'These fields are required: [Type]')];
  if (STATE_TYPES.includes(String(Type))) return [];
  const message = `The field 'Type' should have one of these values: [${STATE_TYPES.join(', ')}]`;
  return [schemaProblem(`${location}/Type`, message)];
}

/** A Parallel without a branch. */
export function branchProblems({ Branches }: JsonObject, location: string): Diagnostic[] {
  const isEmpty = Array.isArray(Branches) && Branches.length === 0;
  return isEmpty ? [schemaProblem(`${location}/Branches`, 'Value cannot be empty')] : [];
}

function requiredFields({ States, StartAt }: JsonObject, location: string): Diagnostic[] {
  const missing = [
    ...(isObject(States) ? [] : ['States']),
    ...(StartAt === undefined || StartAt === null ? ['StartAt'] : []),
  ];
  if (missing.length > 0) return [schemaProblem(location || '/', `These fields are required: [${missing.join(', ')}]`)];
  return Object.entries(States as JsonObject).flatMap(([name, state]) =>
    isObject(state) ? [] : [schemaProblem(`${location}/States/${name}`, 'The state should be an object')],
  );
}

function innerFlows({ Branches, ItemProcessor }: JsonObject, location: string): [flow: JsonObject, location: string][] {
  const branches = Array.isArray(Branches) ? Branches : [];
  const located: [Json | undefined, string][] = [
    ...branches.map((branch, index): [Json, string] => [branch, `${location}/Branches[${index}]`]),
    [ItemProcessor, `${location}/ItemProcessor`],
  ];
  return located.flatMap(([flow, here]) => (isObject(flow) ? [[flow, here] as [JsonObject, string]] : []));
}
