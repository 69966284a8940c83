import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { withMostMemory } from '../../../src/textract/pdf/limit-memory.ts';

const MEBIBYTE = 1024 * 1024;
/** A module with a memory of 1 to 32,768 pages, which it exports. */
const module = Uint8Array.from([
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...[5, 6, 1, 1, 1, 0x80, 0x80, 2],
  ...[7, 5, 1, 1, 0x6d, 2, 0],
]);

const memoryOf = async (wasm: Uint8Array) => {
  const { instance } = await WebAssembly.instantiate(wasm as BufferSource);
  return instance.exports['m'] as WebAssembly.Memory;
};

describe('withMostMemory', () => {
  it('lets memory grow up to the size, and no further', async () => {
    const memory = await memoryOf(withMostMemory(module, 3 * MEBIBYTE));

    memory.grow(47);

    expect(memory.buffer.byteLength).toBe(3 * MEBIBYTE);
    expect(() => memory.grow(1)).toThrow(RangeError);
  });

  it('leaves the module that is given as it is', async () => {
    withMostMemory(module, MEBIBYTE);

    expect((await memoryOf(module)).grow(100)).toBe(1);
  });

  it('reads the module of PDFium', async () => {
    const wasm = await readFile(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm'));

    expect(withMostMemory(wasm, 768 * MEBIBYTE)).toHaveLength(wasm.length);
  });

  it.each([
    ['without a memory', module.subarray(0, 8), MEBIBYTE],
    ['with less', module, 4096 * MEBIBYTE],
    ['that begins with more', module, 0],
  ])('refuses a module %s', (_, wasm, most) => {
    expect(() => withMostMemory(wasm, most)).toThrow(RangeError);
  });
});
