/** Bounds how many calls are under way, so that a slow operation does not take what others need. */
export interface Bulkhead {
  /** @returns Gives the place back; null where none was free within that time, or too many wait already. */
  enter(waitMs: number): Promise<(() => void) | null>;
}

interface Waiting {
  readonly enter: () => void;
}

export function createBulkhead(places: number, queueLength: number): Bulkhead {
  let free = places;
  const queue = new Set<Waiting>();

  function leave(): void {
    const [next] = queue;
    if (next === undefined) {
      free++;
      return;
    }
    queue.delete(next);
    next.enter();
  }

  /** Good for once: who leaves twice would let two in. */
  function ticket(): () => void {
    let isUsed = false;
    return () => {
      if (!isUsed) leave();
      isUsed = true;
    };
  }

  return {
    async enter(waitMs) {
      if (free > 0) {
        free--;
        return ticket();
      }
      if (queue.size >= queueLength) return null;
      return new Promise((resolve) => {
        const waiting: Waiting = {
          enter() {
            clearTimeout(timer);
            resolve(ticket());
          },
        };
        const timer = setTimeout(() => {
          queue.delete(waiting);
          resolve(null);
        }, waitMs);
        queue.add(waiting);
      });
    },
  };
}
