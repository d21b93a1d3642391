import { describe, expect, it } from 'vitest';
import { environments } from '#infra/aws/environments.ts';
import type { VariablesOf } from '#infra/aws/rida-function.ts';
import { declarations } from '#infra/local/declarations.ts';
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

  it('is given to every function that there is', () => {
    const services = ofType('AWS::Lambda::Function').map(([, { Metadata }]) => Metadata?.['rida:service']);
    const functions = services.filter((service) => !String(service).startsWith('deploy-time/'));
    expect(functions.sort()).toEqual(Object.keys(environments).sort());
  });

  it('belongs to functions that are called as often as they are declared to run', () => {
    const [functions, schedules] = [ofType('AWS::Lambda::Function'), ofType('AWS::Scheduler::Schedule')];
    const expressionOf = (service: string): unknown => {
      const [id = ''] = functions.find(([, { Metadata }]) => Metadata?.['rida:service'] === service) ?? [];
      const calls = ({ Properties }: (typeof schedules)[number][1]) =>
        JSON.stringify(Properties.Target).includes(`"${id}"`);
      return schedules.find(([, schedule]) => calls(schedule))?.[1].Properties.ScheduleExpression;
    };
    const FORMS = {
      minute: /^rate\(1 minute\)$/u,
      hour: /^rate\(1 hour\)$/u,
      day: /^cron\(\d+ \d+(-\d+)? \* \* \? \*\)$/u,
    };
    const scheduled = Object.values(declarations).filter((one) => one.trigger === 'schedule');
    expect(scheduled).toHaveLength(schedules.length);
    for (const { name, every } of scheduled) expect(expressionOf(name), name).toMatch(FORMS[every]);
  });

  it('starts Node without __proto__', () => {
    for (const [, { Properties }] of ofType('AWS::Lambda::Function')) {
      const { Variables: variables } = (Properties.Environment ?? {}) as {
        Variables?: Record<string, unknown>;
      };
      if (variables?.SERVICE !== undefined)
        expect(variables.NODE_OPTIONS).toContain('--disable-proto=delete');
    }
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
