import sharp, { type Sharp } from 'sharp';

/** Raw RGB pixels, eight bits a channel, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Draws an SVG as pixels; `soften` is the blur of a print head or a lens, in pixels. */
export async function pictureOf(svg: string, soften = 0): Promise<Picture> {
  const drawn = sharp(Buffer.from(svg)).flatten({ background: '#ffffff' }).removeAlpha().toColourspace('srgb');
  return await decoded(soften > 0 ? drawn.blur(soften) : drawn);
}

/** Blurs with a Gaussian of so many pixels. */
export const blurred = (picture: Picture, sigma: number): Promise<Picture> => decoded(encoder(picture).blur(sigma));

/** Turns by quarter turns, clockwise. */
export const turned = (picture: Picture, degrees: 90 | 180 | 270): Promise<Picture> =>
  decoded(encoder(picture).rotate(degrees));

/** A JPEG as a scanner or a phone writes it. */
export const jpeg = (picture: Picture, quality: number): Promise<Buffer> =>
  encoder(picture).jpeg({ quality }).toBuffer();

/** A PNG of few colours; enough for print on paper. */
export const png = (picture: Picture): Promise<Buffer> =>
  encoder(picture).png({ palette: true, colours: 32, dither: 0, compressionLevel: 9 }).toBuffer();

function encoder({ data, width, height }: Picture): Sharp {
  return sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), { raw: { width, height, channels: 3 } });
}

async function decoded(image: Sharp): Promise<Picture> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  if (info.channels !== 3) throw new RangeError(`expected 3 channels, got ${info.channels}`);
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) };
}
