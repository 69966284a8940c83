import { type Face, outline } from '../../events/samples/fonts.ts';
import type { Cell, Format, Line, Mark } from './layout.ts';

const WIDTH = { slip: 640, page: 1240 };
const MARGIN = { slip: 36, page: 110 };
const SIZE = { slip: 25, page: 24 };
const LEADING = 1.4;

/** Draws marks as one strip of paper, as an SVG of outlines. Lengths are pixels. */
export function asSvg(marks: readonly Mark[], format: Format, faces: readonly Face[]): string {
  const [width, margin, usual] = [WIDTH[format], MARGIN[format], SIZE[format]];
  const room = width - 2 * margin;
  const drawn: string[] = [];
  let y = margin;
  const print = ({ text, at, align }: Cell, size: number, isBold: boolean): void => {
    const { pathData, width: length } = outline(text, faces, size);
    const x = margin + at * room - { left: 0, centre: 0.5, right: 1 }[align] * length;
    const weight = isBold ? ' stroke="#1a1a1a" stroke-width="1"' : '';
    drawn.push(
      `<path d="${pathData}" fill="#1a1a1a"${weight} transform="translate(${x.toFixed(1)} ${y.toFixed(1)})"/>`,
    );
  };
  const put = ({ cells, size = 1, isBold = false }: Line): void => {
    const asked = usual * size;
    const wanted = cells.reduce((sum, { text }) => sum + outline(text, faces, asked).width + asked, 0);
    const fitting = wanted > room ? (asked * room) / wanted : asked;
    y += fitting * LEADING;
    for (const cell of cells) print(cell, fitting, isBold);
  };
  for (const mark of marks) {
    if (mark === 'page' || mark === 'gap') y += usual;
    else if (mark === 'rule') {
      y += usual * 0.6;
      drawn.push(
        `<path d="M${margin} ${y}H${width - margin}" stroke="#1a1a1a" stroke-width="2" stroke-dasharray="8 6"/>`,
      );
      y += usual * 0.3;
    } else put(mark);
  }
  const height = Math.ceil(y + margin);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#ffffff"/>${drawn.join('')}</svg>`;
}
