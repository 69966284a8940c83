import { deflateSync } from 'node:zlib';

/** Stands for `fflate` in the functions' bundles: what `@cantoo/pdf-lib` packs, the platform packs as well. */
export const zlibSync = (bytes: Uint8Array): Uint8Array => deflateSync(bytes);
