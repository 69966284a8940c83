/** One message in the forms that contacts take. */
export interface Message {
  /** ASCII, at most 100 characters. */
  readonly subject: string;
  /** Plain text of an e-mail. */
  readonly body: string;
  /** GSM-7; absent where a phone is not bothered with it. */
  readonly sms?: string;
}
