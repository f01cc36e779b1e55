import { get } from 'node:http'
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'

/** One answer of the shop as it went over the wire. */
export interface Answer {
  readonly type: string
  /** Null when it was not compressed. */
  readonly encoding: string | null
  readonly body: Buffer
}

/** What the shop answered, for others to send the same. */
export interface Answers {
  readonly pages: Readonly<Record<string, readonly Answer[]>>
  /** To an order. */
  readonly order: unknown
}

export function answerIn({ pages }: Answers, page: string, number: number): Answer {
  const answer = pages[page]?.[number]
  if (!answer) throw new Error(`There is no answer ${page}/${number}.`)
  return answer
}

/**
 * Asks as a client does that takes the encodings named.
 *
 * @throws {Error} when the answer is no success or breaks off.
 */
export async function fetchAnswer(url: string, acceptEncoding: string): Promise<Answer> {
  const request = get(url, { headers: { 'accept-encoding': acceptEncoding } })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  const parts: Buffer[] = []
  for await (const part of response) parts.push(part as Buffer)
  if (response.statusCode !== 200) throw new Error(`${url} answered ${String(response.statusCode)}.`)
  return {
    type: response.headers['content-type'] ?? '',
    encoding: response.headers['content-encoding'] ?? null,
    body: Buffer.concat(parts),
  }
}
