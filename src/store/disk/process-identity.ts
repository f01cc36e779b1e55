import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import * as z from 'zod'

/** Tells one process from all others, also after its number was given to another one. Null where there is no /proc. */
export const ProcessIdentity = z.object({
  pid: z.int().positive(),
  /** When it started, in clock ticks since the machine did. */
  started: z.string().nullable(),
  /** The machine's current run. */
  boot: z.string().nullable(),
  /** The space in which the process number counts: each container has its own. */
  space: z.string().nullable(),
  host: z.string(),
})
export type ProcessIdentity = z.infer<typeof ProcessIdentity>

const attempt = (read: () => string): string | null => {
  try {
    return read().trim()
  } catch {
    return null
  }
}

/** State and start of a process, fields 3 and 22 of proc(5)'s stat; the name before them may hold anything but ends in `)`. */
function statOf(pid: number): { state: string; started: string } | null {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'latin1'))
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields?.[0] && fields[19] ? { state: fields[0], started: fields[19] } : null
}

export function ownIdentity(): ProcessIdentity {
  return {
    pid: process.pid,
    started: statOf(process.pid)?.started ?? null,
    boot: attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'latin1')),
    space: attempt(() => readlinkSync('/proc/self/ns/pid')),
    host: hostname(),
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process exists too.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * True unless the process is certain to be gone. One of another machine or container cannot be seen from here and
 * counts as running; one of an earlier run of this machine or container (the same host name) is gone.
 */
export function mayRun(other: ProcessIdentity): boolean {
  const here = ownIdentity()
  if (other.boot !== here.boot || other.space !== here.space) return other.host !== here.host
  if (!exists(other.pid)) return false
  const stat = statOf(other.pid)
  if (!stat) return true
  return stat.started === other.started && stat.state !== 'Z' && stat.state !== 'X'
}
