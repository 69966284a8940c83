import { type Json, type JsonObject, ServiceError } from '../http/service.ts';
import type { MessageProtocol } from './message.ts';

/** The error that SNS gives for any input it does not take. */
export const invalidParameter = (reason: string): ServiceError =>
  new ServiceError('InvalidParameter', `Invalid parameter: ${reason}`);

/** A parameter's text; empty when it is absent. */
export const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** A map of texts, such as a topic's attributes; empty when it is absent. */
export function textMapOf(value: Json | undefined): Record<string, string> {
  const isMap = value !== null && typeof value === 'object' && !Array.isArray(value);
  return Object.fromEntries(
    Object.entries(isMap ? (value as JsonObject) : {}).map(([key, item]) => [key, String(item)]),
  );
}

/** @throws ServiceError `InvalidParameter` unless it is a topic name that AWS takes. */
export function topicName(value: Json | undefined): string {
  const name = textOf(value);
  if (!/^[A-Za-z0-9_-]{1,256}$/.test(name)) throw invalidParameter('Topic Name');
  return name;
}

/**
 * @throws ServiceError `InvalidParameter` unless the subject is absent, or fewer than 100 printable ASCII characters that
 * begin with a letter, a digit or a punctuation mark. https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
export function subjectOf(value: Json | undefined): string | undefined {
  if (value === undefined) return undefined;
  const subject = textOf(value);
  if (!/^[\x21-\x7e][\x20-\x7e]{0,98}$/.test(subject)) throw invalidParameter('Subject');
  return subject;
}

/**
 * A message's attributes as texts; those that begin with `AWS.` are orders to SNS and are left out.
 *
 * @throws ServiceError `ParameterValueInvalid` for one without a value; binary ones are refused as well.
 */
export function messageAttributesOf(value: Json | undefined): Record<string, string> {
  const isMap = value !== null && typeof value === 'object' && !Array.isArray(value);
  const attributes = Object.entries(isMap ? (value as JsonObject) : {}).map(([name, attribute]) => {
    const text = textOf((attribute as JsonObject | null)?.StringValue);
    if (text !== '') return [name, text] as const;
    const reason = `The message attribute '${name}' must contain a non-empty StringValue; got ${JSON.stringify(attribute)}.`;
    throw new ServiceError('ParameterValueInvalid', reason);
  });
  return Object.fromEntries(attributes.filter(([name]) => !name.startsWith('AWS.')));
}

const MESSAGE_LIMIT_BYTES = 256 * 1024;

/** @throws ServiceError `InvalidParameter` when the message is empty or larger than 256 KiB. */
export function messageOf(value: Json | undefined): string {
  const message = textOf(value);
  if (message === '') throw invalidParameter('Empty message');
  if (Buffer.byteLength(message) > MESSAGE_LIMIT_BYTES) throw invalidParameter('Message too long');
  return message;
}

/** The message for one protocol: with `MessageStructure: json` the publisher gives one for each, and a default. */
export function messageFor(protocol: MessageProtocol, message: string, structure: Json | undefined): string {
  if (structure !== 'json') return message;
  const texts = textMapOf(parsed(message));
  const text = texts[protocol] ?? texts.default;
  if (text === undefined) throw invalidParameter('Message Structure - No default entry in JSON message body');
  return text;
}

function parsed(message: string): Json {
  try {
    return JSON.parse(message) as Json;
  } catch {
    throw invalidParameter('Message Structure - JSON message body failed to parse');
  }
}

/** @throws ServiceError `InvalidParameter` unless the endpoint is an address of the protocol. */
export function subscriptionEndpoint(protocol: Json | undefined, value: Json | undefined): [MessageProtocol, string] {
  const endpoint = textOf(value);
  if (protocol === 'email') {
    if (!/^[^@\s]+@[^@\s]+$/.test(endpoint)) throw invalidParameter('Email address');
    return ['email', endpoint];
  }
  if (protocol === 'sms') return ['sms', phoneNumber(endpoint, `Invalid SMS endpoint: ${endpoint}`)];
  throw invalidParameter(`the laptop cloud delivers to email and sms, got the protocol "${textOf(protocol)}"`);
}

/** @throws ServiceError `InvalidParameter` unless it is a phone number in E.164. */
export function phoneNumber(value: string, reason = `PhoneNumber Reason: ${value} is not valid to publish to`): string {
  const number = value.replace(/[\s().-]/g, '');
  if (!/^\+?[1-9]\d{6,14}$/.test(number)) throw invalidParameter(reason);
  return number.startsWith('+') ? number : `+${number}`;
}
