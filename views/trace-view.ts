import pc from 'picocolors';

/** The part of a trace's tree that is shown. */
export interface ShownSegment {
  readonly document: {
    readonly name: string;
    readonly start_time: number;
    readonly end_time?: number;
    readonly fault?: boolean;
    readonly error?: boolean;
    readonly aws?: Readonly<Record<string, unknown>>;
    readonly annotations?: Readonly<Record<string, unknown>>;
  };
  readonly children: readonly ShownSegment[];
}

/** A trace as an indented tree: what ran, the AWS operation it called, how long it took, and whether it failed. */
export function describeTrace(roots: readonly ShownSegment[]): string[] {
  const start = Math.min(...roots.map(({ document }) => document.start_time));
  return roots.flatMap((root) => lines(root, start, 0));
}

function lines({ document, children }: ShownSegment, start: number, depth: number): string[] {
  const { name, start_time, end_time, fault, error, aws, annotations } = document;
  const at = `${((start_time - start) * 1000).toFixed(0).padStart(7)} ms`;
  const took = end_time === undefined ? 'under way' : `${((end_time - start_time) * 1000).toFixed(0)} ms`;
  const operation = aws?.['operation'] ? ` ${String(aws['operation'])}` : '';
  const failed = fault || error ? pc.red(' failed') : '';
  const notes = depth === 0 && annotations ? pc.dim(` ${JSON.stringify(annotations)}`) : '';
  return [
    `${pc.dim(at)}  ${'  '.repeat(depth)}${name}${pc.cyan(operation)} ${pc.dim(took)}${failed}${notes}`,
    ...children.flatMap((child) => lines(child, start, depth + 1)),
  ];
}
