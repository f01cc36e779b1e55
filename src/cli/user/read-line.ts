import { createInterface } from 'node:readline'
import { usageRefusal } from '../refusal.js'

/**
 * The first line of standard input.
 *
 * @throws {Refusal} when there is none.
 */
export async function readFirstLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin })
  try {
    for await (const line of lines) return line
  } finally {
    lines.close()
  }
  throw usageRefusal('Đầu vào chuẩn không có dòng nào.', 'There is no line on standard input.')
}
