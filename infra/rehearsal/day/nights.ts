import { DAY } from '#shared/domain/time/instant.ts';
import { jsonCall } from '../aws-client.ts';
import { decreeFor } from './opening.ts';
import { expectThat, type Step } from './scene.ts';

const hours: Step = {
  name: 'the hours of Connect follow the calendar, also after a change by hand',
  async play(scene) {
    const { centre } = scene;
    await centre.runScheduled('telephone/connect-hours');
    const soon = scene.now() + 7 * DAY;
    await decreeFor(scene, soon, 'ends');
    await centre.runScheduled('telephone/connect-hours');
    await decreeFor(scene, soon, 'usual');
    await centre.runScheduled('telephone/connect-hours');
    centre.connect.setWeek((week) => week.slice(1));
    await centre.runScheduled('telephone/connect-hours');
    await centre.runScheduled('telephone/connect-hours');
  },
};

const nightly: Step = {
  name: 'the nightly counts',
  async play({ centre }) {
    await centre.runScheduled('cases/recount');
    await centre.settle();
  },
};

const setAside: Step = {
  name: 'a commit that was set aside is published later',
  async play(scene) {
    const { centre } = scene;
    const relay = centre.stack.functions.get('relay/relay');
    const [supportCase] = await scene.cases();
    await jsonCall(centre.own, 'sqs', 'SendMessage', {
      QueueUrl: relay?.environment.ASIDE_QUEUE_URL,
      MessageBody: JSON.stringify({ kind: 'case', id: supportCase?.id, version: 1 }),
    });
    await centre.settle();
  },
};

const retention: Step = {
  name: 'years later, the personal data of old cases is erased',
  async play(scene) {
    const { centre } = scene;
    const before = await centre.look.store.queue('operations', 'closed', { limit: 5 });
    await centre.clock.advance(12 * 365 * DAY);
    await centre.runScheduled('cases/apply-retention');
    await centre.settle();
    const [one] = before.items;
    if (one) expectThat((await scene.caseOf(one.id)).erased !== undefined, `${one.id} was not erased`);
  },
};

export const nights: readonly Step[] = [hours, nightly, setAside, retention];
