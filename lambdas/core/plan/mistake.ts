/** What is wrong between the parts of a plan, and where a person finds it. */
export interface Mistake {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export type Parts = Readonly<Record<string, unknown>>;

/** The keys of a part that may be no map at all; only its own, whatever a person calls a category. */
export const partsOf = (value: unknown): Parts =>
  Object.assign(Object.create(null) as Record<string, unknown>, typeof value === 'object' ? value : undefined);

/** The entries of a part that may be no list at all. */
export const listOf = (value: unknown): Parts[] => (Array.isArray(value) ? value.map(partsOf) : []);
