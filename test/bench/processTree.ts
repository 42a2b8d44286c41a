import { readdirSync, readFileSync } from 'node:fs';

/** Resident bytes of a process and all below it, as Linux tells; 0 where there is no /proc. Shared pages count once a process. */
export function residentBytes(root: number): number {
  const parents = new Map<number, number>();
  const resident = new Map<number, number>();
  for (const name of safely(() => readdirSync('/proc'), [])) {
    const pid = Number(name);
    const status = Number.isInteger(pid) ? safely(() => readFileSync(`/proc/${name}/status`, 'utf8'), '') : '';
    if (status === '') continue;
    parents.set(pid, Number(/^PPid:\s*(\d+)/m.exec(status)?.[1] ?? 0));
    resident.set(pid, Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? 0) * 1024);
  }
  const belongs = (pid: number): boolean => pid === root || (parents.get(pid) ?? 0) > 1 && belongs(parents.get(pid) as number);
  return [...resident].reduce((sum, [pid, bytes]) => sum + (belongs(pid) ? bytes : 0), 0);
}

/** Processes end while they are read. */
function safely<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
