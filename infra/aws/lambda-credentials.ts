/** What signs requests, as the SDK takes it. */
interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/**
 * Stands in the bundles for the SDK's default chain of credentials, 30 KiB after gzip in each: Lambda gives a function its role's credentials in these variables and nowhere else
 * (docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html), so profiles, SSO, web identity and
 * instance metadata have nothing to say here.
 *
 * @throws Error of the returned function, when it does not run on Lambda
 */
export const defaultProvider = () => async (): Promise<Credentials> => {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY)
    throw new Error('the environment holds no credentials: a bundle runs on Lambda');
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }),
  };
};
