import { readdir, readFile } from 'node:fs/promises';

/** The unit of Linux's accounts, USER_HZ: a hundredth of a second on every machine Chromium runs on. */
const TICK = 0.01;

/** What Linux has written down of a process or a thread. */
export interface Account {
  readonly name: string;
  /** Process id of its parent. */
  readonly parent: number;
  /** Processor time so far, in seconds, in the kernel and outside. */
  readonly seconds: number;
}

/** A line of /proc/…/stat (proc(5)). The name stands in parentheses and may hold some itself. */
export function parseStat(line: string): Account {
  const end = line.lastIndexOf(')');
  const fields = line.slice(end + 2).split(' ');
  const [parent, user, system] = [fields[1], fields[11], fields[12]].map(Number);
  return {
    name: line.slice(line.indexOf('(') + 1, end),
    parent: parent ?? NaN,
    seconds: ((user ?? NaN) + (system ?? NaN)) * TICK,
  };
}

/** What a process of Chromium is there for, by its command line; the main one has no type. */
export function processKind(commandLine: string): string {
  const service = /--utility-sub-type=([\w.]+)/.exec(commandLine)?.[1];
  if (service !== undefined) return service.split('.').at(-1)!;
  return /--type=([\w-]+)/.exec(commandLine)?.[1] ?? 'browser';
}

export interface ThreadAccount {
  /** Such as `renderer: DedicatedWorker`. */
  readonly name: string;
  readonly seconds: number;
}

/** Everything a browser has been charged with so far. */
export interface BrowserAccounts {
  /** By process id, in seconds; threads that have ended are included. */
  readonly processes: ReadonlyMap<number, number>;
  /** By thread id. */
  readonly threads: ReadonlyMap<number, ThreadAccount>;
}

/** What is read of a process that may be gone by now. */
async function orGone<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return null;
    throw error;
  }
}

function accountAt(path: string): Promise<Account | null> {
  return orGone(readFile(`${path}/stat`, 'utf8').then(parseStat));
}

async function numbersIn(folder: string): Promise<number[]> {
  const names = (await orGone(readdir(folder))) ?? [];
  return names.map(Number).filter(Number.isInteger);
}

/** A process and all that descend from it. */
async function family(root: number): Promise<Map<number, Account>> {
  const all = new Map<number, Account>();
  for (const id of await numbersIn('/proc')) {
    const account = await accountAt(`/proc/${id}`);
    if (account !== null) all.set(id, account);
  }
  const found = new Map<number, Account>();
  const queue = [root];
  for (const id of queue) {
    const account = all.get(id);
    if (account === undefined) continue;
    found.set(id, account);
    for (const [child, { parent }] of all) if (parent === id) queue.push(child);
  }
  return found;
}

/** The accounts of a browser, all its processes and threads, from the one whose id is given. */
export async function browserAccounts(root: number): Promise<BrowserAccounts> {
  const processes = new Map<number, number>();
  const threads = new Map<number, ThreadAccount>();
  for (const [id, { seconds }] of await family(root)) {
    const commandLine = await orGone(readFile(`/proc/${id}/cmdline`, 'utf8'));
    if (commandLine === null) continue;
    processes.set(id, seconds);
    for (const thread of await numbersIn(`/proc/${id}/task`)) {
      const account = await accountAt(`/proc/${id}/task/${thread}`);
      if (account === null) continue;
      const name = thread === id ? 'main' : account.name;
      threads.set(thread, {
        name: `${processKind(commandLine)}: ${name}`,
        seconds: account.seconds,
      });
    }
  }
  return { processes, threads };
}

/** What was charged between two looks at a browser. */
export interface Charged {
  /** By the whole browser, in seconds. */
  readonly total: number;
  /** Of each thread, in seconds, the busiest of a name first: `renderer: DedicatedWorker 2`. */
  readonly threads: ReadonlyMap<string, number>;
}

export function chargedBetween(before: BrowserAccounts, after: BrowserAccounts): Charged {
  let total = 0;
  for (const [id, seconds] of after.processes) total += seconds - (before.processes.get(id) ?? 0);
  const spent = [...after.threads]
    .map(([id, { name, seconds }]) => ({
      name,
      seconds: seconds - (before.threads.get(id)?.seconds ?? 0),
    }))
    .toSorted((a, b) => b.seconds - a.seconds);
  const seen = new Map<string, number>();
  const threads = new Map<string, number>();
  for (const { name, seconds } of spent) {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    threads.set(count === 1 ? name : `${name} ${count}`, seconds);
  }
  return { total, threads };
}
