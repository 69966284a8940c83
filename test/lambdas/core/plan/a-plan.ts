/** A valid plan file; replace a line to make the mistake that a test is about. */
export const PLAN = `name: Alice
currency: USD
contacts:
  - email: alice@example.com
  - sms: "+12025550123"
budgets:
  - category: groceries
    limit: "400.00"
  - category: total
    limit: "1500"
    thresholds: [100, 90, 90]
`;

/** The valid plan with one text replaced by another. */
export function planWith(...replacements: readonly (readonly [string, string])[]): string {
  return replacements.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new RangeError(`expected ${JSON.stringify(from)} in the plan`);
    return text.replace(from, to);
  }, PLAN);
}
