import { open } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'

/** Nothing but a file to which all that wait append together, with one sync for all: what a disk can do at best. */
export async function openRawAppend(
  path: string,
): Promise<{ append: (bytes: Buffer) => Promise<void>; close: () => Promise<void> }> {
  const file = await open(path, 'w')
  let waiting: { readonly bytes: Buffer; readonly done: () => void }[] = []
  let [position, isRunning] = [0, false]
  async function run(): Promise<void> {
    isRunning = true
    while (waiting.length > 0) {
      await setImmediate()
      const batch = waiting
      waiting = []
      const bytes = Buffer.concat(batch.map((one) => one.bytes))
      await file.write(bytes, 0, bytes.length, position)
      await file.datasync()
      position += bytes.length
      for (const { done } of batch) done()
    }
    isRunning = false
  }
  return {
    append: (bytes) =>
      new Promise<void>((done) => {
        waiting.push({ bytes, done })
        if (!isRunning) void run()
      }),
    close: () => file.close(),
  }
}
