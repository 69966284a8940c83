// @ts-expect-error It has types for the whole only.
import decoder from '../../node_modules/jpeg-js/lib/decoder.js';

/** Stands for `jpeg-js` in the functions' bundles, which read pictures and write none. */
export const decode: typeof import('jpeg-js').decode = decoder;
