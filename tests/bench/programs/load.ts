import { load, type Demand, type Limit } from '../load.js'
import { receiveSetup } from './listen.js'

/** Loads a server from a process of its own and tells what came of it. */
export interface Setup {
  readonly origin: string
  readonly demand: Demand
  readonly limit: Limit
}

const { origin, demand, limit } = await receiveSetup<Setup>()
process.send?.(await load(origin, demand, limit))
