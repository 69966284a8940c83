/** A picture in shades of grey, row by row, 0 black to 255 white. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** The pixels of a picture in colour, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  /** Bytes a pixel: red, green, blue, and what comes behind them. */
  readonly channels: 3 | 4;
}

/** The picture drawn to so many pixels across and down, each the mean brightness of its share. */
export function shrinkToGrey({ width, height, data, channels }: Pixels, side: number): GreyPicture {
  const sums = new Float64Array(side * side);
  const counts = new Uint32Array(side * side);
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y * side) / height) * side;
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * channels;
      const cell = row + Math.floor((x * side) / width);
      sums[cell] = (sums[cell] ?? 0) + brightness(data[at], data[at + 1], data[at + 2]);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  return {
    width: side,
    height: side,
    data: Uint8Array.from(sums, (sum, cell) => sum / Math.max(1, counts[cell] ?? 0)),
  };
}

/** As the eye weighs the colours (ITU-R BT.601). */
const brightness = (red = 0, green = 0, blue = 0): number => 0.299 * red + 0.587 * green + 0.114 * blue;
