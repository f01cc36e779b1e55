import type { BodyReply } from '../reply.js'

/** RFC 9457 problem details for what the API itself refuses, in English: its readers are programs and their authors. */
export const problem = (status: number, code: string, title: string, detail: string): BodyReply => ({
  kind: 'body',
  type: 'application/problem+json; charset=utf-8',
  status,
  cacheControl: 'no-store',
  body: JSON.stringify({ title, status, detail, code, errors: [] }),
})
