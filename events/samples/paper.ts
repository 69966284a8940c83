import { type Face, outline } from './fonts.ts';
import { createRandom } from './random.ts';

export interface PaperOptions {
  readonly width: number;
  readonly margin: number;
  readonly face: Face;
  readonly size: number;
  /** Distance of two baselines as a multiple of the size. */
  readonly leading: number;
  readonly ink?: string;
  readonly colour?: string;
}

export interface Style {
  readonly face?: Face;
  readonly size?: number;
  /** Widens the letters, as a till printer's double-width mode does. */
  readonly stretch?: number;
  readonly ink?: string;
}

export type Alignment = 'left' | 'centre' | 'right';

/** A text at a share of the printable width: 0 is its left edge, 1 its right one. */
export type Cell = readonly [text: string, at: number, alignment?: Alignment];

/** A strip of paper that grows with what is printed on it, from top to bottom. Lengths are pixels. */
export class Paper {
  readonly #options: PaperOptions;
  readonly #marks: string[] = [];
  #y: number;

  constructor(options: PaperOptions) {
    this.#options = options;
    this.#y = options.margin;
  }

  left(text: string, style: Style = {}): this {
    return this.cells([[text, 0, 'left']], style);
  }

  centre(text: string, style: Style = {}): this {
    return this.cells([[text, 0.5, 'centre']], style);
  }

  right(text: string, style: Style = {}): this {
    return this.cells([[text, 1, 'right']], style);
  }

  /** A label at the left edge and a value at the right one. */
  row(label: string, value: string, style: Style = {}): this {
    return this.cells(
      [
        [label, 0, 'left'],
        [value, 1, 'right'],
      ],
      style,
    );
  }

  cells(cells: readonly Cell[], style: Style = {}): this {
    const size = style.size ?? this.#options.size;
    this.#y += size * this.#options.leading;
    for (const [text, at, alignment = 'left'] of cells) this.#print(text, at, alignment, style);
    return this;
  }

  gap(height: number): this {
    this.#y += height;
    return this;
  }

  /** A line across the paper; `dash` is an SVG dash pattern, none for a solid one. */
  rule(dash = '', thickness = 2): this {
    const { width, margin, size } = this.#options;
    this.#y += size * 0.6;
    this.#marks.push(
      `<path d="M${margin} ${this.#y}H${width - margin}" stroke="${this.#ink()}" stroke-width="${thickness}" ` +
        `stroke-dasharray="${dash}"/>`,
    );
    this.#y += size * 0.2;
    return this;
  }

  /** Bars that look like a code and mean nothing. */
  barcode(seed: number, height = 60): this {
    const { width, margin } = this.#options;
    const random = createRandom(seed);
    let bars = '';
    for (let x = margin + (width - 2 * margin) * 0.15; x < width - margin - (width - 2 * margin) * 0.15; ) {
      const bar = 2 + Math.floor(random() * 3) * 2;
      bars += `M${x} ${this.#y + 16}h${bar}v${height}h${-bar}z`;
      x += bar + 2 + Math.floor(random() * 3) * 2;
    }
    this.#marks.push(`<path d="${bars}" fill="${this.#ink()}"/>`);
    return this.gap(height + 20);
  }

  /** Any drawing, placed with its own origin at the middle of the paper and the present height. */
  drawing(markup: string, height: number): this {
    this.#marks.push(`<g transform="translate(${this.#options.width / 2} ${this.#y})">${markup}</g>`);
    return this.gap(height);
  }

  /** Something written by hand across the present height, from so many pixels from the left and at an angle in degrees. */
  scribble(text: string, x: number, size: number, angle: number, ink = '#27408b'): this {
    const { pathData } = outline(text, 'handwriting', size);
    this.#marks.push(`<path d="${pathData}" fill="${ink}" transform="translate(${x} ${this.#y}) rotate(${angle})"/>`);
    return this;
  }

  /** The finished strip. */
  toSvg(): string {
    const { width, margin, colour = '#ffffff' } = this.#options;
    const height = Math.ceil(this.#y + margin);
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
      `<rect width="100%" height="100%" fill="${colour}"/>${this.#marks.join('')}</svg>`
    );
  }

  #ink(): string {
    return this.#options.ink ?? '#1c1c1c';
  }

  #print(text: string, at: number, alignment: Alignment, style: Style): void {
    const { width, margin, face, size } = this.#options;
    const { pathData, width: natural } = outline(text, style.face ?? face, style.size ?? size);
    const stretch = style.stretch ?? 1;
    const share = { left: 0, centre: 0.5, right: 1 }[alignment];
    const x = margin + at * (width - 2 * margin) - share * natural * stretch;
    this.#marks.push(
      `<path d="${pathData}" fill="${style.ink ?? this.#ink()}" ` +
        `transform="translate(${x.toFixed(2)} ${this.#y.toFixed(2)}) scale(${stretch} 1)"/>`,
    );
  }
}
