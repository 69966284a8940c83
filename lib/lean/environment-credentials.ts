/**
 * Stands for `@aws-sdk/credential-provider-node` in the functions' bundles. Lambda, and the laptop in its place, hands a
 * function its role's credentials in the environment and nowhere else: no file, no metadata service, no single sign-on is
 * asked. They hold for as long as the process does.
 *
 * @throws Error when the environment holds none.
 */
export const defaultProvider = () => async () => {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN } = process.env;
  if (!accessKeyId || !secretAccessKey) {
    throw Object.assign(new Error('expected AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment'), {
      name: 'CredentialsProviderError',
    });
  }
  return { accessKeyId, secretAccessKey, ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }) };
};
