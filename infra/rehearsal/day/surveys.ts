import { hiddenField } from '#infra/demo/hidden-field.ts';
import { fieldsOf, type OutcomeAnswer, outcomeLink, READING_MS } from '#infra/demo/respondent.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { expectThat, type Scene, type Step } from './scene.ts';

/** Open the page of an outcome as a browser does, and answer it. */
async function respond(scene: Scene, user: string, answer: OutcomeAnswer): Promise<void> {
  const links = scene.centre.mail.to(`${user}@`).map(({ mail }) => outcomeLink(mail.text));
  const link = links.find((one) => one !== undefined);
  if (link === undefined) throw new Error(`${user} was not asked whether it is finished`);
  const visitor = scene.centre.site.visitor();
  const { pathname } = new URL(link);
  const page = await visitor.page(pathname);
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

export const surveys: readonly Step[] = [answers];
