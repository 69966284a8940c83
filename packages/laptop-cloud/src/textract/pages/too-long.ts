import { ServiceError } from '../../http/service.ts';

const TOO_LONG = 'takes too long to';

/** The error for a page that had its time: it would take as long again. */
export const tooLong = (what: string, to: 'draw' | 'read'): ServiceError =>
  new ServiceError('BadDocumentException', `${what} ${TOO_LONG} ${to}`);

/** Whether a page failed by its time. */
export const isTooLong = ({ code, message }: ServiceError): boolean =>
  code === 'BadDocumentException' && message.includes(` ${TOO_LONG} `);
