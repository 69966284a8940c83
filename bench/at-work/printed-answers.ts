/** What each document ended as, by its file's name: vendor, date, amount and category, or what is to be done. */
export type Answers = Readonly<Record<string, string>>;

/** The line of a document that has ended, as `npm start` prints it. */
const ENDED = /^([✓=?✗!×]) (\S+) {2}(.*)$/gm;

/** Reads the answers from what the command printed; of a document that ended twice the last one counts. */
export const printedAnswers = (printed: string): Answers =>
  Object.fromEntries(
    [...printed.matchAll(ENDED)]
      .map(([, sign, file = '', text]): [string, string] => [file, `${sign} ${text}`])
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );

/** Names of the documents that ended otherwise in one of the runs, with each of their ends. */
export function differences(runs: readonly Answers[]): Readonly<Record<string, readonly string[]>> {
  const files = new Set(runs.flatMap((run) => Object.keys(run)));
  const ends = [...files].map((file): [string, string[]] => [
    file,
    [...new Set(runs.map((run) => run[file] ?? 'none'))],
  ]);
  return Object.fromEntries(ends.filter(([, different]) => different.length > 1));
}
