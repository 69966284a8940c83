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

/** A valid plan with everything that a plan may say. */
export const FULL_PLAN = `name: Alice
currency: eur
locale: de-DE
timeZone: Europe/Berlin
contacts:
  - email: alice@example.com
  - { sms: "+12025550123", hideAmounts: true }
quietHours: { from: 22:00, to: "07:00" }
digest: weekly
dueReminders: true
groups:
  Living: [Groceries, household, groceries]
rules:
  - { merchant: rewe, category: groceries }
  - { items: [wine, beer], category: Alcohol }
budgets:
  - category: living
    name: weekly-shop
    limits:
      - limit: "100.00"
      - { validFrom: 2026-12-01, limit: "120.00" }
    period: week
    startDay: saturday
    thresholds: ["90", 100, "25.00", 50, "25"]
    forecast: true
    rollover: { mode: both, cap: "50.00" }
    contacts: [alice@example.com, sms]
  - category: dining
    limit: "150.00"
    startDay: 25
    rollover: positive
  - category: travel
    limit: "3000"
    period: year
    rollover: none
    forecast: false
`;

/** The valid plan with one text replaced by another. */
export function planWith(...replacements: readonly (readonly [string, string])[]): string {
  return replacements.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new RangeError(`expected ${JSON.stringify(from)} in the plan`);
    return text.replace(from, to);
  }, PLAN);
}
