/** Credentials in the form of the SDK. */
interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/**
 * Replaces the default credential chain of the SDK in the bundles, which is 30 KiB after gzip in each. Lambda
 * provides the credentials of the role only in these variables
 * (docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html). Profiles, SSO, web identity and instance
 * metadata are not used.
 *
 * @throws Error from the returned function, when the variables are missing
 */
export const defaultProvider = () => async (): Promise<Credentials> => {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY)
    throw new Error('The environment has no AWS credentials. This bundle runs only on Lambda.');
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }),
  };
};
