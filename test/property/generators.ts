import * as fc from 'fast-check';

/** The form of a union's member that carries a name in its tag. */
type Named<U, Tag extends PropertyKey, Name> = U extends { readonly [T in Tag]: infer Names }
  ? Name extends Names
    ? Omit<U, Tag> & { readonly [T in Tag]: Name }
    : never
  : never;

/** A generator for each member of a union by its tag. A new member without one does not compile. */
export type Generators<U extends { readonly [T in Tag]: string }, Tag extends keyof U = 'do' & keyof U> = {
  readonly [Name in U[Tag] & string]: fc.Arbitrary<Named<U, Tag, Name>>;
};

/** Any member of a union, each drawn equally often. */
export const anyOf = <U extends object>(generators: Readonly<Record<string, unknown>>): fc.Arbitrary<U> =>
  fc.oneof(...(Object.values(generators) as fc.Arbitrary<U>[]));

/** Any command of a union, each drawn by its weight. */
export const drawn = <C extends { readonly do: string }>(
  generators: Generators<C, 'do'>,
  weights: Readonly<Record<C['do'], number>>,
): fc.Arbitrary<C> =>
  fc.oneof(
    ...Object.entries<number>(weights).map(([name, weight]) => ({
      weight,
      arbitrary: generators[name as C['do']] as unknown as fc.Arbitrary<C>,
    })),
  );
