import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleFunction } from '../src/bundle-function.ts';
import { runFunctions } from './lambda/fixture-function.ts';
import { temporaryDirectory } from './temporary-directory.ts';

describe('bundleFunction', () => {
  it('makes a function that runs of TypeScript and what it imports', async () => {
    const folder = await temporaryDirectory();
    await writeFile(join(folder, 'greeting.ts'), "export const greeting: string = 'hello';");
    await writeFile(
      join(folder, 'greet.ts'),
      "import { greeting } from './greeting.ts';\nexport const handler = async (name: string) => `${greeting} ${name}`;",
    );

    const bundleDirectory = await bundleFunction({
      entry: join(folder, 'greet.ts'),
      directory: join(folder, 'bundle'),
    });

    const spec = { id: 'Greet', name: 'greet', description: '', environment: {}, timeoutSeconds: 10, memoryMb: 128 };
    const { invoke } = await runFunctions([{ ...spec, bundleDirectory }]);
    expect((await invoke('greet', 'Ada')).payload).toBe('hello Ada');
  });

  it('fails with the place where the sources are broken', async () => {
    const folder = await temporaryDirectory();
    await writeFile(join(folder, 'greet.ts'), 'export const handler = ;');

    await expect(bundleFunction({ entry: join(folder, 'greet.ts'), directory: folder })).rejects.toThrow(/greet\.ts:1/);
  });
});
