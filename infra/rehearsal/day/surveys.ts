import { hiddenField } from '#infra/demo/hidden-field.ts';
import { arabic, report } from '#infra/demo/menus.ts';
import { fieldsOf, type OutcomeAnswer, outcomeLink, READING_MS } from '#infra/demo/respondent.ts';
import { isOpen, nextOpening } from '#shared/domain/sla/openings.ts';
import { HOUR, SECOND } from '#shared/domain/time/instant.ts';
import { changeSettings } from './opening.ts';
import { expectThat, type Scene, type Step } from './scene.ts';

/** Open the page of an outcome as a browser does, and answer it. */
async function respond(scene: Scene, user: string, answer: OutcomeAnswer): Promise<void> {
  const links = scene.centre.mail.to(`${user}@`).map(({ mail }) => outcomeLink(mail.text));
  const link = links.find((one) => one !== undefined);
  if (link === undefined) throw new Error(`${user} was not asked whether it is finished`);
  const visitor = scene.centre.site.visitor();
  const { pathname } = new URL(link);
  const page = await visitor.page(pathname);
  // A program that follows links presses the first button at once. Its answer does not count.
  const early = { nonce: hiddenField(page, 'nonce') ?? '', ...fieldsOf({ finished: 'yes' }) };
  const pressed = await visitor.post(pathname, early);
  expectThat(pressed.status === 422, `the page took the answer of a program: ${pressed.status}`);
  await scene.centre.advance(READING_MS);
  const nonce = hiddenField(page, 'nonce') ?? '';
  const { status } = await visitor.post(pathname, { nonce, ...fieldsOf(answer) });
  expectThat(status === 200, `the page of the outcome answered ${status}`);
  await scene.centre.settle();
}

const answers: Step = {
  name: 'beneficiaries confirm, contest and decline surveys',
  async play(scene) {
    const supervisor = await scene.supervisor();
    const declines = await scene.opened('bandar', 'ضوضاء', 'أعمال حفر بعد منتصف الليل.');
    await supervisor.submit(
      `/people/${declines.beneficiary.id}`,
      `/people/${declines.beneficiary.id}/prefer`,
      {
        surveys: '1',
      },
    );
    const bad = await scene.opened('amal', 'نظافة', 'مخلفات بناء على الرصيف.');
    for (const { id } of [declines, bad])
      await scene.act(
        id,
        ['reply', { text: 'نعمل عليه.' }],
        ['resolve', { ended: 'done', outcome: 'عولج.' }],
      );
    await scene.centre.advance(26 * HOUR);
    await respond(scene, 'norah', { score: 5, finished: 'yes' });
    await respond(scene, 'amal', { score: 1, finished: 'no', comment: 'لم يُنقل شيء' });
    expectThat(
      (await scene.caseOf(bad.id)).status === 'open',
      'a dissatisfied answer did not reopen the case',
    );
    await scene.act(bad.id, ['resolve', { ended: 'done', outcome: 'نُقلت المخلفات.' }]);
  },
};

const recovered: Step = {
  name: 'a supervisor contacts a dissatisfied person, and records the result',
  async play(scene) {
    const supervisor = await scene.supervisor();
    const list = await supervisor.page('/quality');
    const { items } = await scene.centre.look.store.tasksOf('recovery', { limit: 10 });
    const [task] = items.filter(({ ended }) => ended === undefined);
    const page = `/quality/recovery/${task?.id}`;
    expectThat(list.includes(page), 'the page of quality does not list the dissatisfied person');
    await supervisor.submit(page, `${page}/take`, {});
    await supervisor.submit(page, `${page}/attempt`, {});
    await supervisor.submit(page, `${page}/record`, { outcome: 'settled' });
    await scene.centre.settle();
    const after = await scene.centre.look.store.load('task', task?.id ?? '');
    expectThat(after?.ended?.outcome === 'settled', 'the result of the conversation is not recorded');
  },
};

const outside: Step = {
  name: 'another body holds a case, and returns it',
  async play(scene) {
    const { id } = await scene.opened('layla', 'إشارة مرور', 'الإشارة عند التقاطع لا تعمل.');
    await scene.act(id, ['hand-over', { holder: 'إدارة المرور', number: '٤٤٥٥٦٦' }]);
    expectThat(
      scene.centre.mail.to('layla@').some(({ mail }) => mail.text.includes('إدارة المرور')),
      'the beneficiary was not told by whom the case is held',
    );
    await scene.act(id, ['take-back', { holding: 'h1' }]);
    await scene.act(id, ['resolve', { ended: 'done', outcome: 'أُصلحت الإشارة.' }]);
  },
};

/** The hours of a day, of which some are calling hours. */
const HOURS = 24;

/**
 * Move to a time at which the centre is open and people are asked, whatever time the steps before took. A text message
 * of another hour is postponed.
 */
async function untilAskingHours(scene: Scene): Promise<void> {
  const { desk, survey } = await scene.centre.look.rules.current();
  const opens = (at: number): number => nextOpening(survey.calendar, nextOpening(desk.calendar, at));
  let at = opens(scene.now());
  while (!isOpen(desk.calendar, at)) at = opens(at);
  await scene.centre.advance(at - scene.now());
}

