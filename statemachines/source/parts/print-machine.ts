import type { Machine } from './asl.ts';

const LINE_WIDTH = 120;

/** The machine as its `.asl.json` holds it: two-space JSON as `biome format` leaves it. */
export const printMachine = (machine: Machine): string => `${printed(machine, '', '')}\n`;

/** @param before What stands before the value on its line. */
function printed(value: unknown, indent: string, before: string): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const short = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
    // With the comma that may follow.
    const fits = `${indent}${before}${short},`.length <= LINE_WIDTH;
    if (value.every((item) => typeof item !== 'object') && fits) return short;
    return `[\n${value.map((item) => `${inner}${printed(item, inner, '')}`).join(',\n')}\n${indent}]`;
  }
  const entries = Object.entries(value).map(([name, item]) => {
    const key = `${JSON.stringify(name)}: `;
    return `${inner}${key}${printed(item, inner, key)}`;
  });
  return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n${indent}}`;
}
