import { readFile } from 'node:fs/promises';
import { type Template, TemplateError } from './template.ts';

/**
 * Reads the templates of an app's stacks as if they were one.
 *
 * @throws TemplateError when a file is no template, or two stacks have a resource of the same logical id.
 */
export async function readTemplates(files: readonly string[]): Promise<Template> {
  const templates = await Promise.all(files.map(readTemplate));
  const ids = templates.flatMap(({ Resources }) => Object.keys(Resources).filter((id) => !SHARED.has(id)));
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) {
    throw new TemplateError(`expected logical ids that differ between stacks, got ${twice} twice; run them one by one`);
  }
  return {
    Parameters: Object.assign({}, ...templates.map(({ Parameters }) => Parameters)),
    Resources: Object.assign({}, ...templates.map(({ Resources }) => Resources)),
    Outputs: Object.assign({}, ...templates.map(({ Outputs }) => Outputs)),
  };
}

/** Every stack has this one, and nothing refers to it. */
const SHARED = new Set(['CDKMetadata']);

async function readTemplate(file: string): Promise<Template> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new TemplateError(`expected a template: ${error.message}`);
  });
  const template = parsed(text, file) as Template | null;
  if (typeof template?.Resources !== 'object') {
    throw new TemplateError(`expected a template with Resources in ${file}; cdk synth writes them into cdk.out/`);
  }
  return template;
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new TemplateError(`expected JSON in ${file}: ${(error as Error).message}`);
  }
}
