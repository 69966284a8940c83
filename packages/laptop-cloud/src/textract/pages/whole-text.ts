import { layOut } from '../layout/page-layout.ts';
import type { OcrModels } from '../ocr/models.ts';
import { readPicture } from '../ocr/read-picture.ts';
import type { PageText, TextLine } from '../ocr/text-line.ts';
import { turnedLine, turnedSize } from '../pdf/page-direction.ts';
import type { PictureBeside } from '../pdf/read-pdf-page.ts';
import { readAmountRows } from '../tagger/amount-rows.ts';
import { chooseTotal } from '../tagger/choose-total.ts';

/**
 * The text of a digital page with what the networks read on its pictures. They are looked at where they are so large
 * that they may be a document of their own, and where the text gives no total: it may stand in a picture, or be drawn as
 * outlines.
 */
export async function wholeText(
  text: PageText,
  beside: PictureBeside | undefined,
  models: () => Promise<OcrModels>,
): Promise<PageText> {
  if (!beside || (!beside.isLarge && saysTotal(text))) return text;
  const read = await readPicture(await models(), await beside.picture());
  return read.lines.length === 0 ? text : withRead(text, read, beside);
}

function saysTotal(text: PageText): boolean {
  const layout = layOut(text);
  return layout.rows.length > 0 && chooseTotal(readAmountRows(layout), layout) !== undefined;
}

/** All lines on the page as the side with more text stands. */
function withRead(text: PageText, read: PageText, beside: PictureBeside): PageText {
  const shown = turnedSize(text, back(text.quarterTurns));
  const own = text.lines.map((line) => turnedLine(line, text, back(text.quarterTurns)));
  const others = read.lines.map((line) => onPage(turnedLine(line, read, back(read.quarterTurns)), beside));
  const { quarterTurns } = lengthOf(read.lines) > lengthOf(text.lines) ? read : text;
  return {
    ...turnedSize(shown, quarterTurns),
    quarterTurns,
    lines: [...own, ...others].map((line) => turnedLine(line, shown, quarterTurns)),
  };
}

const back = (turns: PageText['quarterTurns']) => ((4 - turns) % 4) as PageText['quarterTurns'];

const lengthOf = (lines: readonly TextLine[]): number => lines.reduce((sum, { text }) => sum + text.length, 0);

/** A line of the picture where it stands on the page, in points. */
function onPage(line: TextLine, { pointsPerPixel, left, top }: PictureBeside): TextLine {
  const { box } = line;
  return {
    ...line,
    box: {
      ...box,
      centreX: left + box.centreX * pointsPerPixel,
      centreY: top + box.centreY * pointsPerPixel,
      width: box.width * pointsPerPixel,
      height: box.height * pointsPerPixel,
    },
  };
}
