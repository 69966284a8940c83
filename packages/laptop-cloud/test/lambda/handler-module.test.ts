import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryDirectory } from '../temporary-directory.ts';
import { runFunctions } from './fixture-function.ts';

/** Calls a handler in a folder that holds one file. */
async function call(file: string, source: string, handler?: string) {
  const bundleDirectory = await temporaryDirectory();
  await mkdir(join(bundleDirectory, 'src'));
  await writeFile(join(bundleDirectory, file), source);
  const spec = { id: 'Greet', name: 'greet', description: '', bundleDirectory, environment: {} };
  const { invoke } = await runFunctions([
    { ...spec, timeoutSeconds: 10, memoryMb: 128, ...(handler === undefined ? {} : { handler }) },
  ]);
  return (await invoke('greet', {})).payload;
}

const ESM = 'export const main = async () => "hello"; export const handler = main;';

describe('the handler of a function', () => {
  it.each([
    ['index.mjs', ESM, undefined],
    ['index.js', 'exports.handler = async () => "hello";', undefined],
    ['index.cjs', 'exports.handler = async () => "hello";', 'index.handler'],
    ['src/app.mjs', ESM, 'src/app.main'],
    // Nothing in this text tells Node the names of the exports.
    ['index.cjs', 'module.exports = Object.fromEntries([["handler", async () => "hello"]]);', undefined],
  ])('is found in %s: %s', async (file, source, handler) => {
    expect(await call(file, source, handler)).toBe('hello');
  });

  it('fails by the name that was asked for when it is not exported', async () => {
    expect(await call('index.mjs', ESM, 'index.other')).toMatchObject({
      errorType: 'Runtime.HandlerNotFound',
      errorMessage: expect.stringContaining('index.other is undefined or not exported'),
    });
  });

  it('fails as on Lambda when there is no such module', async () => {
    expect(await call('index.mjs', ESM, 'app.handler')).toMatchObject({ errorType: 'Runtime.ImportModuleError' });
  });
});
