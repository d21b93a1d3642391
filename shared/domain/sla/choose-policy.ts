import type { Priority, SlaPolicy } from './policy.ts';

/** The fields of a case that choose its service level. */
export interface CaseTraits {
  readonly type: string;
  readonly category?: string | undefined;
  readonly segment?: string | undefined;
  readonly priority: Priority;
  readonly channel?: string | undefined;
  readonly department?: string | undefined;
}

/**
 * Return the first policy whose conditions all match the case, or null. List specific policies before general
 * ones.
 */
export function choosePolicy(policies: readonly SlaPolicy[], traits: CaseTraits): SlaPolicy | null {
  return (
    policies.find(
      ({ when }) =>
        accepts(when.types, traits.type) &&
        accepts(when.categories, traits.category) &&
        accepts(when.segments, traits.segment) &&
        accepts(when.priorities, traits.priority) &&
        accepts(when.channels, traits.channel) &&
        accepts(when.departments, traits.department),
    ) ?? null
  );
}

function accepts<T extends string>(list: readonly T[] | undefined, value: T | undefined): boolean {
  return list === undefined || (value !== undefined && list.includes(value));
}
