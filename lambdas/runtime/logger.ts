import { Logger } from '@aws-lambda-powertools/logger';

/** Structured log lines; they carry documentId and userId, and no text of a receipt. */
export const logger = new Logger();
