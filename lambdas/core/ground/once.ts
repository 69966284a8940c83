/** The same reading, done once for each list of arguments, also when several ask at the same time. */
export function once<A extends readonly string[], R>(read: (...asked: A) => Promise<R>): (...asked: A) => Promise<R> {
  const known = new Map<string, Promise<R>>();
  return (...asked) => {
    const name = JSON.stringify(asked);
    const result = known.get(name) ?? read(...asked);
    known.set(name, result);
    return result;
  };
}
