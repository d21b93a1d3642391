import { expect, it } from 'vitest';
import { parseStage } from '#infra/aws/stage.ts';
import { DELIVERED, DESIGN, proposedFor } from '#infra/tools/scale/scale-model.ts';
import { concurrencyOf } from './limits.ts';
import { synthesise } from './synthesise.ts';

const { lambdaConcurrency } = DELIVERED;

it('the model of the scale has the concurrency of the template', () => {
  const limits = concurrencyOf(synthesise({ lambdaConcurrency }));
  expect({
    mailIntake: limits.get('mail/mail-intake'),
    clock: limits.get('sla/clock'),
    assign: limits.get('cases/assign'),
    notify: limits.get('mail/notify-beneficiary'),
    relay: limits.get('relay/relay'),
  }).toEqual({
    mailIntake: DESIGN.mailIntake.concurrency,
    clock: DESIGN.clock.concurrency,
    assign: DESIGN.assign.concurrency,
    notify: DESIGN.notify.concurrency,
    relay: DESIGN.relay.concurrency,
  });
});

it('the model of the scale starts from the stage settings, and a stage accepts what it proposes', () => {
  const stage = { domain: 'rida.example', alarmEmail: 'on-call@rida.example' };
  const { acknowledgementsPerHour: _, lambdaConcurrency: __, ...delivered } = DELIVERED;
  expect(parseStage('test', stage)).toMatchObject(delivered);
  const { acknowledgementsPerHour: ___, ...proposed } = proposedFor(1_000_000);
  expect(parseStage('test', { ...stage, ...proposed })).toMatchObject(proposed);
});
