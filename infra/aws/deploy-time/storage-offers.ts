/** Something the instance could keep somewhere: `CALL_RECORDINGS`, and the bucket or stream by its name. */
export interface Offer {
  readonly what: string;
  readonly place: string;
}

/** What an instance keeps, and where. A place's id serves to take the association away again. */
export interface Kept {
  readonly id: string;
  readonly place: string;
}

export interface InstanceKeeping {
  kept(what: string): Promise<readonly Kept[]>;
  keep(offer: Offer): Promise<void>;
  forget(what: string, id: string): Promise<void>;
}

/**
 * Has an instance keep what it keeps nowhere yet. What somebody set stays as it is; that, and what Connect
 * refuses, is answered as a sentence for the person who deploys, and stops nothing: calls go on without.
 */
export async function offerStorage(instance: InstanceKeeping, offers: readonly Offer[]): Promise<string> {
  const left: string[] = [];
  for (const { what, place } of offers) {
    const kept = await instance.kept(what);
    if (kept.some((there) => there.place === place)) continue;
    if (kept.length > 0) {
      left.push(`${what} stays at ${kept.map((there) => there.place).join(', ')} (Rida reads ${place})`);
      continue;
    }
    await instance.keep({ what, place }).catch((error: unknown) => {
      left.push(`${what} at ${place}: ${error instanceof Error ? error.message : String(error)}`);
    });
  }
  return left.length === 0 ? 'nothing' : left.join('; ');
}

/** Takes back what was offered and taken, before the places are deleted; what is elsewhere stays. */
export async function withdrawStorage(instance: InstanceKeeping, offers: readonly Offer[]): Promise<void> {
  for (const { what, place } of offers)
    for (const there of await instance.kept(what))
      if (there.place === place) await instance.forget(what, there.id);
}
