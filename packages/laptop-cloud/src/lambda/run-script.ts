import { readFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';
import type { CodeCache } from './code-cache.ts';

export interface RunScript {
  /** `module.exports`. */
  readonly exports: unknown;
  /** Keeps what V8 has compiled of it so far, with the functions that were called; undefined where there is nothing to gain. */
  readonly keepCode: (() => void) | undefined;
}

const [HEAD, TAIL] = ['(function (exports, require, module, __filename, __dirname) {', '\n})'];

/**
 * Runs a CommonJS module as `require` does, except that its code may come from an earlier thread. It may require, but not
 * `import()`: of code that was kept V8 has forgotten whom to ask.
 *
 * @throws SyntaxError, and whatever it throws itself.
 */
export function runScript(file: string, cache: CodeCache): RunScript {
  const source = readFileSync(file, 'utf8');
  const kept = cache.read(source);
  const script = new Script(`${HEAD}${source}${TAIL}`, {
    filename: file,
    // A minified bundle stands on its first line, and the places in stack traces are those of the file.
    columnOffset: -HEAD.length,
    ...(kept ? { cachedData: kept } : {}),
  });
  const require = createRequire(file);
  const module = new Module(file);
  module.filename = file;
  // Modules that it loads may load it.
  require.cache[file] = module;
  script.runInThisContext().call(module.exports, module.exports, require, module, file, dirname(file));
  module.loaded = true;
  const isNew = kept === undefined || script.cachedDataRejected === true;
  return {
    exports: module.exports,
    keepCode: isNew ? () => cache.write(source, script.createCachedData()) : undefined,
  };
}
