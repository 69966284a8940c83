import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../laptop/cli-options.ts';
import { validateTemplates } from '../lib/validate-templates.ts';
import { runTool } from './run-tool.ts';

/** Where a synthesis leaves its templates, as `cdk.json` says. */
const OUTPUT = 'cdk.out';

/** Holds the templates of the last synthesis, or those named, against CloudFormation's schemas; 1 for an error in them. */
async function validate(paths: readonly string[]): Promise<number> {
  const templates = paths.length > 0 ? paths : synthesised();
  const missing = templates.find((path) => !existsSync(path));
  if (missing !== undefined || templates.length === 0) {
    throw new UsageError(`expected templates at ${missing ?? OUTPUT}, found none; npm run synth makes them`);
  }
  const { resources, properties, errors } = validateTemplates(templates);
  for (const error of errors) console.error(error);
  console.log(`${resources} resources, ${properties} properties, ${errors.length} errors`);
  return errors.length > 0 ? 1 : 0;
}

/** Of all stages that were synthesised there. */
const synthesised = (): string[] => {
  const names = existsSync(OUTPUT) ? readdirSync(OUTPUT) : [];
  return names.filter((name) => name.endsWith('.template.json')).map((name) => join(OUTPUT, name));
};

await runTool(validate);
