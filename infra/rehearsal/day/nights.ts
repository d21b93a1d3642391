import { gunzipSync } from 'node:zlib';
import { caseLineSchema, exportIndexSchema } from '#shared/domain/reports/export/export-schema.ts';
import { DAY, MINUTE } from '#shared/domain/time/instant.ts';
import { jsonCall } from '../aws-client.ts';
import { changeSettings, decreeFor } from './opening.ts';
import { expectThat, type Scene, type Step } from './scene.ts';

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

/** Send the place of a commit to the queue of commits that were set aside. */
async function setCommitAside(scene: Scene): Promise<void> {
  const relay = scene.centre.stack.functions.get('relay/relay');
  const [supportCase] = await scene.cases();
  await jsonCall(scene.centre.own, 'sqs', 'SendMessage', {
    QueueUrl: relay?.environment.ASIDE_QUEUE_URL,
    MessageBody: JSON.stringify({ kind: 'case', id: supportCase?.id, version: 1 }),
  });
}

const checks: Step = {
  name: 'closed cases and conversations are drawn and checked',
  async play(scene) {
    const { centre } = scene;
    await centre.clock.advance(7 * DAY);
    await centre.runScheduled('cases/draw-checks');
    await centre.settle();
    // The supervisor worked on the cases of the day, so that somebody else checks them.
    const person = { email: 'reem@rida.example', name: 'ريم الشمري' };
    const reviewer = await centre.site.signIn({ ...person, groups: ['quality'] });
    for (const kind of ['closure-audit', 'conversation-review'] as const) {
      const { items } = await centre.look.store.tasksOf(kind, { limit: 50 });
      const [task] = items;
      expectThat(task !== undefined, `no ${kind} was drawn`);
      const page = `/quality/${kind}/${task?.id}`;
      await reviewer.submit(page, `${page}/take`, {});
      const marks = { greeting: 'yes', understood: 'yes', solved: 'yes', wording: 'not-applicable' };
      await reviewer.submit(page, `${page}/check`, { verdict: 'finished', ...marks, note: 'أحسنت.' });
      await centre.settle();
      const after = await centre.look.store.load('task', task?.id ?? '');
      expectThat(after?.ended?.outcome === 'checked', `the result of ${kind} is not recorded`);
    }
  },
};

const setAside: Step = {
  name: 'a commit that was set aside is published later',
  async play(scene) {
    await setCommitAside(scene);
    await scene.centre.settle();
  },
};

const WAITS_MS = 100;
const MOST_WAITS = 300;

const sharedReader: Step = {
  name: 'one function reads the queues of a new account',
  async play(scene) {
    const { centre } = scene;
    const { invocations } = centre.lambdas;
    const before = invocations.get('relay/republish');
    await setCommitAside(scene);
    const run = centre.runScheduled('relay/deliver');
    for (let n = 0; n < MOST_WAITS && invocations.get('relay/republish') === before; n += 1)
      await new Promise((resolve) => setTimeout(resolve, WAITS_MS));
    await centre.clock.advance(MINUTE);
    await run;
    expectThat(invocations.get('relay/republish') !== before, 'the message was not read');
    await centre.settle();
  },
};

/** Every report is due within so many days, whatever day the rehearsal begins on. */
const REPORT_DAYS = 8;

const reports: Step = {
  name: 'the reports of the figures are mailed',
  async play({ centre }) {
    const effects = () => centre.look.store.effects('digest', 'reports');
    for (let day = 0; day < REPORT_DAYS; day += 1) {
      await centre.clock.advance(DAY);
      await centre.runScheduled('reports/send-reports');
    }
    expectThat((await effects()).length > 0, 'no report was mailed');
  },
};

const dailyExport: Step = {
  name: 'the events and cases of each day are exported for other systems',
  async play(scene) {
    const { centre } = scene;
    const { settings } = await centre.look.rules.inForce();
    const { staff, calendars } = settings;
    const reports = { export: { write: true, compress: true } };
    await changeSettings(scene, { staff, calendars, reports });
    await centre.clock.advance(DAY);
    await centre.runScheduled('reports/export-days');
    const bucket = centre.stack.functions.get('reports/export-days')?.environment.EXPORT_BUCKET ?? '';
    const index = await centre.look.blobsIn(bucket).get('index.json');
    const { days } = exportIndexSchema.parse(JSON.parse(Buffer.from(index?.bytes ?? []).toString('utf8')));
    const [first] = days.flatMap(({ files }) => files.cases);
    const file = await centre.look.blobsIn(bucket).get(first?.name ?? '');
    const [line = ''] = gunzipSync(file?.bytes ?? new Uint8Array())
      .toString('utf8')
      .split('\n');
    expectThat(
      caseLineSchema.safeParse(JSON.parse(line)).success,
      `a line of ${first?.name} breaks its schema`,
    );
  },
};

const retention: Step = {
  name: 'years later, the personal data of old cases is erased',
  async play(scene) {
    const { centre } = scene;
    const before = await centre.look.store.queue('operations', 'closed', { limit: 5 });
    await centre.clock.advance(12 * 365 * DAY);
    // The files of days that cannot be written again are removed.
    await centre.runScheduled('reports/export-days');
    await centre.runScheduled('cases/apply-retention');
    await centre.settle();
    const [one] = before.items;
    if (one) expectThat((await scene.caseOf(one.id)).erased !== undefined, `${one.id} was not erased`);
  },
};

export const nights: readonly Step[] = [
  hours,
  nightly,
  checks,
  setAside,
  sharedReader,
  reports,
  dailyExport,
  retention,
];
