import { describe, expect, it } from 'vitest';
import { registrationOf } from '#events/registry.ts';
import { isActive } from '#shared/domain/cases/case.ts';
import { decideCase } from '#shared/domain/cases/decide-case.ts';
import { isRejection } from '#shared/domain/cases/decision.ts';
import { openRequests } from '#shared/domain/cases/decisions/department.ts';
import { scrubbed } from '#shared/domain/cases/decisions/erase-data.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';
import { patchOf } from '#test/doubles/patch-of.ts';
import { PERSONAL } from './any-command.ts';
import { always } from './lives.ts';

describe('a random history of a case', { timeout: 60_000 }, () => {
  it('the same command on the same case at the same time gives the same, and changes nothing it was given', () => {
    always(({ before, command, happenedAt, recordedAt, cause, decision, person }) => {
      const frozen = structuredClone(before);
      const again = decideCase(structuredClone(before), command, {
        now: happenedAt,
        recordedAt,
        rules,
        cause,
        person,
      });
      expect(again).toEqual(decision);
      expect(before).toEqual(frozen);
    });
  });

  it('the lives drawn reach every kind of event that can happen to a case', () => {
    const reached = new Set<string>();
    always(({ events }) => {
      for (const { type } of events) reached.add(type.slice('rida.'.length, -'.v1'.length));
    });
    expect([...reached].sort()).toMatchInlineSnapshot(`
      [
        "acknowledgement.due",
        "acknowledgement.withheld",
        "case.assigned",
        "case.closed",
        "case.corrected",
        "case.erased",
        "case.escalated",
        "case.extended",
        "case.handed-over",
        "case.linked",
        "case.merged",
        "case.reclassified",
        "case.reopened",
        "case.resolved",
        "case.restored",
        "case.retimed",
        "case.returned",
        "case.split",
        "case.status-changed",
        "case.unassigned",
        "case.unlinked",
        "case.unmerged",
        "case.unwatched",
        "case.watched",
        "contact.logged",
        "department.answered",
        "department.asked",
        "department.passed-on",
        "department.reminder-due",
        "department.request-withdrawn",
        "department.time-asked",
        "department.wrote",
        "message.failed",
        "message.received",
        "message.sent",
        "message.spoken",
        "note.added",
        "outcome.answered",
        "outcome.returned",
        "outcome.suspected",
        "promise.ended",
        "promise.made",
        "sla.breached",
        "sla.retracted",
        "sla.warned",
        "survey.answered",
        "survey.invited",
        "survey.suppressed",
      ]
    `);
  });

  it('a refusal is only a reason', () => {
    always(({ decision }) => {
      if (!isRejection(decision)) return;
      expect(Object.keys(decision).filter((key) => !['rejected', 'from', 'to'].includes(key))).toEqual([]);
    });
  });

  it('every event keeps its contract', () => {
    always(({ events }) => {
      for (const { type, data } of events)
        expect(registrationOf(type)?.event.data.safeParse(data).error).toBeUndefined();
    });
  });

  it('its states follow each other, and only contacts and answers may have happened before what is known', () => {
    const MOVES = new Set(['opened', 'status', 'reopened']);
    always(({ after }) => {
      const times = after.facts.filter(({ type }) => MOVES.has(type)).map(({ at }) => at);
      expect(times).toEqual([...times].sort((a, b) => a - b));
    });
  });

  it('a contact is dated by when it happened', () => {
    const CONTACTS = new Set(['receive', 'reply', 'log-contact']);
    always(({ command, before, after, happenedAt }) => {
      // A held reply is sent before another one, with its own time.
      if (!CONTACTS.has(command.do) || before.heldReply) return;
      const contacts = after.facts.slice(before.facts.length).filter(({ type }) => type.endsWith('-contact'));
      expect(contacts.every(({ at }) => at === happenedAt)).toBe(true);
    });
  });

  it('its status and the facts of its clocks agree', () => {
    always(({ after: { facts, status } }) => {
      const statusByFacts = facts.reduce<string>(
        (sofar, fact) => (fact.type === 'status' ? fact.status : fact.type === 'reopened' ? 'open' : sofar),
        'new',
      );
      // Timer and survey close cases that are resolved already: both statuses stop the clocks.
      expect(status === 'closed' && statusByFacts === 'resolved' ? 'resolved' : status).toBe(statusByFacts);
    });
  });

  it('waits for a department exactly while one is asked', () => {
    always(({ after }) => {
      expect(openRequests(after).length > 0).toBe(after.status === 'pending-department');
    });
  });

  it('identity, version and causes are the store’s; a generation is counted on by reopening alone', () => {
    always(({ before, after, events }) => {
      const { id, version, causes, openedAt, generation } = before;
      const reopened = events.filter(({ type }) => type === 'rida.case.reopened.v1').length;
      expect(after).toMatchObject({ id, version, causes, openedAt, generation: generation + reopened });
    });
  });

  it('a survey goes its way: planned, asked or not asked, answered once', () => {
    const WAYS: Readonly<Record<string, readonly string[]>> = {
      // A held reply with an outcome may leave in the step that asks about it, or that ends the case.
      none: ['none', 'planned', 'invited', 'suppressed'],
      planned: ['planned', 'invited', 'suppressed', 'none'],
      suppressed: ['suppressed', 'none'],
      invited: ['invited', 'answered', 'none'],
      answered: ['answered', 'planned', 'invited', 'suppressed'],
    };
    always(({ before, after, events }, past) => {
      expect(WAYS[before.survey?.state ?? 'none']).toContain(after.survey?.state ?? 'none');
      if (before.survey?.state === 'answered' && after.survey?.state === 'invited')
        expect(after.survey.invitation).not.toBe(before.survey.invitation);
      const answers = [...past.flatMap((step) => step.events), ...events].flatMap(({ type, data }) =>
        // A correction replaces the answer, and a later answer is stored beside it.
        type === 'rida.survey.answered.v1' && !data.corrects && !data.later ? [data.invitation] : [],
      );
      expect(new Set(answers).size).toBe(answers.length);
    });
  });

  it('is closed at most once between two ways back', () => {
    const ENDS = /case\.(?:closed|reopened|unmerged)/u;
    always(({ events }, past) => {
      const ends = [...past.flatMap((step) => step.events), ...events]
        .map(({ type }) => type)
        .filter((type) => ENDS.test(type));
      expect(ends.some((type, n) => type === 'rida.case.closed.v1' && ends[n + 1] === type)).toBe(false);
    });
  });

  it('erased, it holds nothing personal, neither does its past, and nothing more happens to it', () => {
    always(({ before, after, command, decision, events, recordedAt }, past) => {
      if (before.erased) {
        const tick = command.do === 'tick';
        const rejected = command.do === 'open' ? 'already-open' : 'erased';
        expect(decision).toEqual(tick ? { case: before, events: [] } : { rejected });
      } else if (after.erased) {
        expect(isActive(after.status)).toBe(false);
        expect(after.nextDueAt).toBeUndefined();
        expect(decideCase(after, { do: 'tick' }, { now: recordedAt + 99 * DAY, rules, cause: '' })).toEqual({
          case: after,
          events: [],
        });
        expect(JSON.stringify(after)).not.toMatch(PERSONAL);
        for (const step of [...past, { before, after, events }]) {
          const commit = { events: step.events, patch: patchOf(step.before, step.after) };
          expect(JSON.stringify(scrubbed(commit))).not.toMatch(PERSONAL);
        }
      }
    });
  });
});
