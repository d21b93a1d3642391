/**
 * Do all works, one after the other, and return their results. A failed work does not stop the others.
 * @throws the first error, after all were tried
 */
export async function allTried<T>(works: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  const errors: unknown[] = [];
  for (const work of works) {
    try {
      results.push(await work());
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
  return results;
}
