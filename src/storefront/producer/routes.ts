import { inFront, type Route } from '../route.js'
import { chooseProducer } from './current-producer.js'
import { producerHome } from './home.js'

const { get, post } = inFront('producer')

/** Every address of the producer's front. */
export const producerRoutes: readonly Route[] = [
  get('/producer', producerHome),
  post('/producer/choose', chooseProducer),
]
