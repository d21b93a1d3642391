import { expectThat, type Step } from './scene.ts';

const wishes: Step = {
  name: 'addresses of a person are joined and separated, and an identity is verified',
  async play(scene) {
    const supervisor = await scene.supervisor();
    const { beneficiary } = await scene.opened('yousef', 'استفسار', 'هل يوجد اشتراك شهري للمواقف؟');
    const other = await scene.opened('yousef2', 'استفسار ثان', 'هل يوجد موقف قريب من السوق؟');
    const page = `/people/${beneficiary.id}`;
    await supervisor.submit(page, `${page}/join`, { contact: 'yousef2@example.com' });
    await scene.centre.settle();
    await supervisor.submit(page, `${page}/part`, { other: other.beneficiary.id });
    await supervisor.submit(page, `${page}/verify`, { means: 'call-back' });
    await scene.centre.settle();
  },
};

const erased: Step = {
  name: 'a person asks for erasure',
  async play(scene) {
    const supervisor = await scene.supervisor();
    const { id, beneficiary } = await scene.opened('fatima', 'حديقة', 'ألعاب الأطفال مكسورة.');
    await scene.act(id, ['resolve', { ended: 'done', outcome: 'أُصلحت.' }]);
    const page = `/people/${beneficiary.id}`;
    await scene.centre.settle();
    const finds = async () => (await supervisor.page('/search?q=العاب مكسوره')).includes(`/cases/${id}`);
    expectThat(await finds(), 'the search does not find a case by the words of its mail');
    await supervisor.submit(page, `${page}/erase`, { sure: '1' });
    await scene.centre.settle();
    expectThat(!(await finds()), 'the search finds an erased case');
    expectThat((await scene.caseOf(id)).erased !== undefined, 'the case still has personal data');
  },
};

export const people: readonly Step[] = [wishes, erased];
