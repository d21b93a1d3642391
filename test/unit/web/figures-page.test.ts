import { describe, expect, it } from 'vitest';
import { localDay } from '#shared/domain/reports/local-day.ts';
import type { Role } from '#shared/domain/staff/role.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { aConsole, salem, shippedRules } from '#test/builders/a-console.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { textOf } from './forms.ts';

const shown = async (
  counts: Record<string, number>,
  { daysAgo = 0, path = '/figures', role = 'agent' as Role } = {},
) => {
  const { app, figures } = aConsole({ agent: { ...salem, roles: [role] } });
  const day = localDay(WORKING_MORNING - daysAgo * DAY);
  await figures.save({ day, shard: 0, version: 1, counts }, []);
  const page = await (await app.request(path, { headers: { cookie: 'language=en' } })).text();
  return { page, text: textOf(page) };
};

describe('the daily balance of surveys', () => {
  const counts = {
    ...{ 'survey-eligible|case': 9, 'survey-sent|case|mail': 4, 'survey-sent|case|message': 1 },
    ...{ 'survey-suppressed|case|cool-down': 2, 'survey-suppressed|case|not-sampled': 1 },
    ...{ 'survey-eligible|call': 3, 'survey-sent|call|phone': 1, 'survey-sent|call|after-call': 1 },
    ...{ 'survey-suppressed|call|own-staff': 1, 'survey-eligible|evaluation': 1 },
    'survey-suppressed|evaluation|invalid-number': 1,
  };
  const path = '/figures/surveys';

  it('names what became of each possible survey, by channel and reason, each day', async () => {
    const { text, page } = await shown(counts, { path, daysAgo: 3, role: 'supervisor' });
    expect(text).toContain('Possible 13 Sent 7 Not sent 5 Waiting 1');
    expect(text).toMatch(/Mail 4 End of a call 2 Follow-up call 0 Evaluation call 0 Text message 1/u);
    expect(text).toMatch(/asked recently a resolved case 2 Survey settings/u);
    expect(text).toMatch(/not a valid number an e-service 1 –/u);
    expect(text).toMatch(/2026-01-01 13 4 2 0 0 1 5 1/u);
    expect(page).toContain('href="/figures/surveys?from=2026-01-01&amp;to=2026-01-01"');
    expect(page).toContain('href="/settings/services"');
    expect(page).toContain('of=survey-suppressed%7Ccase%7Ccool-down">2</a>');
    expect(page).toContain('of=survey-suppressed%7Cevaluation%7Cinvalid-number">1</a>');
    expect((await shown(counts, { path, daysAgo: 3 })).page).not.toContain('/settings/services');
  });

  it.each([
    ['?from=2026-01-01&to=2026-01-01', 'Possible 13'],
    ['?from=٢٠٢٦-٠١-٠١', 'Possible 13'],
    ['?from=2025-12-01&to=2025-12-31', 'No surveys in this period.'],
    ['?from=x', 'Enter a valid date'],
    ['?from=2026-01-03&to=2026-01-01', 'The last day must not be before'],
  ])('is of the asked period: %s', async (query, says) => {
    expect((await shown(counts, { path: `${path}${encodeURI(query)}`, daysAgo: 3 })).text).toContain(says);
  });

  it('knows the sent ones of days on which the possible ones were not counted', async () => {
    const { text } = await shown({ 'survey-sent|case|mail': 4 }, { path });
    expect(text).toContain('Possible 4 Sent 4 Not sent 0 Waiting 0');
  });

  it('has a link on the figures', async () => {
    expect((await shown(counts)).page).toMatch(/href="\/figures\/surveys\?from=[\d-]+&amp;to=[\d-]+"/u);
  });
});

