/**
 * List every member of a union in an order. A list without one of the members does not compile.
 *
 * @example everyOf<Priority>()(['urgent', 'high', 'normal', 'low'])
 */
export const everyOf =
  <Union extends PropertyKey>() =>
  <const List extends readonly Union[]>(list: [Union] extends [List[number]] ? List : never): List =>
    list;

/** Return the members of a union for which a table says true. A table without one of them does not compile. */
export const membersWith = <Union extends string>(
  table: Readonly<Record<Union, boolean>>,
): ReadonlySet<Union> =>
  new Set(Object.entries<boolean>(table).flatMap(([member, holds]) => (holds ? [member as Union] : [])));
