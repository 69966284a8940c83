import { SNSClient } from '@aws-sdk/client-sns';
import { removeLeaving, updateContact } from '../adapters/contact-store.ts';
import { deleteTopic, ensureTopic, isSandboxed, subscribe, subscriptionStatus } from '../adapters/contact-topics.ts';
import { findUserIdsByAddress, readEveryContact } from '../adapters/person-store.ts';
import { refusalOf } from '../core/message/sns-refusal.ts';
import { makeTable } from '../runtime/clients.ts';
import { requireEnv } from '../runtime/env.ts';
import { lambdaHandler } from '../runtime/lambda-handler.ts';
import { tracer } from '../runtime/tracer.ts';
import { createHandler } from './handler.ts';

const table = makeTable();
const sns = tracer.captureAWSv3Client(new SNSClient({}));
const prefix = requireEnv('TOPIC_PREFIX');

export const handler = lambdaHandler(
  createHandler({
    now: () => Date.now(),
    readEveryContact: (userId) => readEveryContact(table, userId),
    ensureTopic: (protocol, address) => ensureTopic(sns, prefix, protocol, address),
    subscriptionStatus: (topicArn, protocol, address) => subscriptionStatus(sns, topicArn, protocol, address),
    subscribe: (topicArn, protocol, address) => subscribe(sns, topicArn, protocol, address),
    isSandboxed: (phoneNumber) => isSandboxed(sns, phoneNumber),
    updateContact: (contact, change) => updateContact(table, contact, change),
    refusalOf,
    findUserIdsByAddress: (address) => findUserIdsByAddress(table, address),
    deleteTopic: (topicArn) => deleteTopic(sns, topicArn),
    removeLeaving: (contact) => removeLeaving(table, contact),
  }),
);
