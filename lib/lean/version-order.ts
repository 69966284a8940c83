/**
 * Stands for `semver` in the functions' bundles: the X-Ray SDK asks it whether a version is recent enough, which takes no
 * grammar of version ranges.
 *
 * @returns Whether a version such as `2.7.15` is the other one or a later one; what is behind a hyphen does not count.
 */
export function gte(version: string, other: string): boolean {
  const [parts, others] = [version, other].map((text) =>
    text.replace(/^v/, '').split('-', 1)[0]?.split('.').map(Number),
  );
  const differing = parts?.findIndex((part, index) => part !== others?.[index]) ?? -1;
  return differing < 0 || Number(parts?.[differing]) > Number(others?.[differing]);
}
