/**
 * Memory of the device in bytes; null where the browser does not say. Those that do round it, and
 * say 8 GiB for all that is more.
 */
export function deviceMemory(): number | null {
  const { deviceMemory: gibibytes } = navigator as WorkerNavigator & { deviceMemory?: number };
  return gibibytes === undefined ? null : gibibytes * 2 ** 30;
}
