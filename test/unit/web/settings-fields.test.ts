import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { SECTIONS, settingsSchema } from '#shared/settings/settings.ts';
import { aSettingsConsole } from '#test/unit/settings/a-settings-console.ts';
import { get } from '#test/unit/settings/steps.ts';

/** The leaves that no page has a field for, each with the reason. */
const WITHOUT_FIELD: Readonly<Record<string, string>> = {
  'calendars.*.exceptions.*':
    'The form "decree" adds an exception and its row removes it: a decree is not edited.',
  'calendars.*.holidays.*.except': 'A year without its holiday is history. The document keeps it.',
  'calendars.*.holidays.*.inLieu.*': 'The civil-service rule for days in lieu is the same for every centre.',
  'calendars.*.holidays.*.source': 'The page of the decision belongs to the calendars that are shipped.',
  'calendars.*.overrides.*.except': 'A year without its season is history. The document keeps it.',
  'calendars.*.overrides.*.source': 'The page of the decision belongs to the calendars that are shipped.',
  'calendars.*.version': 'Each change of the calendar increases it.',
  'policies.*.version': 'Each change of the service level increases it.',
};
const isUnder = (place: string, leaf: string): boolean =>
  place.endsWith('.*') ? leaf.startsWith(place.slice(0, -1)) : leaf === place;

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly propertyNames?: { readonly enum: readonly string[] };
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema | boolean;
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** Return the places of all leaves. `*` is the number of an entry; a list of plain values is one leaf. */
function leaves(schema: Schema, place = ''): string[] {
  const below = (name: string, one: Schema) => leaves(one, place === '' ? name : `${place}.${name}`);
  const { properties, propertyNames, additionalProperties, items, prefixItems } = schema;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.flatMap((one) => leaves(one, place)))];
  if (properties) return Object.entries(properties).flatMap(([name, one]) => below(name, one));
  if (propertyNames && typeof additionalProperties === 'object')
    return propertyNames.enum.flatMap((name) => below(name, additionalProperties));
  if (prefixItems) return prefixItems.flatMap((one, at) => below(String(at), one));
  if (typeof items === 'object') {
    const inner = below('*', items);
    return inner.length === 1 && inner[0] === `${place}.*` ? [place] : inner;
  }
  return [place];
}

/** Return the places of all fields on the pages of a section. */
async function fieldsOf(section: (typeof SECTIONS)[number]): Promise<string[]> {
  const console = aSettingsConsole();
  const part: unknown = defaultSettings[section];
  const isList = Array.isArray(part);
  const pages = isList
    ? [`${section}/~add`, `${section}/${part[0]?.id ?? part[0]?.user ?? '~add'}`]
    : [section];
  const names = pages.map(async (path) => {
    const { status, page } = await get(console, `/settings/${path}`);
    expect(status, path).toBe(200);
    return [...page.matchAll(/<(?:input|select|textarea)\b[^>]*?\bname="([^"]+)"/gu)].map(
      // A date has a field for each of its parts.
      ([, name = '']) => name.replace(/~(?:day|month|year)$/u, ''),
    );
  });
  const prefix = isList ? `${section}.*` : section;
  return (await Promise.all(names))
    .flat()
    .map(
      (name) =>
        `${prefix}.${name.replaceAll(/\.\d+\.(?=[a-z])/gu, '.*.').replaceAll(/\.\d+(?=\.\d+$)/gu, '.*')}`,
    );
}

describe('the settings pages', () => {
  it('have a field for each leaf of the schema, or the reason is named here', async () => {
    const schema = z.toJSONSchema(settingsSchema, { io: 'input', unrepresentable: 'any' }) as Schema;
    const fields = new Set((await Promise.all(SECTIONS.map(fieldsOf))).flat());
    const without = leaves(schema).filter((leaf) => !fields.has(leaf));
    const reasons = Object.keys(WITHOUT_FIELD);
    expect(without.filter((leaf) => !reasons.some((place) => isUnder(place, leaf)))).toEqual([]);
    // A reason whose leaves have a field, or are gone, goes too.
    expect(reasons.filter((place) => !without.some((leaf) => isUnder(place, leaf)))).toEqual([]);
  });
});
