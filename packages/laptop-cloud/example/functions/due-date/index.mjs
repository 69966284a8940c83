const LOAN_DAYS = 21;
const SUNDAY = 0;

/** When a book that is lent today has to be back: after three weeks, and never on a Sunday, when the library is shut. */
export async function handler({ today }) {
  const due = new Date(`${today}T00:00:00Z`);
  due.setUTCDate(due.getUTCDate() + LOAN_DAYS);
  if (due.getUTCDay() === SUNDAY) due.setUTCDate(due.getUTCDate() + 1);
  return { dueOn: due.toISOString().slice(0, 10) };
}
