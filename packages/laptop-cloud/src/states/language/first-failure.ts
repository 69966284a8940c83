import { BranchCancelled, childSignal } from './cancellation.ts';

/**
 * Runs all pieces of work at once. The first that fails cancels the others; rejects with its error once every one has
 * settled, so that nothing writes history after its Parallel or Map is over.
 */
export async function untilFirstFailure(
  parent: AbortSignal,
  pieces: readonly ((signal: AbortSignal) => Promise<void>)[],
): Promise<void> {
  const group = childSignal(parent);
  let failure: { readonly error: unknown } | undefined;
  const settled = pieces.map(async (piece) => {
    try {
      await piece(group.signal);
    } catch (error) {
      failure ??= { error };
      group.abort(new BranchCancelled());
    }
  });
  await Promise.all(settled);
  group.release();
  if (parent.aborted) throw parent.reason;
  if (failure) throw failure.error;
}
