import { arabic, askStatus, inquiry, rating, report } from '#infra/demo/menus.ts';
import { HOUR, MINUTE, SECOND } from '#shared/domain/time/instant.ts';
import { jsonCall } from '../aws-client.ts';
import { expectThat, type Scene, type Step } from './scene.ts';

const answered: Step = {
  name: 'a call is registered, answered and rated',
  async play(scene) {
    const satisfied = await scene.call('+966501000001', [...arabic, ...report]);
    expectThat(satisfied.reference !== undefined, 'the call was not registered');
    await scene.centre.clock.advance(20 * SECOND);
    await scene.answer(satisfied.id, 'salem', rating(5, true));
    const dissatisfied = await scene.call('+966501000002', [...arabic, ...inquiry]);
    await scene.centre.clock.advance(20 * SECOND);
    await scene.answer(dissatisfied.id, 'salem', rating(1, false));
  },
};

const message: Step = {
  name: 'a caller leaves a message instead of waiting',
  async play(scene) {
    const { switchboard } = scene.centre.phone;
    const call = await scene.call('+966501000003', [...arabic, ...inquiry]);
    await scene.centre.clock.advance(70 * SECOND);
    await switchboard.find(call.id)?.silence();
    await switchboard.find(call.id)?.press('2');
    await switchboard.find(call.id)?.say('caller', 'المصباح أمام المدرسة مكسور');
    await switchboard.find(call.id)?.press('#');
    await scene.centre.settle();
    await scene.centre.advance(5 * MINUTE);
  },
};

const status: Step = {
  name: 'a caller asks for the status of a case',
  async play(scene) {
    const first = await scene.call('+966501000004', [...arabic, ...report]);
    await scene.answer(first.id, 'salem', ['hang up']);
    const { reference = '' } = first;
    const asked = await scene.call('+966501000004', ['silence', ...askStatus(reference), 'hang up']);
    await scene.centre.settle();
    expectThat(
      asked.lines.some(({ text }) => text.includes('وجدنا معاملتك')),
      `the caller did not hear the status of ${reference}`,
    );
  },
};

const unreported: Step = {
  name: 'a call whose end Connect does not report',
  async play(scene) {
    const { switchboard, unreported: silently } = scene.centre.phone;
    const call = await scene.call('+966501000005', [...arabic, ...report]);
    await scene.centre.settle();
    await silently(async () => switchboard.find(call.id)?.hangUp());
    // The clock asks Connect about it later.
    await scene.centre.advance(3 * HOUR);
    const ended = await scene.centre.look.store.load('call', call.id);
    expectThat(ended?.announced === true, 'the end of the call was not found out');
  },
};

const unreadable: Step = {
  name: 'a contact record that cannot be read is kept for a person',
  expected: ['message-unreadable'],
  async play({ centre }) {
    const [stream] = centre.stack.all('AWS::Kinesis::Stream');
    const Data = Buffer.from(JSON.stringify({ ContactId: 7 })).toString('base64');
    const StreamARN = centre.stack.attribute(stream?.id ?? '');
    await jsonCall(centre.own, 'kinesis', 'PutRecord', { StreamARN, PartitionKey: 'calls', Data });
    await centre.settle();
  },
};

/** The pages of a call, and of its recording. */
const listened: Step = {
  name: 'the page of a call',
  async play(scene) {
    const supervisor = await scene.supervisor();
    const page = await supervisor.page('/calls');
    const paths = new Set(
      [...page.matchAll(/href="(\/calls\/[0-9a-f-]{36})"/gu)].map(([, path = '']) => path),
    );
    expectThat(paths.size > 0, 'the page of calls lists none');
    for (const path of paths) await open(scene, path);
  },
};

async function open(scene: Scene, path: string): Promise<void> {
  const supervisor = await scene.supervisor();
  const page = await supervisor.page(path);
  for (const [, recording = ''] of page.matchAll(/(?:src|href)="(\/calls\/[^"]+\/recordings?\/[^"]+)"/gu)) {
    const { status } = await supervisor.open(recording);
    expectThat(status < 400, `${recording}: ${status}`);
  }
}

export const calls: readonly Step[] = [answered, message, status, unreported, unreadable, listened];
