/**
 * How many of the parts of a panel are there: the first at once, each of the others in a task of its
 * own, so that nothing that runs beside waits for all of them. For a component's initialisation.
 */
export function oneByOne(parts: number): () => number {
  let shown = $state(1);
  $effect(() => {
    if (shown >= parts) return;
    const timer = setTimeout(() => {
      shown += 1;
    });
    return () => {
      clearTimeout(timer);
    };
  });
  return () => shown;
}
