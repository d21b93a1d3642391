import { CLOUDFORMATION } from '../centre.ts';
import { Visitor } from '../pages.ts';
import { expectThat, type Scene, type Step } from './scene.ts';

/** The deployment steps of the template run, with the properties of the template. */
const deploymentSteps: Step = {
  name: 'the deployment steps',
  async play({ centre }) {
    for (const { id, properties } of centre.stack.all('Custom::RidaDeployStep')) {
      const { ServiceToken, ...given } = properties;
      const { service } = centre.stack.functionNamed(String(ServiceToken));
      await centre.lambdas.invoke(service, {
        ...{
          RequestType: 'Create',
          ResponseURL: `https://${CLOUDFORMATION}/${id}`,
          StackId: 'rida',
          RequestId: id,
        },
        ...{ LogicalResourceId: id, ResourceType: 'Custom::RidaDeployStep', ResourceProperties: given },
      });
    }
    const failed = centre.results.filter((text) => !text.includes('"Status":"SUCCESS"'));
    expectThat(
      centre.results.length > 0 && failed.length === 0,
      `a deployment step failed: ${failed.join()}`,
    );
  },
};

const member = (user: string, ar: string, departments: readonly string[]) => ({
  ...{ user, name: { ar, en: user }, email: `${user}@rida.example`, departments },
  ...{ skills: [], languages: ['ar', 'en'], capacity: 40 },
});
const ALL = ['care', 'operations', 'environment', 'planning', 'licensing', 'investment', 'digital'];
const STAFF = [
  member('noura', 'نورة العتيبي', ['investment']),
  member('salem', 'سالم الحارثي', ALL),
  member('huda', 'هدى القرني', ALL),
  member('maha', 'مها العنزي', ['care']),
];

/** Change the settings as a supervisor does: type the document, look at the preview, and agree. */
export async function changeSettings(scene: Scene, document: object): Promise<void> {
  const supervisor = await scene.supervisor();
  const text = JSON.stringify(document);
  const { body } = await supervisor.submit('/settings/document', '/settings/document', { text });
  await agree(scene, supervisor, body);
}

/** Agree to a previewed change. */
async function agree(scene: Scene, supervisor: Visitor, preview: string): Promise<void> {
  const names = ['base', 'document', 'moved', 'looked', 'seal'];
  const kept = Object.fromEntries(names.map((name) => [name, Visitor.field(preview, name)]));
  const { status } = await supervisor.post('/settings/apply', { ...kept, note: 'للتجربة' });
  expectThat(status === 303, `the settings page did not apply the change: ${status}`);
  // Functions read the settings again after a while. Then the sweep compares them.
  await scene.centre.clock.advance(60_000);
  await scene.centre.advance(60_000);
}

const staff: Step = {
  name: 'a supervisor lists the staff',
  async play(scene) {
    await changeSettings(scene, { staff: STAFF });
  },
};

/** Change the hours of a day by a decree, or make it usual again. */
export async function decreeFor(scene: Scene, day: number, kind: 'ends' | 'usual'): Promise<void> {
  const supervisor = await scene.supervisor();
  const { settings } = await scene.centre.look.rules.inForce();
  const at = `/settings/calendars/${settings.desk.calendar}`;
  const fields = { on: scene.field(day).slice(0, 10), kind, ends: '12:00', name: 'تعميم' };
  const { body } = await supervisor.submit(at, `${at}/decree`, fields);
  await agree(scene, supervisor, body);
}

const decree: Step = {
  name: 'a decree ends the day early',
  play: (scene) => decreeFor(scene, scene.now(), 'ends'),
};

const oneLeaves: Step = {
  name: 'a member of staff leaves',
  async play(scene) {
    await changeSettings(scene, { staff: STAFF.filter(({ user }) => user !== 'noura') });
  },
};

export const opening: readonly Step[] = [deploymentSteps, staff];
export const rules: readonly Step[] = [decree, oneLeaves];
