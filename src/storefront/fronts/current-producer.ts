import type { Producer } from '../../catalog/producer.js'
import { CatalogError } from '../../catalog/errors.js'
import type { Person } from '../../access/actor.js'
import { redirect } from '../reply.js'
import type { Handler } from '../route.js'
import { personOf } from '../signed-in.js'
import type { Visit } from '../visit.js'

const COOKIE = 'producer'
const YEAR = 365 * 24 * 3600

/** The producers for which a person works, in the order of the roles. */
const producersOf = (visit: Visit, { memberships }: Person): readonly Producer[] =>
  memberships.flatMap((membership) => {
    const producer = membership.front === 'producer' && visit.catalog.state.find('producers', membership.producerId)
    return producer ? [producer] : []
  })

const chosenOf = (visit: Visit, producers: readonly Producer[]): Producer | undefined =>
  producers.find(({ id }) => id === visit.cookies.get(COOKIE)) ?? producers[0]

/**
 * The producer for which the visitor works at the moment: the one chosen in the header, else the first.
 *
 * @throws {CatalogError} `FORBIDDEN` when there is none.
 */
export function producerOf(visit: Visit): Producer {
  const producer = chosenOf(visit, producersOf(visit, personOf(visit)))
  if (!producer) throw new CatalogError('FORBIDDEN')
  return producer
}

/** What the header offers to somebody who works for several producers. */
export function producerChoice(visit: Visit, person: Person) {
  const producers = producersOf(visit, person)
  const chosen = chosenOf(visit, producers)
  return {
    current: chosen?.name ?? null,
    choices: producers.map(({ id, name }) => ({ id, name, isChosen: id === chosen?.id })),
  }
}

/** Works for another producer from now on, on this device. */
export const chooseProducer: Handler = (visit) =>
  redirect(visit.links.to('/producer'), {
    cookies: [{ name: COOKIE, value: visit.form.get('producer') ?? '', maxAge: YEAR, path: '/producer' }],
  })
