/** A text at a share of the printable width: 0 is its left edge, 1 its right one. */
export interface Cell {
  readonly text: string;
  readonly at: number;
  readonly align: 'left' | 'centre' | 'right';
}

export interface LineStyle {
  /** As a multiple of the usual size. */
  readonly size?: number;
  readonly isBold?: boolean;
}

/** One row of print. */
export interface Line extends LineStyle {
  readonly cells: readonly Cell[];
  /** Filled into a form's field rather than printed: the cell at this place. */
  readonly filled?: number;
}

/** What stands on paper, from top to bottom; `page` begins a new one. */
export type Mark = Line | 'rule' | 'gap' | 'page';

/** Paper as narrow as a till's, or a page. */
export type Format = 'slip' | 'page';

export const left = (text: string, at = 0): Cell => ({ text, at, align: 'left' });
export const centre = (text: string, at = 0.5): Cell => ({ text, at, align: 'centre' });
export const right = (text: string, at = 1): Cell => ({ text, at, align: 'right' });

/** A row of cells. */
export const line = (cells: readonly Cell[], style: LineStyle = {}): Line => ({ cells, ...style });

/** The same paper for writing that runs from right to left. */
export const mirrored = (marks: readonly Mark[]): Mark[] =>
  marks.map((mark) =>
    typeof mark === 'string'
      ? mark
      : {
          ...mark,
          cells: mark.cells.map(({ text, at, align }) => ({
            text,
            at: 1 - at,
            align: ({ left: 'right', centre: 'centre', right: 'left' } as const)[align],
          })),
        },
  );
