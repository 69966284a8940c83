import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { codeCacheOf } from '../../src/lambda/code-cache.ts';
import { runScript } from '../../src/lambda/run-script.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { runFunctions } from './fixture-function.ts';

let folder: string;
let script: string;

beforeEach(async () => {
  folder = await temporaryDirectory();
  script = join(folder, 'index.cjs');
  await writeFile(script, 'exports.answer = () => "first";');
});

const codeFolder = () => join(folder, 'code');
const run = () => runScript(script, codeCacheOf(script, codeFolder()));
const answerOf = ({ exports }: ReturnType<typeof run>) => (exports as { answer(): string }).answer();

/** Runs the script and keeps its code; the file that holds it. */
async function keep(): Promise<string> {
  const first = run();
  answerOf(first);
  first.keepCode?.();
  const [file = '', ...others] = await readdir(codeFolder());
  expect(others).toEqual([]);
  return join(codeFolder(), file);
}

describe('a script', () => {
  it('runs from the code that was kept of it', async () => {
    expect(run().keepCode).toBeDefined();

    await keep();

    const second = run();
    // V8 took the code: there is none to be kept.
    expect(second.keepCode).toBeUndefined();
    expect(answerOf(second)).toBe('first');
  });

  it('is compiled anew when it changed, though it is as long as before, and its code takes the place of the old', async () => {
    await keep();
    await writeFile(script, 'exports.answer = () => "other";');

    const changed = run();

    expect(answerOf(changed)).toBe('other');
    expect(changed.keepCode).toBeDefined();
    await keep();
    expect(run().keepCode).toBeUndefined();
    expect(answerOf(run())).toBe('other');
  });

  it.each([
    ['is damaged', (code: Buffer) => code.map((byte, index) => (index === code.length - 9 ? byte ^ 1 : byte))],
    ['is cut off', (code: Buffer) => code.subarray(0, code.length / 2)],
    ['is empty', () => Buffer.alloc(0)],
  ])('is compiled anew when its code %s', async (_, spoil) => {
    const file = await keep();
    await writeFile(file, spoil(await readFile(file)));

    const again = run();

    expect(answerOf(again)).toBe('first');
    expect(again.keepCode).toBeDefined();
  });

  it('runs where no code can be kept', async () => {
    await writeFile(codeFolder(), 'a file where the folder should be');

    const first = run();
    first.keepCode?.();

    expect(answerOf(first)).toBe('first');
    expect(answerOf(run())).toBe('first');
  });

  it('is a module to what it requires, and to itself', async () => {
    await writeFile(join(folder, 'other.cjs'), 'exports.name = require("./index.cjs").name;');
    await writeFile(
      script,
      `exports.name = "index"; const other = require("./other.cjs");
      exports.answer = () => [other.name, __filename, __dirname, this === exports, module.loaded].join(" ");`,
    );

    await keep();

    expect(answerOf(run())).toBe(`index ${script} ${folder} true true`);
  });

  it('tells the places of its file in a stack trace, from its first line on', async () => {
    await writeFile(script, 'exports.answer = () => new Error("no total").stack;\n');

    await keep();

    expect(answerOf(run())).toContain(`${script}:1:24`);
  });
});

describe('a function with a folder for compiled code', () => {
  it('answers from kept code as before, in its own environment', async () => {
    await writeFile(script, 'exports.handler = async (event) => [event, process.env.TABLE_NAME];');
    const start = (name: string) =>
      runFunctions(
        [
          {
            ...{ id: 'Fixture', name: 'fixture', description: '', bundleDirectory: folder, timeoutSeconds: 10 },
            ...{ memoryMb: 128, environment: { TABLE_NAME: name } },
          },
        ],
        { codeFolder: codeFolder() },
      );
    const ask = async (name: string) => {
      const service = await start(name);
      const { payload } = await service.invoke('fixture', 1);
      // By the next answer the code of the first is kept.
      await service.invoke('fixture', 2);
      return payload;
    };

    expect(await ask('one')).toEqual([1, 'one']);
    const [file = ''] = await readdir(codeFolder());
    const kept = await readFile(join(codeFolder(), file));

    expect(await ask('other')).toEqual([1, 'other']);
    expect(await readFile(join(codeFolder(), file))).toEqual(kept);
  });
});
