import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { expectThat, type Step } from './scene.ts';

const late: Step = {
  name: 'deadlines pass: warnings, breaches, escalations, and one breach that was none',
  async play(scene) {
    const spoken = scene.now();
    const { id } = await scene.opened('james', 'Street light pole', 'A pole is leaning over the pavement.');
    const other = await scene.opened('sara', 'Licence', 'How do I renew a commercial licence?');
    await scene.act(other.id, ['promise', { dueAt: scene.field(scene.now() + 2 * HOUR) }]);
    for (let half = 0; half < 8; half += 1) {
      if (((await scene.caseOf(id)).level ?? 0) >= 2) break;
      await scene.centre.advance(DAY / 2);
    }
    const happenedAt = scene.field(spoken + 5 * MINUTE);
    await scene.act(id, ['contact', { means: 'phone', text: 'اتُّصل به في حينه.', happenedAt }]);
    const notices = scene.centre.mail.to('supervisor@rida.example');
    expectThat(notices.length > 0, 'the supervisor read no notice');
    for (const one of [id, other.id]) await scene.act(one, ['resolve', { ended: 'done', outcome: 'أُنجز.' }]);
  },
};

export const deadlines: readonly Step[] = [late];
