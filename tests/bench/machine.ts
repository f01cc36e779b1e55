import { arch, cpus, release, totalmem, type } from 'node:os'

/** What the figures were measured on and when, without naming the machine. */
export function describeMachine(now: Date): string {
  const [first] = cpus()
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Asia/Ho_Chi_Minh' }).format(now)
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB of memory`
  return `${day}, ${cpus().length} cores (${first?.model.trim() ?? 'unknown'}), ${memory}, ${type()} ${release().split('.', 2).join('.')} ${arch()}, Node ${process.versions.node}`
}
