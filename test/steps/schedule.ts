/** What can be done beside others. */
export interface Task {
  readonly title: string;
  /** Titles of what has to be done before; of what is not in the list, nothing is waited for. */
  readonly after: readonly string[];
}

/**
 * Does everything, so many at once: what stands first in the list first, as soon as what it waits for is done.
 *
 * @throws {Error} When tasks wait for each other.
 */
export async function sideBySide<Item extends Task>(
  tasks: readonly Item[],
  lanes: number,
  work: (task: Item) => Promise<void>,
): Promise<void> {
  const left = new Set(tasks);
  const running = new Map<Item, Promise<Item>>();
  const isOpen = (title: string) =>
    [...left, ...running.keys()].some((task) => task.title === title);
  while (left.size || running.size) {
    const next = [...left].find(({ after }) => !after.some(isOpen));
    if (next && running.size < lanes) {
      left.delete(next);
      const begun = work(next);
      running.set(
        next,
        begun.then(() => next),
      );
    } else {
      const titles = [...left].map(({ title }) => title).join();
      if (!running.size) throw new Error(`They wait for each other: ${titles}`);
      running.delete(await Promise.race(running.values()));
    }
  }
}
