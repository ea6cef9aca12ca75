/** Something that other things of its kind come before. */
export interface Dependent {
  readonly name: string;
  readonly dependencies: readonly string[];
}

/**
 * Does the same for many items, a number of them at once, each after those among them that it depends on, however those ended.
 *
 * @throws Error where items depend on each other in a circle, before anything is done; `circleOf` tells before
 */
export async function inDependencyOrder<Item extends Dependent>(
  items: readonly Item[],
  parallelism: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const names = new Set(items.map(({ name }) => name));
  const waits = new Map(items.map((item) => [item, new Set(item.dependencies.filter((name) => names.has(name)))]));
  const circle = circleOf(items);
  if (circle.length > 0) throw new Error(`items depend on each other in a circle: ${circle.join(", ")}`);
  const running = new Set<Promise<void>>();
  while (waits.size > 0 || running.size > 0) {
    const ready = [...waits].filter(([, missing]) => missing.size === 0).slice(0, parallelism - running.size);
    for (const [item] of ready) {
      waits.delete(item);
      const run: Promise<void> = work(item).then(() => {
        running.delete(run);
        for (const missing of waits.values()) missing.delete(item.name);
      });
      running.add(run);
    }
    await Promise.race(running);
  }
}

/** Names of items that wait for each other in a circle, and of those that come after one. */
export function circleOf(items: readonly Dependent[]): string[] {
  const names = new Set(items.map(({ name }) => name));
  const left = new Map(
    items.map(({ name, dependencies }) => [name, new Set(dependencies.filter((each) => names.has(each)))]),
  );
  for (;;) {
    const free = [...left].filter(([, missing]) => missing.size === 0).map(([name]) => name);
    if (free.length === 0) return [...left.keys()];
    for (const name of free) left.delete(name);
    for (const missing of left.values()) for (const name of free) missing.delete(name);
  }
}
