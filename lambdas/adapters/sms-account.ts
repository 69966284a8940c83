import { CheckIfPhoneNumberIsOptedOutCommand, GetSMSAttributesCommand, type SNSClient } from '@aws-sdk/client-sns';

/**
 * What the account may spend on text messages a month, in USD; 1 where nobody has set it. SNS accepts messages above
 * it and drops them. https://docs.aws.amazon.com/sns/latest/api/API_SetSMSAttributes.html
 */
export async function readMonthlySmsLimit(sns: SNSClient): Promise<number> {
  const { attributes } = await sns.send(new GetSMSAttributesCommand({ attributes: ['MonthlySpendLimit'] }));
  return Number(attributes?.['MonthlySpendLimit'] ?? 1);
}

/** Whether the number has replied STOP to a message of this account; SNS delivers nothing there. */
export async function isOptedOut(sns: SNSClient, phoneNumber: string): Promise<boolean> {
  const answer = await sns.send(new CheckIfPhoneNumberIsOptedOutCommand({ phoneNumber }));
  return answer.isOptedOut ?? false;
}
