import { describe, expect, it } from 'vitest';
import type { VariablesOf } from '#infra/aws/rida-function.ts';
import { synthesise } from './synthesise.ts';

const { ofType } = synthesise();

describe('the environment of functions', () => {
  it('does not compile with a variable missing or too many', () => {
    const whole: VariablesOf<'sla/sweep'> = { TABLE_NAME: 'cases', DUE_QUEUE_URL: 'https://queue.invalid' };
    // @ts-expect-error the queue is missing
    const missing: VariablesOf<'sla/sweep'> = { TABLE_NAME: 'cases' };
    // @ts-expect-error the sweep has no bucket
    const tooMany: VariablesOf<'sla/sweep'> = { ...whole, BLOB_BUCKET: 'bucket' };
    expect([whole, missing, tooMany].map((variables) => Object.keys(variables).length)).toEqual([2, 1, 3]);
  });

  it('says who they are and holds no secret', () => {
    for (const [, { Properties, Metadata }] of ofType('AWS::Lambda::Function')) {
      const { Variables: variables } = Properties.Environment as { Variables: Record<string, unknown> };
      expect(variables).toMatchObject({
        SERVICE: Metadata?.['rida:service'],
        STAGE: 'test',
        REGION: 'eu-central-1',
      });
      expect(JSON.stringify(variables)).not.toMatch(/ClientSecret|resolve:secretsmanager/u);
    }
  });

  it('tells those who know the centre its address and its pages', () => {
    const addressed = ofType('AWS::Lambda::Function').filter(([, { Properties }]) =>
      JSON.stringify(Properties.Environment).includes('help@rida.example'),
    );
    expect(addressed.map(([, { Metadata }]) => Metadata?.['rida:service'])).toContain('surveys/invite');
    expect(addressed.map(([, { Metadata }]) => Metadata?.['rida:service'])).not.toContain('relay/relay');
  });
});
