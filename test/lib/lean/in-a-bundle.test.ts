import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PDFDocument as Whole } from '@cantoo/pdf-lib';
import { build } from 'esbuild';
import iconv from 'iconv-lite';
import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { buildRoot, projectRoot } from '../../../lib/bundle.ts';
import { lean } from '../../../lib/lean/plugin.ts';

const SIDE = 16;

/** What a bundle gives that exports what this module does. */
async function bundled<T>(name: string, contents: string): Promise<T> {
  const outfile = join(buildRoot, 'test', `lean-${name}-${process.pid}.cjs`);
  await build({
    stdin: { contents, resolveDir: projectRoot },
    absWorkingDir: projectRoot,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    plugins: [lean],
    outfile,
  });
  return createRequire(import.meta.url)(outfile) as T;
}

describe('what is in a bundle for a library', () => {
  it('unpacks pictures as the library does', async () => {
    const ours = await bundled<{ PNG: typeof PNG; decode: typeof jpeg.decode }>(
      'pictures',
      "export { PNG } from 'pngjs'; export { decode } from 'jpeg-js';",
    );
    const png = new PNG({ width: SIDE, height: SIDE });
    png.data.forEach((_, index) => {
      png.data[index] = (index * 7) % 256;
    });
    const packed = PNG.sync.write(png);
    const photo = jpeg.encode({ width: SIDE, height: SIDE, data: png.data }).data;

    expect(ours.PNG.sync.read(packed).data).toEqual(png.data);
    expect(ours.decode(photo)).toEqual(jpeg.decode(photo));
  });

  it('reads the character sets of a byte a sign as the library does', async () => {
    const { iconv: ours } = await bundled<{ iconv: typeof iconv }>(
      'encodings',
      "import iconv from 'iconv-lite'; export { iconv };",
    );
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));

    for (const name of ['cp437', 'cp850', 'win1250', 'win1252', 'iso88592', 'iso885915', 'koi8r', 'macroman']) {
      expect(ours.decode(bytes, name), name).toBe(iconv.decode(bytes, name));
    }
  });

  it('opens a PDF that restricts its use, whatever it is encrypted with', async () => {
    const { PDFDocument } = await bundled<{ PDFDocument: typeof Whole }>(
      'pdf',
      "export { PDFDocument } from '@cantoo/pdf-lib';",
    );
    for (const algorithm of ['RC4-40', 'RC4-128', 'AES-128', 'AES-256'] as const) {
      const pdf = await Whole.create();
      pdf.addPage();
      pdf.encrypt({ userPassword: '', ownerPassword: 'owner', algorithm, allowWeakCryptography: true });

      const opened = await PDFDocument.load(await pdf.save(), { password: '' });

      expect(opened.getPageCount(), algorithm).toBe(1);
    }
  });
});
