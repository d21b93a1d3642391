import { describe, expect, test } from 'vitest';
import { HOUR } from '#shared/domain/time/instant.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { aMail, PostRoom, received } from '#test/unit/mail/post-room.ts';

const RIYADH = { latitude: 24.7136, longitude: 46.6753 };

describe('the place that a mail names', () => {
  test.each([
    ['a district', 'حفرة في حي النزهة', { district: 'nuzhah' }],
    [
      'a district and a link',
      'حي النزهة\nhttps://maps.google.com/?q=24.7136,46.6753',
      {
        district: 'nuzhah',
        position: RIYADH,
      },
    ],
    ['a short link', 'الموقع: https://maps.app.goo.gl/AbC', { link: 'https://maps.app.goo.gl/AbC' }],
    ['an ordinary word', 'في الربيع القادم', undefined],
    [
      'the history of a mail',
      'أين هو؟\n\nOn Mon, Jan 1, 2026 at 9:00 AM Rida <a@b.example> wrote:\n> حي النزهة',
      undefined,
    ],
    ['a position outside the Kingdom', 'الموقع 25.2854, 51.5310', undefined],
  ])('%s', async (_, text, place) => {
    const room = new PostRoom();
    const { caseRef, reasons } = await room.ingest(aMail({ text, subject: 'بلاغ' }));
    expect((await room.case(caseRef))?.place).toEqual(place);
    expect(reasons.includes('position-outside')).toBe(text.includes('25.2854'));
  });

  test('comes from the subject too, and into the event', async () => {
    const room = new PostRoom();
    await room.ingest(aMail({ subject: 'حفرة بالنزهه', text: 'أرجو الإصلاح' }));
    expect(room.store.commits[0]?.events).toMatchObject([{ data: { district: 'nuzhah' } }]);
  });

  test('comes with a later mail of the beneficiary', async () => {
    const room = new PostRoom();
    const { caseRef } = await room.ingest(aMail({ text: 'حفرة كبيرة' }));
    const answer = aMail({
      ...{ messageId: '<second@example.com>', subject: `Re: [Rida ${caseRef}]` },
      text: '٢٤٫٧١٣٦، ٤٦٫٦٧٥٣ حي النزهة',
    });
    const { outcome } = await room.ingest(answer, received({ rawKey: 'mail/2', receivedAt: T + HOUR }));
    expect(outcome).toBe('appended');
    expect((await room.case(caseRef))?.place).toEqual({ district: 'nuzhah', position: RIYADH });
  });
});

describe('the service that a mail is about', () => {
  const LETTER = { subject: 'استفسار', text: 'ما المستندات المطلوبة لتجديد رخصة بناء سكنية؟' };

  test('is a guess on the case, and in the event', async () => {
    const room = new PostRoom();
    const { caseRef } = await room.ingest(aMail(LETTER));
    expect(await room.case(caseRef)).toMatchObject({
      service: 'building-permit-renewal',
      serviceGuessed: true,
    });
    expect(room.store.commits[0]?.events).toMatchObject([{ data: { service: 'building-permit-renewal' } }]);
  });

  test.each([
    ['a mail that only mentions one', { subject: 'بلاغ', text: 'جاري يبني بدون رخصة بناء' }],
    [
      'the history of a mail',
      {
        subject: 'Re: x',
        text: 'شكرا\n\nOn Mon, Jan 1, 2026 at 9:00 AM Rida <a@b.example> wrote:\n> متى رخصة بناء',
      },
    ],
  ])('is not taken from %s', async (_, mail) => {
    const room = new PostRoom();
    const { caseRef } = await room.ingest(aMail(mail));
    expect((await room.case(caseRef))?.service).toBeUndefined();
  });

  test('comes with a later mail, as a guess that changes no choice of a person', async () => {
    const room = new PostRoom();
    const { caseRef } = await room.ingest(aMail({ subject: 'استفسار', text: 'عندي سؤال' }));
    const later = (n: number, text: string) =>
      room.ingest(
        aMail({ messageId: `<later.${n}@example.com>`, subject: `Re: [Rida ${caseRef}]`, text }),
        received({ rawKey: `mail/${n}`, receivedAt: T + n * HOUR }),
      );
    await later(2, 'متى تصدر رخصة البناء؟');
    expect(await room.case(caseRef)).toMatchObject({ service: 'building-permit', serviceGuessed: true });
    await later(3, 'وكم رسوم شهادة صحية؟');
    expect(await room.case(caseRef)).toMatchObject({ service: 'building-permit' });
  });
});
