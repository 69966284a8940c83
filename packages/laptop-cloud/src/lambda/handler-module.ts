import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The module that a handler names, and what it exports. */
export interface HandlerModule {
  /** As Lambda names it, such as `index.handler`. */
  readonly name: string;
  readonly url: string;
  readonly exportName: string;
}

/** In the order in which Lambda looks for them, but that a bundle's `.mjs` comes first. */
const EXTENSIONS = ['.mjs', '.js', '.cjs'];

/**
 * Finds the file of a handler such as `index.handler` or `src/app.main` in a function's folder. Where there is none,
 * the first name that was looked for is given: loading it fails with Lambda's own error.
 */
export function handlerModule(folder: string, handler: string): HandlerModule {
  const dot = handler.lastIndexOf('.');
  const [module, exportName] = [handler.slice(0, dot), handler.slice(dot + 1)];
  const candidates = EXTENSIONS.map((extension) => join(folder, `${module}${extension}`));
  const file = candidates.find((candidate) => existsSync(candidate)) ?? (candidates[0] as string);
  return { name: handler, url: pathToFileURL(file).href, exportName };
}
