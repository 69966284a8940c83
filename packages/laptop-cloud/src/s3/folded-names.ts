/**
 * Spellings in use, to find names that differ only in case or Unicode normalisation: on many laptops such names are
 * one and the same file.
 */
export class FoldedNames {
  readonly #spellings = new Map<string, string>();

  /** Remembers a relative path and the folders above it. The first spelling of each stays. */
  add(path: string): void {
    for (const ancestor of selfAndAncestors(path)) {
      const folded = fold(ancestor);
      if (!this.#spellings.has(folded)) this.#spellings.set(folded, ancestor);
    }
  }

  /** Spellings that stand in the way of a path, its folders included. */
  othersThan(path: string): string[] {
    return selfAndAncestors(path).flatMap((ancestor) => {
      const spelling = this.#spellings.get(fold(ancestor));
      return spelling === undefined || spelling === ancestor ? [] : [spelling];
    });
  }

  /** Forgets a path that is gone, so that another spelling may take its place. */
  delete(path: string): void {
    const folded = fold(path);
    if (this.#spellings.get(folded) === path) this.#spellings.delete(folded);
  }
}

const fold = (text: string): string => text.normalize('NFC').toLowerCase();

function selfAndAncestors(path: string): string[] {
  const segments = path.split('/');
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}
