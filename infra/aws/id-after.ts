import { Fn } from 'aws-cdk-lib';

/** Return the id at the end of a Connect ARN. The ARN is resolved during deployment. */
export const idAfter = (
  arn: string,
  resource: '/contact-flow/' | '/operating-hours/' | '/queue/' | 'phone-number/',
): string => Fn.select(1, Fn.split(resource, arn));
