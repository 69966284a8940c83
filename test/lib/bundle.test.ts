import { describe, expect, it } from 'vitest';
import { bundledInputs } from '../../lib/bundle.ts';

describe('the functions’ bundles', () => {
  it('leave out what no function says: `import { z }` would bring every language that zod knows', async () => {
    const metafiles = await bundledInputs();

    const contents = Object.values(metafiles).flatMap(({ outputs }) =>
      Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs)),
    );
    const languages = contents.filter((path) => path.includes('zod/v4/locales/'));
    expect(new Set(languages.map((path) => path.split('/').at(-1)))).toEqual(new Set(['en.js']));
  });

  it('are made of our own packages as of any other of our files, so that a change there makes them anew', async () => {
    const { StructureExpense } = await bundledInputs();

    const ours = Object.keys(StructureExpense.inputs).filter((path) => path.startsWith('packages/printed-text/src/'));
    expect(ours).not.toEqual([]);
  });

  it('import nothing while they run, which code that was kept of them could not', async () => {
    const metafiles = await bundledInputs();

    const kinds = Object.values(metafiles).flatMap(({ outputs }) =>
      Object.values(outputs).flatMap(({ imports }) => imports.map(({ kind }) => kind)),
    );
    expect(new Set(kinds)).toEqual(new Set(['require-call']));
  });
});
