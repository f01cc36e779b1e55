// Loaded into the server before its own code: on SIGUSR2 it collects garbage and says on standard error what is held then,
// and lays down a heap snapshot in SOAK_SNAPSHOTS if that is set.
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { setFlagsFromString, writeHeapSnapshot } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { isMainThread } from 'node:worker_threads'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')
const folder = process.env['SOAK_SNAPSHOTS']
let snapshots = 0
/** Other threads give back what a collection has freed a moment later. */
const [ROUNDS, REST_MS] = [3, 500]

if (isMainThread)
  process.on('SIGUSR2', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      collect()
      await setTimeout(REST_MS)
    }
    console.error(JSON.stringify({ held: process.memoryUsage(), cpu: process.cpuUsage() }))
    if (folder) writeHeapSnapshot(join(folder, `${(snapshots += 1)}.heapsnapshot`))
  })
