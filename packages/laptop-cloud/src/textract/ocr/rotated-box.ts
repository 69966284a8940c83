/**
 * A rectangle that may stand askew, in pixels of its picture; `angle` is in radians, clockwise as seen on the page
 * (y points down). `width` runs along the direction of reading.
 */
export interface RotatedBox {
  readonly centreX: number;
  readonly centreY: number;
  readonly width: number;
  readonly height: number;
  readonly angle: number;
}

/** The four corners, from the reader's top left clockwise. */
export function corners(box: RotatedBox): [number, number][] {
  const cosine = Math.cos(box.angle);
  const sine = Math.sin(box.angle);
  const signs: [number, number][] = [
    [-0.5, -0.5],
    [0.5, -0.5],
    [0.5, 0.5],
    [-0.5, 0.5],
  ];
  return signs.map(([alongSign, acrossSign]) => {
    const along = alongSign * box.width;
    const across = acrossSign * box.height;
    return [box.centreX + along * cosine - across * sine, box.centreY + along * sine + across * cosine];
  });
}

/** The part of a box between two fractions of its width; a word of a line. */
export function partOf(box: RotatedBox, from: number, to: number): RotatedBox {
  const shift = ((from + to) / 2 - 0.5) * box.width;
  return {
    ...box,
    centreX: box.centreX + shift * Math.cos(box.angle),
    centreY: box.centreY + shift * Math.sin(box.angle),
    width: Math.max(0, to - from) * box.width,
  };
}
