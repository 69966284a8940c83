/** One thing that a check-up found. */
export interface Finding {
  /** `problem`: it stands between the person and an alert. `hint`: worth knowing. `ok`: as it should be. */
  readonly level: 'ok' | 'hint' | 'problem';
  readonly says: string;
  /** More of it, a line each. */
  readonly details?: readonly string[];
  /** What to do about it. */
  readonly remedy?: string;
}

export const ok = (says: string): Finding => ({ level: 'ok', says });
export const hint = (says: string, remedy?: string): Finding => ({
  level: 'hint',
  says,
  ...(remedy ? { remedy } : {}),
});
export const problem = (says: string, remedy: string, details?: readonly string[]): Finding => ({
  level: 'problem',
  says,
  remedy,
  ...(details ? { details } : {}),
});
