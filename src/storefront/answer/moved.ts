import { redirect, type RedirectReply } from '../reply.js'
import type { Visit } from '../visit.js'

/** Leads on for good from a former address of a record to its present one, with whatever stood behind it. */
export const movedTo = (path: string, { links, query }: Visit): RedirectReply =>
  redirect(links.to(path, Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]))), {
    status: 301,
  })
