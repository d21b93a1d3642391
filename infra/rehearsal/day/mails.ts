import { HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { changeSettings } from './opening.ts';
import { expectThat, type Step } from './scene.ts';

const conversation: Step = {
  name: 'a mail, its acknowledgement, a reply, an answer and the resolution',
  async play(scene) {
    const { mail } = scene.centre;
    const { id } = await scene.opened('norah', 'إنارة الشارع مطفأة', 'إنارة شارع التحلية مطفأة منذ يومين.');
    const [acknowledgement] = mail.to('norah@');
    expectThat(acknowledgement?.mail.subject.includes(id) === true, 'the mail was not acknowledged');
    await scene.act(id, ['reply', { text: 'أُرسل بالخطأ.' }]);
    const { heldReply } = (await scene.cases()).find((one) => one.id === id) ?? {};
    await scene.act(id, ['undo-reply', { message: heldReply?.message ?? '' }]);
    await scene.act(id, ['reply', { text: 'يعمل عليه فريق الميدان الآن.' }]);
    await scene.centre.advance(MINUTE);
    const [, reply, ...more] = mail.to('norah@');
    expectThat(more.length === 0, 'an undone reply was sent');
    await scene.write('norah', `Re: ${reply?.mail.subject}`, 'شكرًا، متى ينتهي العمل؟', {
      to: reply?.mail.replyTo?.address ?? '',
      inReplyTo: reply?.mail.messageId ?? '',
    });
    expectThat((await scene.cases()).length === 1, 'an answer did not join its case');
    await scene.act(
      id,
      ['note', { text: 'أُبلغ المقاول.' }],
      ['resolve', { ended: 'done', outcome: 'استُبدل المصباح.' }],
    );
    for (const letter of mail.to('norah@')) await mail.feedback(letter, 'Delivered');
    await scene.centre.settle();
  },
};

const failing: Step = {
  name: 'an address that does not exist, and a complaint',
  async play(scene) {
    const { mail } = scene.centre;
    const { id } = await scene.opened('saad', 'حفرة في الطريق', 'حفرة عميقة أمام المدرسة.');
    await scene.act(id, ['reply', { text: 'سنردمها غدًا.' }]);
    await scene.centre.advance(MINUTE);
    const [acknowledgement, reply] = mail.to('saad@');
    if (!acknowledgement || !reply) throw new Error('the mails to saad are missing');
    await mail.feedback(reply, 'Bounced');
    await mail.feedback(acknowledgement, 'Complaint Received');
    await scene.centre.settle();
    const ended = await scene.opened('talal', 'شجرة مائلة', 'شجرة مائلة على السور.');
    await scene.act(ended.id, ['resolve', { ended: 'done', outcome: 'قُلّمت الشجرة.' }]);
    await scene.centre.advance(MINUTE);
    const outcome = mail.to('talal@').at(-1);
    if (!outcome) throw new Error('talal was not told how it ended');
    await mail.feedback(outcome, 'Bounced');
    await scene.centre.settle();
    const { confirmation } = await scene.caseOf(ended.id);
    expectThat(confirmation?.state === 'not-asked', 'a mail that did not arrive asks whether it is finished');
  },
};

const dangerous: Step = {
  name: 'a mail with a virus is set aside, and a supervisor restores it',
  async play(scene) {
    await scene.write('virus', 'فاتورة', 'انظر المرفق', { verdicts: { virusVerdict: { status: 'FAIL' } } });
    const closed = await scene.cases('closed');
    const found = closed.find(({ beneficiary }) => beneficiary.email?.startsWith('virus@'));
    if (!found) throw new Error('the mail with a virus is no closed case');
    await scene.act(found.id, ['restore'], ['resolve', { ended: 'done', outcome: 'حُذف المرفق.' }]);
  },
};

const unreadable: Step = {
  name: 'a mail that no program can read waits for a person',
  async play(scene) {
    const raw = Buffer.concat([
      Buffer.from(
        'From: x@example.com\r\nTo: help@rida.example\r\nSubject: x\r\nMessage-ID: <deep@example.com>\r\n',
      ),
      Buffer.from(deepParts(60)),
    ]);
    await scene.write('deep', '', '', { raw });
  },
};

/** A mail whose parts are nested deeper than the limit. */
function deepParts(depth: number): string {
  let text = 'Content-Type: text/plain\r\n\r\nx\r\n';
  for (let at = 0; at < depth; at += 1)
    text = `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}\r\n${text}\r\n--b${at}--\r\n`;
  return text;
}

const held: Step = {
  name: 'the hourly limit of repeated acknowledgements holds one back, and it is sent later',
  async play(scene) {
    await changeSettings(scene, { desk: { acknowledgementsPerHour: 1 } });
    const texts = ['الأولى', 'الثانية', 'الثالثة'];
    for (const text of texts) await scene.write('reem', `ملاحظة ${text}`, `هذه الملاحظة ${text}.`);
    const before = scene.centre.mail.to('reem@').length;
    expectThat(before < texts.length, 'no acknowledgement was held back');
    await scene.centre.advance(HOUR + 5 * 60_000);
    expectThat(scene.centre.mail.to('reem@').length > before, 'the acknowledgement was not sent later');
    await changeSettings(scene, { desk: { acknowledgementsPerHour: 300 } });
  },
};

const forgotten: Step = {
  name: 'a mail whose notice was lost becomes a case in the night',
  async play(scene) {
    const before = (await scene.cases()).length;
    await scene.centre.mail.receive({
      ...{ from: { name: 'lama', address: 'lama@example.com' }, subject: 'تطبيق البلدية', text: 'لا يفتح.' },
      ...{ messageId: '<lost@example.com>', lost: true },
    });
    await scene.centre.settle();
    expectThat((await scene.cases()).length === before, 'a mail without a notice became a case at once');
    await scene.centre.runScheduled('mail/mail-sweep');
    await scene.centre.settle();
    expectThat((await scene.cases()).length === before + 1, 'the nightly check did not find the mail');
  },
};

const elsewhere: Step = {
  name: 'a mail to another address of the domain is kept for its administrator',
  async play(scene) {
    const before = (await scene.cases()).length;
    await scene.write('authority', 'Domain validation', 'Confirm the domain.', {
      to: 'postmaster@rida.example',
    });
    expectThat((await scene.cases()).length === before, 'a mail to the postmaster became a case');
  },
};

export const mails: readonly Step[] = [
  conversation,
  failing,
  dangerous,
  unreadable,
  held,
  elsewhere,
  forgotten,
];
