/** What the workflow should do about a failure; each state machine maps it to Retry or Catch. */
export type FailureKind = 'rejected' | 'needs-review' | 'transient' | 'defect';

/**
 * Every name that a document can end with, and the reaction it calls for. The names are the contract with the state
 * machines' `ErrorEquals` and with `code` on the document's status; `docs/reference/errors.md` explains each to a person.
 */
export const errorKinds = {
  // rejected: the input is not for us; a person changes the file and drops it again
  UnknownPrefixError: 'rejected',
  BadUserNameError: 'rejected',
  UserUnknownError: 'rejected',
  NotSupportedYetError: 'rejected',
  EmptyFileError: 'rejected',
  FileTooLargeError: 'rejected',
  UnsupportedFormatError: 'rejected',
  BrokenDocumentError: 'rejected',
  EncryptedDocumentError: 'rejected',
  ObjectGoneError: 'rejected',
  InvoiceInvalidError: 'rejected',
  PlanInvalidError: 'rejected',
  CorrectionInvalidError: 'rejected',
  RatesInvalidError: 'rejected',
  DocumentUnknownError: 'rejected',
  // needs-review: a person can settle it
  NotAReceiptError: 'needs-review',
  TotalUnreadableError: 'needs-review',
  TotalsDisagreeError: 'needs-review',
  NotPaidError: 'needs-review',
  DateUnreadableError: 'needs-review',
  DateImplausibleError: 'needs-review',
  CurrencyUnknownError: 'needs-review',
  InvoiceUnclearError: 'needs-review',
  PagesUnreadError: 'needs-review',
  TooManyPagesError: 'needs-review',
  LikelyDuplicateError: 'needs-review',
  // transient: the same call may work later
  TextractThrottledError: 'transient',
  LedgerBusyError: 'transient',
  DocumentPendingError: 'transient',
  MessageNotAcceptedError: 'transient',
  DeliveryNotStartedError: 'transient',
  ContactNotReleasedError: 'transient',
  // defect: our bug, a bad deploy, or a service that gave up
  AnalysisFailedError: 'defect',
  AnalysisTimedOutError: 'defect',
  AccessLostError: 'defect',
  ExecutionEndedError: 'defect',
  DeadlinePassedError: 'defect',
  UnexpectedInputError: 'defect',
} as const satisfies Record<string, FailureKind>;

export type ErrorName = keyof typeof errorKinds;

/** Names of failures that are the person's to mend: every one is a correct end of a document. */
export type RejectedName = {
  [Name in ErrorName]: (typeof errorKinds)[Name] extends 'rejected' ? Name : never;
}[ErrorName];

/**
 * What Textract says of a document that it will not read, its names without `Exception`, and the words that the message of
 * a failed job has for it: the person's file is to blame, neither Textract nor we.
 * https://docs.aws.amazon.com/textract/latest/dg/API_StartExpenseAnalysis.html
 */
const refusalWords = {
  UnsupportedDocument: /UNSUPPORTED/i,
  BadDocument: /BAD_?DOCUMENT|INVALID_IMAGE|PASSWORD|ENCRYPT|CORRUPT/i,
  DocumentTooLarge: /DOCUMENT_?TOO_?LARGE/i,
  InvalidS3Object: /INVALID_?S3_?OBJECT/i,
} as const;

export type DocumentRefusal = keyof typeof refusalWords;

/** Every way in which Textract refuses a document. */
export const documentRefusals = Object.keys(refusalWords) as readonly DocumentRefusal[];

/** How the message of a failed job blames the document; undefined when it blames the service, or nobody. */
export const refusalIn = (message: string): DocumentRefusal | undefined =>
  documentRefusals.find((name) => refusalWords[name].test(message));

/** What Textract says when it asks to come back later, its names without `Exception`. */
export const textractDelays = [
  'Throttling',
  'ProvisionedThroughputExceeded',
  'LimitExceeded',
  'InternalServerError',
] as const;
export type TextractDelay = (typeof textractDelays)[number];

/** All names, for the static rules over the state machines. */
export const errorNames = Object.keys(errorKinds) as readonly ErrorName[];

/**
 * A failure with a name from {@link errorKinds}. The message says what was found, what was expected and what to do
 * next; it holds no merchant, item or card number, because it reaches logs and execution histories.
 */
export class SpendwireError extends Error {
  readonly kind: FailureKind;
  override readonly name: ErrorName;

  constructor(name: ErrorName, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = name;
    this.kind = errorKinds[name];
  }
}
