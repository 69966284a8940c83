/** An Authorization header as any AWS client sends one; with a key that is not the data folder's own it is taken as it stands. */
export const signedAs = (service: string, accessKeyId = 'somebody'): string =>
  `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20261120/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=00`;
