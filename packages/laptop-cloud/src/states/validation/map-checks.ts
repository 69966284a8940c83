import type { Json, JsonObject } from '../../http/service.ts';
import { parseResource } from '../integrations/resource.ts';
import { type Diagnostic, everyState, isObject, type MachineType, schemaProblem } from './diagnostic.ts';
import { DISTRIBUTED_ONLY } from './supported-fields.ts';

const INPUT_TYPES = ['JSON', 'JSONL', 'CSV'];
const LONGEST_LABEL = 40;
const LABEL_FORBIDS = /[\s?*<>{}[\]:;,\\|^~$#%&`"\p{Cc}]/u;

/** What a Map may have in its mode, and what a distributed one reads and writes. */
export function mapProblems(definition: JsonObject, type: MachineType): Diagnostic[] {
  return everyState(definition).flatMap(({ state, location }) => {
    if (state.Type !== 'Map' || !isObject(state.ItemProcessor)) return [];
    const config = isObject(state.ItemProcessor.ProcessorConfig) ? state.ItemProcessor.ProcessorConfig : {};
    const mode = config.Mode ?? 'INLINE';
    if (mode === 'INLINE') return inlineProblems(state, location);
    if (type === 'EXPRESS') {
      const message = 'Express state machine does not support DISTRIBUTED Map states';
      return [schemaProblem(`${location}/ItemProcessor/ProcessorConfig/Mode`, message)];
    }
    if (mode !== 'DISTRIBUTED') {
      const message = `expected the mode INLINE or DISTRIBUTED, got ${JSON.stringify(mode)}`;
      return [schemaProblem(`${location}/ItemProcessor/ProcessorConfig/Mode`, message)];
    }
    return [
      ...labelProblems(state.Label, location),
      ...readerProblems(state, location),
      ...writerProblems(state, location),
    ];
  });
}

function inlineProblems(state: JsonObject, location: string): Diagnostic[] {
  return DISTRIBUTED_ONLY.filter((field) => state[field] !== undefined).map((field) =>
    schemaProblem(`${location}/${field}`, `The field '${field}' is not supported in an INLINE Map state`),
  );
}

function labelProblems(label: Json | undefined, location: string): Diagnostic[] {
  if (label === undefined) return [];
  if (label === '') return [schemaProblem(`${location}/Label`, 'Label cannot be empty')];
  if (typeof label !== 'string' || label.length > LONGEST_LABEL) {
    const message = `expected a Label of at most ${LONGEST_LABEL} characters, got ${JSON.stringify(label)}`;
    return [schemaProblem(`${location}/Label`, message)];
  }
  const forbidden = LABEL_FORBIDS.exec(label)?.[0];
  return forbidden === undefined
    ? []
    : [schemaProblem(`${location}/Label`, `Label contains invalid character: '${forbidden}'`)];
}

function readerProblems({ ItemReader }: JsonObject, location: string): Diagnostic[] {
  if (!isObject(ItemReader)) return [];
  const here = `${location}/ItemReader`;
  const config = isObject(ItemReader.ReaderConfig) ? ItemReader.ReaderConfig : {};
  if (isS3(ItemReader.Resource, 'listObjectsV2')) return [];
  if (!isS3(ItemReader.Resource, 'getObject')) {
    return [schemaProblem(`${here}/Resource`, unsupported(ItemReader.Resource, 's3:getObject or s3:listObjectsV2'))];
  }
  const type = config.InputType;
  if (!INPUT_TYPES.includes(String(type))) {
    const message = `expected an InputType of ${INPUT_TYPES.join(', ')}, got ${JSON.stringify(type ?? null)}`;
    return [schemaProblem(`${here}/ReaderConfig/InputType`, message)];
  }
  if (type !== 'CSV') return [];
  const { CSVHeaderLocation: headers } = config;
  if (headers === 'FIRST_ROW' || (headers === 'GIVEN' && Array.isArray(config.CSVHeaders))) return [];
  const message = 'expected a CSVHeaderLocation of FIRST_ROW, or GIVEN with CSVHeaders';
  return [schemaProblem(`${here}/ReaderConfig/CSVHeaderLocation`, message)];
}

function writerProblems({ ResultWriter }: JsonObject, location: string): Diagnostic[] {
  if (!isObject(ResultWriter) || ResultWriter.Resource === undefined) return [];
  if (isS3(ResultWriter.Resource, 'putObject')) return [];
  return [schemaProblem(`${location}/ResultWriter/Resource`, unsupported(ResultWriter.Resource, 's3:putObject'))];
}

function isS3(text: Json | undefined, action: string): boolean {
  const resource = parseResource(String(text));
  return resource?.kind === 'integration' && resource.resourceType === 's3' && resource.action === action;
}

const unsupported = (got: Json | undefined, expected: string): string =>
  `expected the resource arn:aws:states:::${expected}, got ${JSON.stringify(got ?? null)}`;
