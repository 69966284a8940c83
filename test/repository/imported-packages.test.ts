import { describe, expect, it } from 'vitest';
import { importedPackages, namedPackages } from './imported-packages.ts';

describe('importedPackages', () => {
  it.each([
    ["import sharp from 'sharp';", ['sharp']],
    ["import { a,\n  type B,\n} from '@aws-sdk/client-s3';", ['@aws-sdk/client-s3']],
    ["export { parse } from 'yaml';", ['yaml']],
    ["import 'temporal-polyfill/global';", ['temporal-polyfill']],
    ["const { build } = await import('esbuild');", ['esbuild']],
    ["const load = () => require('dynalite');", ['dynalite']],
    ["createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm');", ['@hyzyla/pdfium']],
  ])('finds the package of %s', (source, expected) => {
    expect(importedPackages(source)).toEqual(expected);
  });

  it.each([
    "import type { Construct } from 'constructs';",
    "export type { Construct } from 'constructs';",
    "import { join } from 'node:path';\nimport fs from 'fs';",
    "import { day } from './day.ts';\nimport { night } from '../night.ts';",
    "type Loaded = typeof document;\n// was imported from 'nowhere'",
  ])('finds none in %s', (source) => {
    expect(importedPackages(source)).toEqual([]);
  });
});

describe('namedPackages', () => {
  it('finds packages of types beside those that are needed to run', () => {
    const source = "import sharp from 'sharp';\nimport type { Construct } from 'constructs';\n";

    expect(namedPackages(source)).toEqual(['sharp', 'constructs']);
  });
});
