import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../src', import.meta.url));

/** What each file of the package imports, as written. */
const imports = readdirSync(source).flatMap((file) => {
  const text = readFileSync(join(source, file), 'utf8');
  return [...text.matchAll(/\bfrom '([^']+)'/g)].map(([, from = '']) => [file, from] as const);
});

describe('printed-text', () => {
  it('imports nothing but its own files: whoever reads paper can use it', () => {
    const others = imports.filter(([, from]) => from !== `./${basename(from)}`);

    expect(others).toEqual([]);
  });

  it('has no circle', () => {
    const reachable = (file: string, seen = new Set<string>()): Set<string> => {
      for (const [importer, from] of imports) {
        const target = basename(from);
        if (importer !== file || seen.has(target)) continue;
        seen.add(target);
        reachable(target, seen);
      }
      return seen;
    };

    const circles = readdirSync(source).filter((file) => reachable(file).has(file));
    expect(circles).toEqual([]);
  });
});
