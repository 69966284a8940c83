/** One thing that a check-up found. */
export interface Finding {
  /** `obstacle`: it stands between the person and an alert. `hint`: worth knowing. `ok`: as it should be. */
  readonly level: 'ok' | 'hint' | 'obstacle';
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
export const obstacle = (says: string, remedy: string, details?: readonly string[]): Finding => ({
  level: 'obstacle',
  says,
  remedy,
  ...(details ? { details } : {}),
});
