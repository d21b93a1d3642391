import { Fn } from 'aws-cdk-lib';

/** The id an ARN of Connect ends in; the ARN itself is known only while deploying. */
export const idAfter = (
  arn: string,
  resource: '/contact-flow/' | '/operating-hours/' | '/queue/' | 'phone-number/',
): string => Fn.select(1, Fn.split(resource, arn));
