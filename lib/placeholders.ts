const PLACEHOLDER = /\$\{([A-Za-z0-9]+)\}/g;

/** Every placeholder name in a text, a pattern or a definition, sorted and without repeats. */
export function placeholderNames(value: unknown): string[] {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return [...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] as string))].sort();
}

/**
 * Fills the placeholders of a text, or of every string inside a JSON value.
 *
 * @throws RangeError when a placeholder has no value: it would otherwise reach AWS as text.
 */
export function substitute<T>(value: T, values: Readonly<Record<string, string>>): T {
  if (typeof value === 'string') {
    return value.replace(PLACEHOLDER, (_, name: string) => {
      const filled = values[name];
      if (filled === undefined) {
        throw new RangeError(`expected a value for \${${name}}, got only ${Object.keys(values).sort().join(', ')}`);
      }
      return filled;
    }) as T;
  }
  if (Array.isArray(value)) return value.map((item) => substitute(item, values)) as T;
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, substitute(item, values)])) as T;
  }
  return value;
}
