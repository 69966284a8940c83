import { type Face, fontFile } from '../../events/samples/fonts.ts';
import { finished, newPdf } from '../../events/samples/pdf.ts';
import type { Drawn } from './drawn.ts';
import { runsOf } from './faces.ts';
import type { Cell, Format, Line, Mark } from './layout.ts';

/** How a paper is set as a PDF. Lengths are points. */
export interface Setting {
  readonly format: Format;
  readonly faces: readonly Face[];
  readonly title: string;
  readonly size: readonly [width: number, height: number];
  readonly unseen?: Drawn['unseen'];
  readonly turned?: Drawn['turned'];
}

const MARGIN = { slip: 12, page: 56 };
const SIZE = { slip: 8.5, page: 10.5 };
const LEADING = 1.45;
/** How far paper reaches below what is shown of it, in points. */
const OUTSIDE = 120;

/** The root of the file's objects, which pdfkit's types leave out. */
interface Rooted {
  readonly _root: { readonly data: Record<string, unknown> };
}

/** Draws marks as a digital PDF, with fields where something was filled in. */
export async function asPdf(marks: readonly Mark[], setting: Setting): Promise<Buffer> {
  const pdf = newPdf(setting.title);
  const sheet = new Pages(pdf, setting);
  for (const mark of marks) sheet.put(mark);
  if (setting.unseen?.how === 'outside') sheet.putOutside(setting.unseen.marks);
  if (setting.unseen?.how === 'layer') sheet.putOnLayer(setting.unseen.marks);
  return await finished(pdf);
}

class Pages {
  readonly #pdf: PDFKit.PDFDocument;
  readonly #setting: Setting;
  readonly #margin: number;
  readonly #size: number;
  #y = 0;
  #fields = 0;

  constructor(pdf: PDFKit.PDFDocument, setting: Setting) {
    this.#pdf = pdf;
    this.#setting = setting;
    this.#margin = MARGIN[setting.format];
    this.#size = SIZE[setting.format];
    this.#begin();
  }

  put(mark: Mark): void {
    const isFull = this.#y > this.#setting.size[1] - this.#margin - 2 * this.#size;
    if (mark === 'page' || isFull) this.#begin();
    if (mark === 'gap') this.#y += this.#size;
    else if (mark === 'rule') this.#rule();
    else if (mark !== 'page') this.#line(mark);
  }

  /** Below what the last page shows: its box of paper reaches further than its box of view. */
  putOutside(marks: readonly Mark[]): void {
    const [width, height] = this.#setting.size;
    const data = this.#entries();
    data['CropBox'] = [0, 0, width, height];
    data['MediaBox'] = [0, -OUTSIDE, width, height];
    this.#y = height + this.#size;
    for (const mark of marks) if (typeof mark !== 'string') this.#line(mark);
  }

  /** Beside what is printed already, on a layer that is off. */
  putOnLayer(marks: readonly Mark[]): void {
    const layer = this.#pdf.ref({ Type: 'OCG', Name: new String('Draft') });
    layer.finalize();
    (this.#pdf as unknown as Rooted)._root.data['OCProperties'] = {
      OCGs: [layer],
      D: { OFF: [layer], Order: [layer] },
    };
    const resources = this.#entries()['Resources'] as Rooted['_root'];
    resources.data['Properties'] = { Draft: layer };
    this.#pdf.addContent('/OC /Draft BDC');
    for (const mark of marks) this.put(mark);
    this.#pdf.addContent('EMC');
  }

  #begin(): void {
    const [width, height] = this.#setting.size;
    const { turned } = this.#setting;
    const isTextTurned = turned === 'text' || turned === 'both';
    this.#pdf.addPage({ size: isTextTurned ? [height, width] : [width, height], margin: 0 });
    if (isTextTurned) this.#pdf.transform(0, 1, -1, 0, height, 0);
    if (turned === 'page') this.#entries()['Rotate'] = 90;
    if (turned === 'both') this.#entries()['Rotate'] = 270;
    this.#y = this.#margin;
  }

  /** Of the page's own dictionary; pdfkit's types know few. */
  #entries(): Record<string, unknown> {
    return this.#pdf.page.dictionary.data as unknown as Record<string, unknown>;
  }

  #rule(): void {
    const [width] = this.#setting.size;
    this.#y += this.#size * 0.6;
    this.#pdf
      .moveTo(this.#margin, this.#y)
      .lineTo(width - this.#margin, this.#y)
      .lineWidth(0.6)
      .stroke();
    this.#y += this.#size * 0.3;
  }

  #line(line: Line): void {
    const size = this.#fitting(line, this.#size * (line.size ?? 1));
    this.#y += size * LEADING;
    for (const [index, cell] of line.cells.entries()) {
      if (line.filled === index && /^[\x20-\x7e€£]*$/.test(cell.text)) this.#field(cell, size);
      else this.#print(cell, size, line.isBold === true);
    }
  }

  /** The size at which the cells of a line do not run into each other. */
  #fitting({ cells }: Line, size: number): number {
    const room = this.#setting.size[0] - 2 * this.#margin;
    const wanted = cells.reduce((width, { text }) => width + this.#width(text, size) + size, 0);
    return wanted > room ? (size * room) / wanted : size;
  }

  #width(text: string, size: number): number {
    return runsOf(text, this.#setting.faces).reduce(
      (width, run) => width + this.#pdf.font(fontFile(run.face)).fontSize(size).widthOfString(run.text),
      0,
    );
  }

  #print({ text, at, align }: Cell, size: number, isBold: boolean): void {
    const [width] = this.#setting.size;
    const share = { left: 0, centre: 0.5, right: 1 }[align];
    let x = this.#margin + at * (width - 2 * this.#margin) - share * this.#width(text, size);
    for (const run of runsOf(text, this.#setting.faces)) {
      const font = this.#pdf.font(fontFile(run.face)).fontSize(size);
      const length = font.widthOfString(run.text);
      // Features, even none, have a run laid out as a whole: word by word, Arabic and Hebrew would come out in reverse.
      const whole = /[\u0590-\u06ff]/.test(run.text) ? { features: [] } : {};
      font.text(run.text, x, this.#y, {
        lineBreak: false,
        baseline: 'alphabetic',
        ...whole,
        ...(isBold ? { fill: true, stroke: true } : {}),
      });
      x += length;
    }
  }

  #field({ text, at }: Cell, size: number): void {
    const pdf = this.#pdf.font('Helvetica').fontSize(size);
    if (this.#fields === 0) pdf.initForm();
    this.#fields += 1;
    const [width] = this.#setting.size;
    const x = this.#margin + at * (width - 2 * this.#margin);
    pdf.formText(`field-${this.#fields}`, x, this.#y - size * 1.1, width * 0.35, size * 1.6, {
      value: text,
      fontSize: size,
      borderColor: '#888888',
    });
  }
}
