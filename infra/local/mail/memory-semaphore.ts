/** Lets work in by the bytes it holds in memory, in order of arrival. */
export interface MemorySemaphore {
  /** Runs the work once there is room for so many bytes; what is larger than all room goes alone. */
  run<T>(bytes: number, work: () => Promise<T>): Promise<T>;
}

/** A gate with room for so many bytes at a time. */
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
