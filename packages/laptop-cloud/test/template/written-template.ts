import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  declarationFromTemplate,
  type TemplateOptions,
  type TemplateReading,
} from '../../src/template/declaration-from-template.ts';
import type { Template } from '../../src/template/template.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

/** Writes a template with an asset folder `asset.code` beside it, and reads it. */
export async function readWritten(
  Resources: Template['Resources'],
  options: TemplateOptions & { readonly Parameters?: Template['Parameters'] } = {},
): Promise<TemplateReading> {
  const { Parameters = {}, ...readOptions } = options;
  const folder = await temporaryDirectory();
  await mkdir(join(folder, 'asset.code'));
  await writeFile(join(folder, 'asset.code', 'index.js'), 'exports.handler = async () => "done";');
  await writeFile(join(folder, 'asset.machine.json'), JSON.stringify(machine('${Greeting}')));
  const files = { code: { source: { path: 'asset.code' } }, machine: { source: { path: 'asset.machine.json' } } };
  await writeFile(join(folder, 'Stack.assets.json'), JSON.stringify({ files }));
  const file = join(folder, 'Stack.template.json');
  await writeFile(file, JSON.stringify({ Parameters, Resources }));
  return declarationFromTemplate(file, readOptions);
}

/** A machine that says something. */
export const machine = (output: string) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'Say',
  States: { Say: { Type: 'Succeed', Output: output } },
});

/** A function with the code that lies beside the template. */
export const aFunction = (properties: Readonly<Record<string, unknown>> = {}) => ({
  Type: 'AWS::Lambda::Function',
  Properties: { Runtime: 'nodejs22.x', Handler: 'index.handler', Code: { S3Key: 'code.zip' }, ...properties },
});
