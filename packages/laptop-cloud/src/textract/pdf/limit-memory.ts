/** Of WebAssembly's memory. */
const PAGE_BYTES = 64 * 1024;
const MEMORY_SECTION = 5;
const HEADER_BYTES = 8;
const HAS_MOST = 1;

/**
 * A WebAssembly module whose memory grows to a smaller size at most. Where it asks for more, it is refused, and what it was
 * doing fails; the size is written over in place, in as many bytes as it takes now.
 * https://webassembly.github.io/spec/core/binary/modules.html#memory-section
 *
 * @throws RangeError for a module without a memory of its own that has a limit, or with a lower one.
 */
export function withMostMemory(wasm: Uint8Array, mostBytes: number): Uint8Array {
  const bytes = Uint8Array.from(wasm);
  const most = Math.floor(mostBytes / PAGE_BYTES);
  for (let at = HEADER_BYTES; at < bytes.length; ) {
    const section = bytes[at];
    const size = readNumber(bytes, at + 1);
    if (section === MEMORY_SECTION) {
      const [count, flags] = [readNumber(bytes, size.end), bytes[size.end + 1]];
      const least = readNumber(bytes, size.end + 2);
      const limit = readNumber(bytes, least.end);
      if (count.value !== 1 || flags !== HAS_MOST || limit.value < most || least.value > most) break;
      writeNumber(bytes, most, least.end, limit.end);
      return bytes;
    }
    at = size.end + size.value;
  }
  throw new RangeError(`expected a module with a memory of its own that may grow beyond ${mostBytes} bytes`);
}

/** Seven bits a byte, the lowest first (LEB128). */
function readNumber(bytes: Uint8Array, start: number): { readonly value: number; readonly end: number } {
  let [value, scale, end] = [0, 1, start];
  for (;;) {
    const byte = bytes[end] ?? 0;
    end += 1;
    value += (byte & 0x7f) * scale;
    scale *= 0x80;
    if (byte < 0x80) return { value, end };
  }
}

/** Zeros may lead it, so that it keeps its length. */
function writeNumber(bytes: Uint8Array, value: number, start: number, end: number): void {
  let rest = value;
  for (let at = start; at < end; at += 1) {
    bytes[at] = (rest % 0x80) + (at < end - 1 ? 0x80 : 0);
    rest = Math.floor(rest / 0x80);
  }
}
