import type { DeclaredFunction } from 'laptop-cloud';
import { bundleDirectory } from '../lib/bundle.ts';
import { substitute } from '../lib/placeholders.ts';
import { type FunctionId, functions, settings, withUploadKey } from '../lib/topology.ts';
import { functionName } from './names.ts';

/** Settings of the topology that a run may have otherwise, such as a test that cannot wait for turns. */
export interface SettingOverrides {
  readonly turnsPerSecond?: number;
  readonly defaultUser?: string;
  readonly uploadKeyArn?: string;
  readonly defaultLocale?: string;
  readonly defaultTimeZone?: string;
  readonly unsentAfterSeconds?: number;
  readonly windowSeconds?: number;
  /** A laptop has no Amazon Bedrock: it needs {@link bedrockEndpoint} beside it. */
  readonly bedrockModel?: string;
  /** Where something answers as Amazon Bedrock does. */
  readonly bedrockEndpoint?: string;
  readonly maxPages?: number;
  readonly secondsPerPage?: number;
}

/** The environment variable through which a function learns of a setting. */
const VARIABLES: Readonly<Record<Exclude<keyof SettingOverrides, 'bedrockEndpoint'>, string>> = {
  turnsPerSecond: 'TURNS_PER_SECOND',
  defaultUser: 'DEFAULT_USER',
  uploadKeyArn: 'UPLOAD_KEY_ARN',
  defaultLocale: 'DEFAULT_LOCALE',
  defaultTimeZone: 'DEFAULT_TIME_ZONE',
  unsentAfterSeconds: 'UNSENT_AFTER_SECONDS',
  windowSeconds: 'WINDOW_SECONDS',
  bedrockModel: 'BEDROCK_MODEL',
  maxPages: 'MAX_PAGES',
  secondsPerPage: 'SECONDS_PER_PAGE',
};

/** The functions of the topology with their placeholders filled. */
export function declaredFunctions(
  values: Readonly<Record<string, string>>,
  overrides: SettingOverrides = {},
): DeclaredFunction[] {
  return (Object.keys(functions) as FunctionId[]).map((id) => {
    const { description, timeoutSeconds, memoryMb, environment, grants } = functions[id];
    return {
      id,
      name: functionName(id),
      description,
      bundleDirectory: bundleDirectory(id),
      timeoutSeconds,
      memoryMb,
      environment: { ...substitute({ ...environment }, values), ...overridden(environment, overrides) },
      grants: substitute(withUploadKey(grants, overrides.uploadKeyArn ?? settings.uploadKeyArn), values),
    };
  });
}

/** Only variables that the function has anyway: no function is told of a setting that is not its business. */
function overridden(
  environment: Readonly<Record<string, string>>,
  overrides: SettingOverrides,
): Record<string, string> {
  const { bedrockEndpoint } = overrides;
  const entries = Object.entries(VARIABLES).flatMap(([setting, variable]) => {
    const value = overrides[setting as keyof SettingOverrides];
    return value === undefined || !Object.hasOwn(environment, variable) ? [] : [[variable, String(value)] as const];
  });
  const asks = bedrockEndpoint !== undefined && Object.hasOwn(environment, VARIABLES.bedrockModel);
  return { ...Object.fromEntries(entries), ...(asks ? { AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrockEndpoint } : {}) };
}
