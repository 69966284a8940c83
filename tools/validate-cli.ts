import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { UsageError } from '../laptop/cli-options.ts';
import { templatesIn, validateTemplates } from '../lib/validate-templates.ts';
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

/** None where nothing was synthesised. */
const synthesised = (): string[] =>
  existsSync(join(OUTPUT, 'manifest.json')) ? templatesIn(OUTPUT).map((path) => relative('', path)) : [];

await runTool(validate);
