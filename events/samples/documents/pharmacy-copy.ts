import type { ReadableTruth, SampleDocument } from '../sample.ts';
import { pharmacy } from './pharmacy.ts';

/** The same bytes under another name, as a phone that uploads its camera roll twice does. */
export const pharmacyCopy: SampleDocument = {
  file: '11-IMG_2041.jpg',
  shows: 'The pharmacy receipt again, byte for byte, under another name',
  truth: { ...(pharmacy.truth as ReadableTruth), status: 'duplicate', duplicateOf: pharmacy.file },
  draw: pharmacy.draw,
};
