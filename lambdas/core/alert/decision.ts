import type { Budget } from '../budget/budget.ts';
import type { ClosedPeriods } from '../budget/closed-periods.ts';
import type { TriggerState, VersionedState } from '../budget/threshold.ts';
import type { Person } from '../person/person.ts';
import type { NewBudgetAlert } from './claim.ts';
import type { AlertWindow } from './window.ts';

/** Names the state of one budget in one period. */
export interface StateId {
  readonly budgetId: string;
  readonly periodStart: string;
}

/** What a check knows before it reads any spending. */
export interface Opening {
  readonly person?: Person;
  /** The window that is open, or was last. */
  readonly window?: AlertWindow;
  stateOf(at: StateId): VersionedState;
  /** What is kept of a budget's closed periods. */
  readonly keptOf: (budget: Budget) => ClosedPeriods | undefined;
}

/** What a check has decided about one budget in one period. */
export interface Decision extends StateId {
  readonly userId: string;
  readonly read: VersionedState;
  readonly next: TriggerState;
  readonly alerts: readonly NewBudgetAlert[];
  /** What is to be kept of the budget's closed periods; absent where that does not change. */
  readonly closed?: ClosedPeriods;
}
