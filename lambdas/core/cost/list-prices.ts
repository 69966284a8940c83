/** What AWS charges for something, in US dollars for so many of it. */
export interface ListPrice {
  readonly usd: number;
  readonly per: number;
  readonly source: string;
}

/** When and where the prices below were read. Taxes, discounts and free tiers are left out. */
export const LIST_PRICES_OF = { month: '2026-07', region: 'us-east-1' } as const;

const MILLION = 1_000_000;
const aws = (page: string): string => `https://aws.amazon.com/${page}/pricing/`;

/** The one table of list prices, by what is used. */
export const LIST_PRICES = {
  /** A page of AnalyzeExpense, of the first million a month. */
  expensePage: { usd: 10, per: 1000, source: aws('textract') },
  /** A state that an execution enters, and each retry of one; of a Standard workflow. */
  stateTransition: { usd: 0.025, per: 1000, source: aws('step-functions') },
  /** On demand, those of indexes and of transactions among them. */
  tableWriteUnit: { usd: 0.625, per: MILLION, source: aws('dynamodb') },
  tableReadUnit: { usd: 0.125, per: MILLION, source: aws('dynamodb') },
  /** PUT, COPY, POST and LIST. */
  objectWrite: { usd: 0.005, per: 1000, source: aws('s3') },
  /** GET, HEAD and all other requests. */
  objectRead: { usd: 0.0004, per: 1000, source: aws('s3') },
  /** Taken in; kept for its time it costs a seventeenth of that a month. */
  logByte: { usd: 0.5, per: 1e9, source: aws('cloudwatch') },
  traceRecorded: { usd: 5, per: MILLION, source: aws('xray') },
  functionRequest: { usd: 0.2, per: MILLION, source: aws('lambda') },
  /** Of arm64, with the time in which a function starts. */
  functionGigabyteSecond: { usd: 0.0000133334, per: 1, source: aws('lambda') },
  /** Of a standard queue. */
  queueRequest: { usd: 0.4, per: MILLION, source: aws('sqs') },
  /** What S3 tells EventBridge of an object, as an event of one's own. */
  objectEvent: { usd: 1, per: MILLION, source: aws('eventbridge') },
  /** Without the delivery: a text costs what its country takes. */
  publishRequest: { usd: 0.5, per: MILLION, source: aws('sns') },
} as const satisfies Record<string, ListPrice>;

/** How much of each is used. */
export type Usage = { readonly [name in keyof typeof LIST_PRICES]?: number };
