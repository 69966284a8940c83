import { PDFDocument as Whole } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { PDFDocument } from '../../../lib/lean/pdf-reading.ts';

const PAGES = 3;

async function document(): Promise<Whole> {
  const pdf = await Whole.create();
  for (let page = 0; page < PAGES; page++) pdf.addPage();
  await pdf.attach(Buffer.from('<a/>'), 'factur-x.xml', { mimeType: 'text/xml' });
  return pdf;
}

describe('the reading of PDFs that stands in a bundle', () => {
  it('finds pages and objects as the library does', async () => {
    const bytes = await (await document()).save();

    const [ours, whole] = await Promise.all([PDFDocument.load(bytes), Whole.load(bytes, { updateMetadata: false })]);

    expect(ours.getPageCount()).toBe(PAGES);
    expect(ours.context.enumerateIndirectObjects().map(String)).toEqual(
      whole.context.enumerateIndirectObjects().map(String),
    );
    expect(String(ours.catalog)).toBe(String(whole.catalog));
  });

  it('opens what only restricts its use, and refuses what asks for a password', async () => {
    const restricted = await document();
    restricted.encrypt({ userPassword: '', ownerPassword: 'owner', permissions: { printing: false } });
    const locked = await document();
    locked.encrypt({ userPassword: 'secret', ownerPassword: 'owner' });

    const [ours, whole] = await Promise.all([restricted.save(), locked.save()]);

    expect((await PDFDocument.load(ours, { password: '' })).getPageCount()).toBe(PAGES);
    await expect(PDFDocument.load(ours)).rejects.toThrow('encrypted');
    await expect(PDFDocument.load(whole, { password: '' })).rejects.toThrow();
  });
});
