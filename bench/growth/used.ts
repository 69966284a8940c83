/** What a question asked of the table. */
export interface Used {
  /** How many things the answer tells: expenses, documents, people, alerts; one where it is one and the same. */
  readonly told: number;
  readonly requests: number;
  /** That the table gave back. */
  readonly items: number;
  readonly readUnits: number;
  /** For information: it depends on the computer. */
  readonly ms: number;
}

/** The same question in small books and in large ones. */
export interface Growth {
  readonly small: Used;
  readonly large: Used;
  /** How many times as much the large ones take for each thing told. Nothing at all counts as one. */
  readonly ratio: Readonly<Record<'requests' | 'items' | 'readUnits', number>>;
}

export function growthOf(small: Readonly<Record<string, Used>>, large: Readonly<Record<string, Used>>) {
  return Object.fromEntries(
    Object.entries(small).map(([question, used]): [string, Growth] => {
      const more = large[question] as Used;
      const ratio = (of: 'requests' | 'items' | 'readUnits') =>
        Number((Math.max(1, more[of]) / more.told / (Math.max(1, used[of]) / used.told)).toFixed(2));
      return [
        question,
        {
          small: used,
          large: more,
          ratio: { requests: ratio('requests'), items: ratio('items'), readUnits: ratio('readUnits') },
        },
      ];
    }),
  );
}
