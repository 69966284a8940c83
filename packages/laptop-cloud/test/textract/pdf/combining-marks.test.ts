import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawnPdf, face } from '../support/drawn-pdf.ts';
import { rowsOf } from '../support/pdf-rows.ts';

const thaiFace = join(
  dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-thai/package.json')),
  'files',
  'noto-sans-thai-thai-400-normal.woff',
);

/** A page with a text set as its language sets it: lifted and lowered marks are texts of their own. */
const printed = (texts: readonly string[], font: string): Promise<Buffer> =>
  drawnPdf((page) => {
    page.font(font).fontSize(13);
    texts.forEach((text, index) => {
      page.text(text, 40, 60 + 22 * index, { lineBreak: false, features: [] });
    });
  });

describe('marks above and below letters', () => {
  it.each([
    ['Thai', ['รวมทั้งสิ้น', 'ร้านตะวัน', 'ตุลาคม', 'น้ำดื่ม', 'ขอบคุณที่ใช้บริการ', 'ยอดที่ต้องชำระ'], thaiFace],
    ['Hebrew with points', ['שָׁלוֹם רַב', 'תּוֹדָה וּלְהִתְרָאוֹת', 'לְתַשְׁלוּם'], face],
    ['Arabic with points', ['شُكْراً', 'المَبْلَغُ المُسْتَحَقّ'], face],
    ['Latin in two parts', ['K platbe\u030C celkem', 'S\u030Ca\u0301lek c\u030Cerne\u0301 ka\u0301vy'], face],
  ])('stay with their letters in %s', async (_script, texts, font) => {
    expect((await rowsOf(await printed(texts, font))).map((row) => row.normalize('NFC'))).toEqual(
      texts.map((text) => text.normalize('NFC')),
    );
  });
});
