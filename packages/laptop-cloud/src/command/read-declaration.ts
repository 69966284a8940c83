import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CloudDeclaration } from '../cloud/declaration.ts';
import { declarationFromTemplate, type TemplateReading } from '../template/declaration-from-template.ts';
import { UsageError } from './options.ts';

/**
 * Reads a declaration from templates or from a module.
 *
 * @param port The one that queues' addresses in templates get.
 * @throws UsageError when the module's default export is no declaration.
 */
export async function readDeclaration(files: readonly string[], port: number): Promise<TemplateReading> {
  const [file = ''] = files;
  if (file.endsWith('.json')) return declarationFromTemplate(files, { port });
  const module = (await import(pathToFileURL(resolve(file)).href)) as { readonly default?: CloudDeclaration };
  if (typeof module.default !== 'object') throw new UsageError(`expected ${file} to export a declaration by default`);
  return { declaration: module.default, leftOut: [] };
}
