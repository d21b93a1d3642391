/** Limits concurrent work by its memory use in bytes, in order of arrival. */
export interface MemorySemaphore {
  /** Run the work when its memory is available. Work that exceeds the total runs alone. */
  run<T>(bytes: number, work: () => Promise<T>): Promise<T>;
}

/** Create a semaphore for this number of bytes. */
export function memorySemaphore(room: number): MemorySemaphore {
  const waiting: { readonly bytes: number; readonly enter: () => void }[] = [];
  let held = 0;

  function admit(): void {
    for (let next = waiting[0]; next && (held === 0 || held + next.bytes <= room); next = waiting[0]) {
      waiting.shift();
      held += next.bytes;
      next.enter();
    }
  }

  return {
    async run(bytes, work) {
      await new Promise<void>((enter) => {
        waiting.push({ bytes, enter });
        admit();
      });
      try {
        return await work();
      } finally {
        held -= bytes;
        admit();
      }
    },
  };
}
