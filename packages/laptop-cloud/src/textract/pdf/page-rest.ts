import type { Picture } from '../ocr/picture.ts';
import { type InkMap, printEdges } from './ink.ts';
import type { Rectangle } from './page-characters.ts';

/** In points: a page is looked at by squares of this size. */
const SQUARE = 6;
// Of a square's pixels.
const LEAST_EDGES = 0.08;
// Of the page's squares: less is nothing to read, or what a logo has.
const LEAST_SHARE = 0.0015;
const LARGE_SHARE = 0.03;
// Of the page: print that stands together on so much of it is no logo, but a receipt or the like.
const LARGE_PLACE = 0.05;
// In squares: print that stands no farther apart belongs together.
const REACH = 4;
/** In points. */
const MARGIN = 12;

/** What there is to read on a page beside its text: in pictures, or drawn as outlines. */
export interface RestPrint {
  readonly edges: InkMap;
  /** Whether it is so much that it may be a document of its own. */
  readonly isLarge: boolean;
  /** Around all of it, in points; undefined where there is nothing. */
  readonly area?: Rectangle;
}

/** Looks for print on a page that was drawn without its text. */
export function findRestPrint(picture: Picture, scale: number): RestPrint {
  const edges = printEdges(picture, scale);
  const grid = printedSquares(edges);
  const all = grid.columns * grid.rows;
  if (grid.printed.length < LEAST_SHARE * all) return { edges, isLarge: false };
  const area = around(grid.printed, edges);
  const largest = Math.max(...clusters(grid).map(placeOf));
  const isLarge = grid.printed.length > LARGE_SHARE * all || largest > LARGE_PLACE * all;
  return { edges, isLarge, area };
}

type Place = readonly [column: number, row: number];

interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly printed: readonly Place[];
}

function printedSquares({ width, height, scale, marks }: InkMap): Grid {
  const side = SQUARE * scale;
  const columns = Math.ceil(width / side);
  const rows = Math.ceil(height / side);
  const counts = new Uint16Array(columns * rows);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / side) * columns;
    for (let x = 0; x < width; x++) {
      const square = row + Math.floor(x / side);
      if (marks[y * width + x] === 1) counts[square] = (counts[square] as number) + 1;
    }
  }
  const printed = [...counts].flatMap((count, index): Place[] =>
    count > LEAST_EDGES * side * side ? [[index % columns, Math.floor(index / columns)]] : [],
  );
  return { columns, rows, printed };
}

/** Squares that can be reached from one another. */
function clusters({ columns, printed }: Grid): Place[][] {
  const left = new Map(printed.map((place) => [place[1] * columns + place[0], place]));
  const found: Place[][] = [];
  for (const first of printed) {
    if (!left.delete(first[1] * columns + first[0])) continue;
    const cluster = [first];
    for (const [column, row] of cluster) {
      for (let y = row - REACH; y <= row + REACH; y++) {
        for (let x = column - REACH; x <= column + REACH; x++) {
          const near = x < 0 || x >= columns ? undefined : left.get(y * columns + x);
          if (near) cluster.push(near);
          if (near) left.delete(y * columns + x);
        }
      }
    }
    found.push(cluster);
  }
  return found;
}

/** How many squares the rectangle around some of them has. */
function placeOf(places: readonly Place[]): number {
  const columns = places.map(([column]) => column);
  const rows = places.map(([, row]) => row);
  return (Math.max(...columns) - Math.min(...columns) + 1) * (Math.max(...rows) - Math.min(...rows) + 1);
}

function around(squares: readonly Place[], { width, height, scale }: InkMap): Rectangle {
  const columns = squares.map(([column]) => column);
  const rows = squares.map(([, row]) => row);
  return {
    left: Math.max(0, Math.min(...columns) * SQUARE - MARGIN),
    right: Math.min(width / scale, (Math.max(...columns) + 1) * SQUARE + MARGIN),
    top: Math.max(0, Math.min(...rows) * SQUARE - MARGIN),
    bottom: Math.min(height / scale, (Math.max(...rows) + 1) * SQUARE + MARGIN),
  };
}
