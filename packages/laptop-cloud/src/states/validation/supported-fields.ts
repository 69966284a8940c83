import type { JsonObject } from '../../http/service.ts';
import { type Diagnostic, everyState, type FoundState, isObject, schemaProblem } from './diagnostic.ts';

const EVERY = ['Type', 'Comment', 'QueryLanguage', 'Assign', 'Output'];
const MOVING = ['Next', 'End'];
const RECOVERING = ['Retry', 'Catch'];

/** What only a Map in distributed mode may have. */
export const DISTRIBUTED_ONLY = ['ItemReader', 'ItemBatcher', 'ResultWriter', 'Label'];

/** What this interpreter runs, by state type. A field that is not here is refused, never ignored. */
const STATE_FIELDS: Readonly<Record<string, readonly string[]>> = {
  Pass: [...EVERY, ...MOVING],
  Task: [
    ...EVERY,
    ...MOVING,
    ...RECOVERING,
    ...['Resource', 'Arguments', 'TimeoutSeconds', 'HeartbeatSeconds', 'Credentials'],
  ],
  Choice: [...EVERY, 'Choices', 'Default'],
  Wait: [...EVERY, ...MOVING, 'Seconds', 'Timestamp'],
  Parallel: [...EVERY, ...MOVING, ...RECOVERING, 'Arguments', 'Branches'],
  Map: [
    ...EVERY,
    ...MOVING,
    ...RECOVERING,
    ...['Items', 'ItemSelector', 'MaxConcurrency', 'ItemProcessor'],
    // An inline Map may have them too, and they change nothing there.
    ...['ToleratedFailureCount', 'ToleratedFailurePercentage'],
    ...DISTRIBUTED_ONLY,
  ],
  Succeed: EVERY,
  Fail: ['Type', 'Comment', 'QueryLanguage', 'Error', 'Cause'],
};

/** In AWS's order. */
export const STATE_TYPES = ['Task', 'Wait', 'Pass', 'Succeed', 'Fail', 'Choice', 'Parallel', 'Map'];

const MACHINE_FIELDS = ['Comment', 'QueryLanguage', 'StartAt', 'States', 'TimeoutSeconds', 'Version'];
const PROCESSOR_FIELDS = ['ProcessorConfig', 'StartAt', 'States', 'Comment'];
const RULE_FIELDS: Readonly<Record<string, readonly string[]>> = {
  Retry: [
    'ErrorEquals',
    'IntervalSeconds',
    'MaxAttempts',
    'BackoffRate',
    'MaxDelaySeconds',
    'JitterStrategy',
    'Comment',
  ],
  Catch: ['ErrorEquals', 'Next', 'Assign', 'Output', 'Comment'],
  Choices: ['Condition', 'Next', 'Assign', 'Output', 'Comment'],
};

/** Everything in a definition that this interpreter would not run as AWS does, by name. */
export function unsupportedFields(definition: JsonObject): Diagnostic[] {
  const language = definition.QueryLanguage;
  return [
    ...unknown(definition, MACHINE_FIELDS, ''),
    ...everyState(definition).flatMap((found) => [
      ...notJsonata(found, language),
      ...unknown(found.state, STATE_FIELDS[String(found.state.Type)] ?? [], found.location),
      ...rules(found),
      ...processor(found),
    ]),
  ];
}

function unknown(fields: JsonObject, supported: readonly string[], location: string): Diagnostic[] {
  return Object.keys(fields)
    .filter((name) => !supported.includes(name))
    .map((name) => schemaProblem(`${location}/${name}`, `The field '${name}' is not supported by the laptop cloud`));
}

function notJsonata({ state, location }: FoundState, machineLanguage: unknown): Diagnostic[] {
  const language = state.QueryLanguage ?? machineLanguage ?? 'JSONPath';
  if (language === 'JSONata') return [];
  if (machineLanguage === 'JSONata') {
    const message = `'QueryLanguage' can not be '${String(language)}' if set to 'JSONata' for whole state machine`;
    return [schemaProblem(location, message)];
  }
  const got = `The query language '${String(language)}' is not supported by the laptop cloud, expected 'JSONata'`;
  return [schemaProblem(`${location}/QueryLanguage`, got)];
}

function rules({ state, location }: FoundState): Diagnostic[] {
  return Object.entries(RULE_FIELDS).flatMap(([field, supported]) => {
    const list = state[field];
    if (!Array.isArray(list)) return [];
    return list.flatMap((rule, index) =>
      isObject(rule) ? unknown(rule, supported, `${location}/${field}[${index}]`) : [],
    );
  });
}

function processor({ state, location }: FoundState): Diagnostic[] {
  const itemProcessor = state.ItemProcessor;
  if (!isObject(itemProcessor)) return [];
  const here = `${location}/ItemProcessor`;
  const config = isObject(itemProcessor.ProcessorConfig) ? itemProcessor.ProcessorConfig : {};
  return [
    ...unknown(itemProcessor, PROCESSOR_FIELDS, here),
    ...unknown(config, ['Mode', 'ExecutionType'], `${here}/ProcessorConfig`),
  ];
}
