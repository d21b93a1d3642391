/** A storage type such as `CALL_RECORDINGS`, and the name of the bucket or stream for it. */
export interface Offer {
  readonly what: string;
  readonly place: string;
}

/** An existing storage association of an instance. Its id is used to remove it. */
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
 * Associate storage for all types that have none. Existing associations are not changed. For these, and for
 * offers that Connect rejects, return a sentence for the person who deploys. They do not stop the deployment:
 * calls work without them.
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

/**
 * Remove the associations that Rida made before the buckets and streams are deleted. Other associations stay.
 */
export async function withdrawStorage(instance: InstanceKeeping, offers: readonly Offer[]): Promise<void> {
  for (const { what, place } of offers)
    for (const there of await instance.kept(what))
      if (there.place === place) await instance.forget(what, there.id);
}
