import { planCallBack } from '#functions/web/outreach/plan-calls.ts';
import { updatePerson } from '#shared/application/update-person.ts';
import { updateStaff } from '#shared/application/update-staff.ts';
import { localDay } from '#shared/domain/reports/local-day.ts';
import type { NotedChange } from '#shared/domain/reports/noted-change.ts';
import type { Colleague } from '#shared/domain/rules.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { causeId } from '#shared/runtime/ids.ts';
import type { Settings, SettingsInput } from '#shared/settings/settings.ts';
import { random } from './random.ts';
import type { World } from './world.ts';

/** A member of the staff leaves or joins, or the centre changes a rule. */
interface SettingsChange {
  readonly at: number;
  readonly note: string;
  change(settings: Settings): Settings;
}

const PEOPLE_WHO_LEAVE = 2;

const withStaff = (settings: Settings, staff: readonly SettingsInput['staff'][number][]): Settings => ({
  ...settings,
  staff: [...staff],
});

/** Return the changes of the settings over the whole time of the example, the staff first. */
export function settingsHistory(
  staff: readonly SettingsInput['staff'][number][],
  from: number,
  until: number,
): SettingsChange[] {
  const at = (share: number): number => from + Math.floor((until - from) * share);
  const leavers = new Set(leaversOf(staff));
  return [
    {
      ...{ at: from, note: 'بداية العمل: موظفو المركز' },
      change: (settings) => ({
        ...withStaff(settings, staff),
        desk: { ...settings.desk, acknowledgementsPerHour: 600 },
        // A busy centre: one mail to each reader in an hour, and a line for each call of a list.
        escalation: { ...settings.escalation, groupMinutes: 60 },
        outbound: { ...settings.outbound, concurrent: 40 },
      }),
    },
    {
      ...{ at: at(0.45), note: 'مدة أطول لمعالجة البلاغات بعد الاتفاق مع الإدارات' },
      change: (settings) => ({
        ...settings,
        policies: settings.policies.map((policy) =>
          policy.id === 'report'
            ? {
                ...policy,
                targets: {
                  ...policy.targets,
                  low: { ...policy.targets.low, resolutionMinutes: 6 * 7 * 60 },
                },
              }
            : policy,
        ),
      }),
    },
    {
      ...{ at: at(0.6), note: 'موظفون غادروا المركز' },
      change: (settings) =>
        withStaff(
          settings,
          settings.staff.filter(({ user }) => !leavers.has(user)),
        ),
    },
    {
      ...{ at: at(0.8), note: 'استبانة بعد يومين من الإنجاز' },
      change: (settings) => ({ ...settings, survey: { ...settings.survey, delayHours: 48 } }),
    },
  ];
}

/** The members with the highest numbers of the two largest departments leave. */
const leaversOf = (staff: readonly SettingsInput['staff'][number][]): string[] =>
  staff
    .filter(({ departments }) => departments[0] === 'operations')
    .slice(-PEOPLE_WHO_LEAVE)
    .map(({ user }) => user);

/** Plan absences: everybody is away for some days now and then. Members who leave hand over their cases before. */
export function planAbsences(
  world: World,
  staff: readonly SettingsInput['staff'][number][],
  from: number,
  until: number,
): void {
  const leavers = leaversOf(staff);
  const absence = (user: string, at: number, days: number | undefined, handOverTo?: string): void => {
    world.plan({
      at,
      run: () =>
        updateStaff(world.ports.store, {
          ...{ id: user, cause: causeId(`example absence ${user} ${at}`), by: `agent:${user}` },
          ...{ at, recordedAt: at },
          command: {
            ...{ do: 'plan-absence', from: at, by: `agent:${user}` },
            ...(days !== undefined && { until: at + days * DAY }),
            ...(handOverTo !== undefined && { handOverTo }),
          },
        }),
    });
  };
  for (const { user, departments } of staff) {
    const draw = random(`${world.seed} absences ${user}`);
    const colleague = staff.find(
      (one) => one.user !== user && one.departments[0] === departments[0] && !leavers.includes(one.user),
    );
    if (leavers.includes(user)) {
      absence(user, from + Math.floor((until - from) * 0.59), undefined, colleague?.user);
      continue;
    }
    for (let at = from + draw.int(10, 70) * DAY; at < until; at += draw.int(50, 110) * DAY) {
      absence(user, at, draw.int(1, 10), draw.chance(0.3) ? colleague?.user : undefined);
    }
  }
  // On the last day somebody is away.
  const away = staff.find(
    ({ user, departments }) => departments[0] === 'environment' && !leavers.includes(user),
  );
  if (away) absence(away.user, until - 5 * HOUR, 3);
}

/** Plan the erasure of a beneficiary some days after they asked for it. */
export function planErasure(world: World, beneficiaryId: string, at: number): void {
  world.plan({
    at,
    run: () => {
      const by = `agent:${world.present('care', 'office')[0] ?? 'care.001'}` as const;
      return updatePerson(world.ports.store, {
        ...{ id: beneficiaryId, command: { do: 'erase', by }, by },
        ...{ cause: causeId(`example erasure ${beneficiaryId}`), at, recordedAt: at },
      });
    },
  });
}

/** Plan a call back to the beneficiary of a case. */
export function planCallBackTo(world: World, reference: string, at: number): void {
  world.plan({
    at,
    run: () => {
      const { ports, rules } = world;
      const by = `agent:${world.present('care', 'office')[0] ?? 'care.001'}` as const;
      const deps = { store: ports.store, keys: ports.keys, rules: rules() };
      const notBefore = at + 30 * MINUTE;
      return planCallBack(deps, {
        ...{ token: `example ${reference}`, by, now: at, reference, purpose: 'follow-up', notBefore },
      });
    },
  });
}

/** Return the changes of the work that a supervisor noted: the longer deadlines of the settings, and a campaign. */
export function notedChanges(staff: readonly Colleague[], from: number, until: number): NotedChange[] {
  const by = staff.find(({ roles }) => roles?.includes('supervisor'))?.user ?? 'huda';
  const noted = (id: string, share: number, more: Pick<NotedChange, 'name' | 'kind'>): NotedChange => {
    const at = from + Math.floor((until - from) * share);
    return { id, day: localDay(at), by, at, ...more };
  };
  return [
    noted('longer-deadlines', 0.45, {
      name: { ar: 'مدة أطول لمعالجة البلاغات', en: 'A longer time for reports' },
      kind: 'targets',
    }),
    noted('campaign', 0.7, {
      name: { ar: 'حملة التعريف بأرقام التواصل', en: 'Campaign for the ways to reach the centre' },
      kind: 'campaign',
    }),
  ];
}
