import { openLowdbStore } from '../../src/store/lowdb-store.js'
import { nodeFiles, type Files } from '../../src/store/disk/files.js'
import { placeOrder } from './place-order.js'

/**
 * A process that takes some orders, closes its shop, and is killed in the middle of that, while it writes the index:
 * `dying-process.ts <folder> <orders> <write of the index, from 1> <share of its bytes that reach the file>`.
 */
const [, , folder = '', orders = '', fatalWrite = '', share = ''] = process.argv
let writes = 0

const files: Files = {
  ...nodeFiles,
  open: async (path, mode) => {
    const file = await nodeFiles.open(path, mode)
    if (!path.endsWith('trade.index') || mode === 'read') return file
    return {
      size: () => file.size(),
      read: (length, position) => file.read(length, position),
      sync: () => file.sync(),
      truncate: (length) => file.truncate(length),
      close: () => file.close(),
      write: async (bytes, position) => {
        writes += 1
        if (writes < Number(fatalWrite)) return file.write(bytes, position)
        await file.write(bytes.subarray(0, Math.floor(bytes.length * Number(share))), position)
        process.kill(process.pid, 'SIGKILL')
      },
    }
  },
}

const store = await openLowdbStore({ folder, files, onWarning: () => undefined })
for (const id of orders.split(',')) await placeOrder(store, id)
await store.close()
