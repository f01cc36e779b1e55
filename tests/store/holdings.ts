import { fingerprintOf } from '../../src/store/fingerprint.js'
import { openLowdbStore } from '../../src/store/lowdb-store.js'

/** What a folder holds, as its own process would see it. */
export async function holdingsOf(folder: string): Promise<unknown> {
  const store = await openLowdbStore({ folder, onWarning: () => undefined })
  const sums = await fingerprintOf(store)
  await store.close()
  return sums
}
