import { readFileSync } from 'node:fs';
import { CloudFormationValidatePlugin } from 'aws-cdk-lib';
import { CloudAssembly } from 'aws-cdk-lib/cx-api';

/** What CloudFormation's own schemas say of templates. */
export interface Verdict {
  readonly resources: number;
  /** Keys below `Properties`, at any depth, without those of intrinsic functions. */
  readonly properties: number;
  /** One line each: rule, place and what was expected. */
  readonly errors: readonly string[];
}

/** Its engine takes seconds to compile, and serves for all templates. */
const validator = new CloudFormationValidatePlugin();

/**
 * The templates that the last synthesis wrote into a cloud assembly's folder. Those of a stage that was synthesised
 * there before lie beside them, and are not named in its manifest.
 *
 * @throws Error when there is no manifest in it.
 */
export const templatesIn = (outdir: string): string[] =>
  new CloudAssembly(outdir).stacksRecursively.map(({ templateFullPath }) => templateFullPath);

interface Template {
  readonly Resources?: Readonly<Record<string, { readonly Properties?: unknown }>>;
}

/**
 * Holds templates against the schemas of CloudFormation's resource types: type, names, required properties, kinds and
 * values. The validator is AWS's, and lies in `aws-cdk-lib` with its schemas; it asks no network. CDK runs it with each
 * synthesis too; here it is counted what it looked at.
 * https://github.com/aws-cloudformation/cloudformation-validate
 */
export function validateTemplates(paths: readonly string[]): Verdict {
  const templates = paths.map((path): Template => JSON.parse(readFileSync(path, 'utf8')));
  const resources = templates.flatMap(({ Resources = {} }) => Object.values(Resources));
  const { violations } = validator.validate({
    stackTemplates: paths.map((templatePath) => ({ stackConstructPath: templatePath, templatePath })),
    templatePaths: [...paths],
  } as unknown as Parameters<CloudFormationValidatePlugin['validate']>[0]);
  return {
    resources: resources.length,
    properties: resources.reduce((sum, { Properties }) => sum + countKeys(Properties), 0),
    errors: violations.filter(isError).flatMap(toLines),
  };
}

function countKeys(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + countKeys(item), 0);
  if (value === null || typeof value !== 'object') return 0;
  const entries = Object.entries(value);
  if (entries.length === 1 && /^(Ref|Fn::\w+)$/.test(entries[0]?.[0] ?? '')) return 0;
  return entries.reduce((sum, [, item]) => sum + 1 + countKeys(item), 0);
}

type Violation = ReturnType<CloudFormationValidatePlugin['validate']>['violations'][number];

/** The validator only warns of a value that is none of those a schema lists (W3030), as of all rules on schemas in W3. */
const isError = ({ severity, ruleName }: Violation): boolean => severity === 'error' || ruleName.startsWith('W3');

const toLines = ({ ruleName, description, violatingResources }: Violation): string[] =>
  violatingResources.map(
    ({ resourceLogicalId, templatePath, locations }) =>
      `${templatePath} ${[resourceLogicalId, ...locations].filter(Boolean).join(' ')}: ${description} (${ruleName})`,
  );
