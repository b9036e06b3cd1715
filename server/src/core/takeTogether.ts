interface Waiting {
  readonly give: (number: number) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Takes consecutive numbers for everybody who asks: while one taking is under way the others wait, and the next takes
 * for all of them at once. So a counter is written as often as it answers, however many ask.
 *
 * @param take raises the counter of this name by so many and answers the last number
 */
export function takeTogether(take: (name: string, many: number) => Promise<number>) {
  const queues = new Map<string, Waiting[]>();

  async function serve(name: string, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) {
      const served = queue.splice(0);
      try {
        const last = await take(name, served.length);
        served.forEach(({ give }, at) => give(last - served.length + 1 + at));
      } catch (error) {
        for (const { fail } of served) fail(error);
      }
    }
    queues.delete(name);
  }

  return function next(name: string): Promise<number> {
    return new Promise((give, fail) => {
      const queue = queues.get(name);
      if (queue) return void queue.push({ give, fail });
      const begun = [{ give, fail }];
      queues.set(name, begun);
      void serve(name, begun);
    });
  };
}
