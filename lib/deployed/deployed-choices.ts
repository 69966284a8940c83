import { RECORD_KEY } from '../installation-record.ts';
import type { DeployedTemplate } from './stack.ts';

/** What a deployed stack says about the choices of its installation, by setting. */
export type DeployedChoices = Readonly<Record<string, unknown>>;

/** Settings that environment variables carried before stacks kept a record of them. */
const CARRIED = [
  ['turnsPerSecond', 'TURNS_PER_SECOND', Number],
  ['defaultUser', 'DEFAULT_USER', String],
  ['defaultLocale', 'DEFAULT_LOCALE', String],
  ['defaultTimeZone', 'DEFAULT_TIME_ZONE', String],
] as const;

/**
 * The settings that a template was deployed with: its record, or, where an older version left none, what its resources
 * show of them. These may be as they would be by themselves.
 */
export function deployedChoices(template: DeployedTemplate): DeployedChoices {
  const record = template.Metadata?.[RECORD_KEY];
  return record === undefined ? shownChoices(template) : (record as DeployedChoices);
}

function shownChoices({ Resources = {} }: DeployedTemplate): DeployedChoices {
  const found = Object.values(Resources).flatMap(({ Type, Properties }) => choicesIn(Type, Properties ?? {}));
  return Object.fromEntries(found.filter(([, value]) => value !== undefined));
}

// biome-ignore lint/suspicious/noExplicitAny: a template's properties have as many shapes as AWS has resources
function choicesIn(type: string, properties: any): [setting: string, value: unknown][] {
  switch (type) {
    case 'AWS::SNS::Subscription':
      return properties.Protocol === 'email' ? [['opsEmail', properties.Endpoint]] : [];
    case 'AWS::Lambda::Function': {
      const variables = properties.Environment?.Variables ?? {};
      return CARRIED.filter(([, name]) => name in variables).map(([setting, name, read]) => [
        setting,
        read(variables[name]),
      ]);
    }
    case 'AWS::Logs::LogGroup':
      return [['logRetentionDays', properties.RetentionInDays]];
    case 'AWS::S3::Bucket': {
      const rule = properties.LifecycleConfiguration?.Rules?.find(({ Id }: { Id?: string }) => Id === 'age-receipts');
      return [
        ['archiveAfterDays', rule?.Transitions?.[0]?.TransitionInDays],
        ['expireAfterDays', rule?.ExpirationInDays],
      ];
    }
    default:
      return [];
  }
}
