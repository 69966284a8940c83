import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../lib/bundle.ts';

describe('lean', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'spendwire-lean-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('finds what stands in for a package when it runs inside a bundled command', async () => {
    const outfile = join(folder, 'command.mjs');
    await build({
      ...{ absWorkingDir: projectRoot, entryPoints: ['lib/lean/plugin.ts'], outfile },
      ...{ bundle: true, platform: 'node', format: 'esm' },
    });
    const { lean } = (await import(pathToFileURL(outfile).href)) as typeof import('../../../lib/lean/plugin.ts');

    const { metafile } = await build({
      ...{ absWorkingDir: projectRoot, plugins: [lean], bundle: true, metafile: true, write: false },
      stdin: { contents: "import 'semver'", resolveDir: projectRoot },
    });

    expect(Object.keys(metafile.inputs)).toContain('lib/lean/version-order.ts');
  });
});
