/**
 * An environment variable of the function; the only place that reads `process.env`.
 *
 * @throws Error when it is not set: a deployment mistake that must show on the first invocation.
 */
export function requireEnv(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`expected the environment variable ${name}, it is not set`);
  return value;
}
