import { expect, test } from 'vitest';
import * as z from 'zod';
import { baseEnv, EnvironmentError, readEnv } from '#shared/runtime/env.ts';

const right = { REGION: 'eu-central-1', STAGE: 'prod', SERVICE: 'mail/notify-beneficiary' };
const faultOf = (schema: z.ZodObject, variables: Record<string, string>): string => {
  try {
    readEnv(schema, variables);
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message;
  }
  return 'no fault';
};

test('a right environment is read, with its defaults and without the rest', () => {
  expect(readEnv(baseEnv, { ...right, HOME: '/root' })).toEqual({ ...right, LOG_LEVEL: 'info' });
  expect(readEnv(baseEnv, { ...right, REGION: 'local', LOG_LEVEL: 'debug' }).LOG_LEVEL).toBe('debug');
});

test('a missing variable is named with what it must be', () => {
  const schema = baseEnv.extend({ TABLE_NAME: z.string().min(3) });
  expect(faultOf(schema, right)).toBe('TABLE_NAME is missing: expected string, received undefined');
});

test('a wrong variable is named without its value', () => {
  const fault = faultOf(baseEnv, { ...right, REGION: 'canary', LOG_LEVEL: 'canary' });
  expect(fault).toContain('REGION is wrong: expected an AWS Region such as eu-central-1, or local');
  expect(fault).toContain('LOG_LEVEL is wrong: expected one of "debug"|"info"|"warn"|"error"');
  expect(fault).not.toContain('canary');
});