const messages: Step = {
  name: 'a text message without a provider is replaced by a call',
  // An operator is told that the provider is missing, and the message waits for them.
  expected: ['message-failed', 'surveys/send-message'],
  async play(scene) {
    await untilAskingHours(scene);
    const call = await scene.call('+966512345601', [...arabic, ...report]);
    await scene.answer(call.id, 'salem', ['hang up']);
    const { reference = '' } = call;
    await changeSettings(scene, { messages: { use: 'before-call' } });
    await scene.act(reference, ['resolve', { ended: 'done', outcome: 'أُصلح العطل.' }]);
    const { confirmation } = await scene.caseOf(reference);
    expectThat(
      confirmation?.state === 'asked' && confirmation.by === 'message',
      `the caller is not asked by a text message: ${JSON.stringify(confirmation)}`,
    );
    const isCalled = async () =>
      (await scene.centre.look.store.callsOut('follow-up', 'live', { limit: 50 })).items.some(
        ({ caseRef }) => caseRef === reference,
      );
    for (let hours = 0; hours < HOURS && !(await isCalled()); hours += 1) await scene.centre.advance(HOUR);
    expectThat(await isCalled(), 'the caller is not called instead of the message');
    await changeSettings(scene, { messages: { use: 'off' } });
  },
};

/**
 * Resolve the case of a caller without mail, let the centre call, and press a key at the question whether it is
 * finished. Return the case as it was resolved, and as it is afterwards.
 */
async function answerByKey(scene: Scene, number: string, key: string) {
  const { store } = scene.centre.look;
  const { switchboard } = scene.centre.phone;
  await untilAskingHours(scene);
  const { reference = '' } = await scene.call(number, [...arabic, ...report, 'hang up']);
  await scene.centre.settle();
  await scene.act(reference, ['resolve', { ended: 'done', outcome: 'استُبدلت المصابيح.' }]);
  const resolved = await scene.caseOf(reference);
  const isAsked = ({ id, state }: { readonly id: string; readonly state: string }): boolean =>
    state === 'ringing' && switchboard.find(id)?.leg.contact.attributes.caseRef === reference;
  const planned = async () =>
    (await store.callsOut('follow-up', 'live', { limit: 50 })).items.find(
      ({ caseRef }) => caseRef === reference,
    );
  // The call waits for an hour, and for the hours in which the centre calls people.
  for (let tries = 0; tries < HOURS && !switchboard.calls().some(isAsked); tries += 1) {
    const dueAt = (await planned())?.nextDueAt ?? scene.now() + HOUR;
    await scene.centre.advance(Math.max(dueAt - scene.now(), SECOND));
    await scene.centre.settle();
    await scene.centre.advance(10 * SECOND);
  }
  const ringing = switchboard.calls().find(isAsked);
  const state = JSON.stringify((await planned())?.state);
  expectThat(ringing !== undefined, `no phone rings about ${reference}, whose call is ${state}`);
  await switchboard.pickUp(ringing?.id ?? '', 'person');
  // It is a good time, and the call is not recorded.
  for (const one of ['1', '2', key]) await switchboard.find(ringing?.id ?? '')?.press(one);
  await switchboard.find(ringing?.id ?? '')?.hangUp();
  await scene.centre.settle();
  return { resolved, answered: await scene.caseOf(reference) };
}

const byKey: Step = {
  name: 'callers without mail are told the outcome by a call: one confirms by key, another one contests',
  async play(scene) {
    const { answered: confirmed } = await answerByKey(scene, '+966512345602', '1');
    expectThat(
      confirmed.status === 'closed' && confirmed.confirmation?.state === 'confirmed',
      `the case confirmed by key is ${confirmed.status}, ${confirmed.confirmation?.state}`,
    );
    const { resolved, answered: contested } = await answerByKey(scene, '+966512345603', '2');
    expectThat(
      contested.status === 'open' && contested.confirmation?.state === 'contested',
      `the case contested by key is ${contested.status}, ${contested.confirmation?.state}`,
    );
    expectThat(
      contested.assignee === resolved.assignee,
      `the case contested by key moved from ${resolved.assignee} to ${contested.assignee}`,
    );
  },
};

const extended: Step = {
  name: 'the period of a request about personal data is extended, and the person is told why',
  async play(scene) {
    const { id, type } = await scene.opened('rania', 'بياناتي', 'أرجو تزويدي بنسخة من بياناتي الشخصية.');
    expectThat(type === 'data-request', `the mail about personal data became ${type}`);
    await scene.act(id, ['extend-period', { because: 'effort', text: 'بياناتك في خمسة أنظمة.' }]);
    await scene.centre.settle();
    expectThat(
      scene.centre.mail.to('rania@').some(({ mail }) => mail.text.includes('بياناتك في خمسة أنظمة')),
      'the person was not told why the period is longer',
    );
    await scene.act(id, ['resolve', { ended: 'done', outcome: 'أُرسلت نسخة من بياناتك.' }]);
  },
};

export const surveys: readonly Step[] = [answers, recovered, outside, messages, byKey, extended];
