import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { writeDurably } from '#shared/adapters/embedded/durable-file.ts';
import { unlessMissing } from '#shared/adapters/embedded/missing-file.ts';
import { updateStaff } from '#shared/application/update-staff.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { changedStaff } from '#shared/domain/staff/changed-staff.ts';
import { worksCases } from '#shared/domain/staff/choose-assignee.ts';
import { ROLES } from '#shared/domain/staff/role.ts';
import type { Clock, RulesSource } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { StoreError } from '#shared/ports/store-error.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { compileRules } from '#shared/settings/compile-rules.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { readSettings } from '#shared/settings/read-settings.ts';

/** The file with the staff of the settings file of the previous start. */
const FILE = 'staff.json';

const recorded = z.object({
  assignment: z.enum(['by-hand', 'least-loaded']),
  staff: z.array(
    z.object({
      user: z.string(),
      departments: z.array(z.string()),
      skills: z.array(z.string()),
      languages: z.array(z.enum(['ar', 'en'])),
      capacity: z.number(),
      roles: z.array(z.enum(ROLES)).optional(),
    }),
  ),
});

type Roster = Pick<Rules, 'staff' | 'assignment'>;

const toText = ({ staff, assignment }: Roster): string => {
  const members = [...staff.values()].map(({ user, departments, skills, languages, capacity, roles }) => ({
    ...{ user, departments, skills, languages, capacity },
    ...(roles && roles.length > 0 && { roles }),
  }));
  return JSON.stringify({ assignment, staff: members });
};

function recordedIn(text: string): z.output<typeof recorded> {
  try {
    return recorded.parse(JSON.parse(text));
  } catch (cause) {
    const then = 'remove it, and the staff of the settings file is recorded again';
    throw new StoreError('damaged', `${FILE} is damaged; ${then}`, { cause });
  }
}

function fromText(text: string): Roster {
  const { assignment, staff } = recordedIn(text);
  const nameless = { name: { ar: '', en: '' }, email: '' };
  return { assignment, staff: new Map(staff.map((one) => [one.user, { ...nameless, ...one }])) };
}

interface FileStaffDeps {
  readonly store: Store;
  readonly rules: RulesSource;
  readonly clock: Clock;
}

/**
 * Compare the staff of the settings file with that of the previous start, and publish the changes, as new settings on
 * the pages do: the cases of a removed member are handed over, and a new member takes what waits. The first start
 * only records the staff. A crash repeats the comparison.
 */
export async function compareFileStaff(
  { store, rules, clock }: FileStaffDeps,
  overlay: Readonly<Record<string, unknown>>,
  folder: { readonly in: (name: string) => string },
): Promise<void> {
  const after = compileRules(readSettings(defaultSettings, overlay));
  const [text, kept] = [toText(after), await unlessMissing(readFile(folder.in(FILE), 'utf8'))];
  if (text === kept) return;
  if (kept !== undefined) {
    const { listed, removed } = changedStaff(fromText(kept), after);
    // Settings that were changed on the pages precede the file.
    const inForce = (await rules.current()).staff;
    const now = clock.now();
    const publish = (id: string, does: 'list' | 'remove') =>
      updateStaff(store, {
        ...{ id, command: { do: does }, by: 'rida', at: now, recordedAt: now },
        cause: causeId(`settings file:${now}:${does}:${id}`),
      });
    const isWorker = (user: string): boolean => {
      const member = inForce.get(user);
      return member !== undefined && worksCases(member);
    };
    for (const user of listed) if (isWorker(user)) await publish(user, 'list');
    for (const user of removed) if (!isWorker(user)) await publish(user, 'remove');
  }
  await writeDurably(folder.in(FILE), Buffer.from(text));
}
