import type { PNGWithMetadata } from 'pngjs';
// @ts-expect-error It has types for the whole only.
import read from '../../node_modules/pngjs/lib/parser-sync.js';

/** Stands for `pngjs` in the functions' bundles, which read whole pictures and write none: the one call for that. */
export const PNG = { sync: { read: (png: Buffer): PNGWithMetadata => read(png, {}) } };