describe('the figures page', () => {
  it('counts, with the interval and what it rests on', async () => {
    const { text } = await shown({ 'score|mail|5': 24, 'score|mail|1': 6, 'opened|mail|report': 7 });
    expect(text).toContain('Cases opened 7');
    expect(text).toMatch(/80%\s+95% interval: 63% – 90% · n = 30/u);
    expect(text).toContain('E-mail · Report');
  });

  it('counts the cases of each district and service, without those that were corrected away', async () => {
    const { text } = await shown({
      ...{ 'opened-at|nuzhah': 7, 'resolved-at|nuzhah': 5, 'opened-at|malaz': 0, 'opened-at|gone': 1 },
      ...{ 'opened-about|building-permit': 2 },
    });
    expect(text).toMatch(/Cases by district District opened resolved An Nuzhah 7 5 gone 1 0/iu);
    expect(text).toMatch(/Building permit 2 0/u);
    expect(text).not.toContain('Malaz');
  });

  it('shows parts of the received contacts that add up', async () => {
    const { text } = await shown({
      ...{ 'arrived|case': 88, 'arrived|follow-up': 164, 'arrived|set-aside': 2, 'arrived|quarantined': 1 },
      ...{ 'arrived|machine': 3, 'opened|mail|report': 89, quarantined: 3 },
    });
    expect(text).toMatch(
      /Received 258 .*New cases 88 Follow-ups on cases 164 Set aside 2 Could not be read 1 Machine mail 3/u,
    );
  });

  it('says when answers are too few to judge by', async () => {
    const { text } = await shown({ 'score|mail|5': 10 });
    expect(text).toContain('Fewer than 30: too few to judge by');
  });

  it('hides what could tell who answered', async () => {
    const { text } = await shown({ 'score|mail|5': 3, 'score|mail|1': 1, 'finished|mail|no': 1 });
    expect(text).toContain('Fewer than 5: not shown');
    expect(text).not.toContain('75%');
    expect(text).not.toContain('Is the matter finished?');
    expect(text).not.toContain('Very dissatisfied');
  });

  it('looks back as far as it is asked, in known steps only', async () => {
    const counts = { 'opened|mail|report': 7 };
    expect((await shown(counts, { daysAgo: 20 })).text).toContain('Cases opened 7');
    expect((await shown(counts, { daysAgo: 20, path: '/figures?days=7' })).text).toContain('Cases opened 0');
    expect((await shown(counts, { daysAgo: 40, path: '/figures?days=999' })).text).toContain(
      'Cases opened 0',
    );
  });

  it('shows any period, with the one before it', async () => {
    const { app, figures } = aConsole();
    const save = (day: string, counts: Record<string, number>) =>
      figures.save({ day, shard: 0, version: 1, counts }, []);
    await save('2025-12-03', { 'opened|mail|report': 7, 'promise|kept': 90, 'promise|late': 10 });
    await save('2025-11-30', { 'opened|mail|report': 4, 'promise|kept': 50, 'promise|late': 50 });
    for (const day of ['2025-12-01', '2025-12-02']) await save(day, { sent: 1 });
    const path = '/figures?from=2025-12-01&to=2025-12-03';
    const asked = async (more: string) =>
      await (await app.request(`${path}${more}`, { headers: { cookie: 'language=en' } })).text();
    const page = await asked('');
    expect(textOf(page)).toContain('Cases opened 7');
    expect(textOf(page)).toMatch(/2025-12-01 – 2025-12-03\s+2025-11-28 – 2025-11-30/u);
    expect(textOf(page)).toMatch(/Cases opened 7 4 the working hours differ/iu);
    expect(textOf(page)).toMatch(/Promises to get back, kept in time 90% 50% better, beyond chance/u);
    expect(textOf(await asked('&compare=none'))).not.toContain('2025-11-28');
    expect(textOf(await asked('&compare=last-year'))).toContain('2024-12-02 – 2024-12-04');
    const rows = (await asked('&as=csv')).replace('\uFEFF', '').trim().split('\r\n');
    expect(rows[0]).toBe('id,Measure,From,To,Unit,Value,n,Low,High');
    expect(rows).toContain('opened,Cases opened,2025-12-01,2025-12-03,count,7,,,');
    expect(rows).toContain('opened,Cases opened,2025-11-28,2025-11-30,count,4,,,');
    expect(rows.find((row) => row.startsWith('promises,'))).toMatch(/,share,0\.9,100,0\.8256,0\.9448$/u);
    expect(await asked('&as=csv&table=days')).toContain('2025-12-03,7,0');
  });

  it('names a period that cannot be shown, and keeps the fields', async () => {
    const { app } = aConsole();
    const response = await app.request('/figures?from=2026-02-30&to=2026-03-01', {
      headers: { cookie: 'language=en' },
    });
    const page = await response.text();
    expect(response.status).toBe(400);
    expect(textOf(page)).toContain('Enter a valid date, such as 2026-01-31.');
    expect(page).toContain('value="2026-02-30" aria-invalid="true"');
  });

  it('gives the numbers behind the drawing as a table', async () => {
    const { page } = await shown({ 'opened|mail|report': 7, 'resolved|operations': 5 });
    expect(page).toMatch(
      /<bdi dir="ltr">2026-01-04<\/bdi><\/th><td><a [^>]+>7<\/a><\/td><td><a [^>]+>5<\/a><\/td>/u,
    );
  });

  it('tells what agents corrected, type against type and the categories most often', async () => {
    const { page, text } = await shown({
      ...{ 'opened|mail|report': 40, 'opened|phone|report': 2, 'corrected|type|report|complaint': 3 },
      ...{ 'corrected|category|roads|lighting': 2, 'corrected|category|other|drainage': 5 },
    });
    expect(text).toContain('Type as registered, and what agents corrected it to');
    expect(page).toMatch(
      /<th scope="row">Report<\/th><td>0<\/td><td>0<\/td><td class="same">.*?<\/td><td class="moved"><a [^>]+>3<\/a><\/td><td>0<\/td><td>0<\/td><td><a [^>]+>42<\/a><\/td>/u,
    );
    const named = (id: string) => shippedRules().categories.get(id)?.name.en;
    const most = text.indexOf(`${named('other')} ${named('drainage')} 5`);
    expect(most).toBeGreaterThan(0);
    expect(text.indexOf(`${named('roads')} ${named('lighting')} 2`)).toBeGreaterThan(most);
  });

  it('tells promises, departments’ answers and breaches taken back', async () => {
    const { text } = await shown({
      ...{ 'promise|kept': 27, 'promise|late': 3, 'retracted|resolution': 2 },
      ...{ 'department-answer|in-time|operations': 15, 'department-answer|late|operations': 15 },
    });
    expect(text).toMatch(/Promises to get back, kept in time 90%/u);
    expect(text).toMatch(/Departments’ answers in time 50%/u);
    expect(text).toMatch(/Breaches taken back 2 /u);
    expect(text).toMatch(/Operations and maintenance 0 0 – – 50%/u);
  });

  it('tells how calls were answered, hiding what rests on a handful', async () => {
    const { text } = await shown({
      ...{ 'call|served': 30, 'call|abandoned': 12, 'call-short': 2, 'call-wait-seconds': 600 },
      ...{ 'service-level|within': 30, 'service-level|late': 5, 'service-level|left': 5 },
      ...{ 'call-handled': 4, 'call-talk-seconds': 400, 'call-line|investors|served': 30 },
      ...{ 'call-hour|09|served': 30, 'call-callback|kept': 3, 'call-message': 2 },
    });
    expect(text).toContain('Asked for a person 42');
    expect(text).toMatch(/Service level 75% 95% interval: 60% – 86% · n = 40/u);
    expect(text).toMatch(/Abandonment 25% .* Leaves out 2 calls given up within seconds/u);
    expect(text).toMatch(/Average speed of answer 0:20 minutes:seconds · n = 30/u);
    expect(text).toMatch(/Average handling time Fewer than 5: not shown/u);
    expect(text).toContain('Investors’ line 30 30 0');
    expect(text).toContain('09:00 30 30 0');
    expect(text).toContain('Call-backs made 3 · not made 0');
    expect(text).toContain('Spoken messages 2');
  });

  it('is shown before anything was counted', async () => {
    const { text } = await shown({});
    expect(text).toContain('None yet');
  });
});
