import { inFront, type Route } from '../route.js'
import { chooseProducer } from '../fronts/current-producer.js'
import { goodsRoutes } from './goods/routes.js'
import { producerHome } from './home.js'
import { listingRoutes } from './listing/routes.js'
import { lotRoutes } from './lots/routes.js'
import { noticeRoutes } from './notices/routes.js'
import { offerRoutes } from './offers/routes.js'
import { orderRoutes } from './orders/routes.js'
import { codeRoutes } from './print/routes.js'
import { profileRoutes } from './profile/routes.js'
import { replyRoutes } from './replies/routes.js'
import { standingRoutes } from './standing/routes.js'
import { termsRoutes } from './terms/routes.js'
import { oneTimeLink } from '../fronts/people/hand-link.js'
import { transferRoutes } from '../transfers/routes.js'
import { people, postInvitePerson, postPersonLink, postTakePerson } from './people.js'

const { get, post } = inFront('producer')
const MANAGE = { may: 'account.manage' } as const

/** Every address of the producer's front. */
export const producerRoutes: readonly Route[] = [
  get('/producer', producerHome),
  post('/producer/choose', chooseProducer),
  ...goodsRoutes,
  ...listingRoutes,
  ...orderRoutes,
  ...codeRoutes,
  ...standingRoutes,
  ...replyRoutes,
  ...lotRoutes,
  ...profileRoutes,
  ...termsRoutes,
  ...transferRoutes('producer'),
  ...noticeRoutes,
  ...offerRoutes,
  get('/producer/accounts', people, MANAGE),
  post('/producer/accounts', postInvitePerson, MANAGE),
  get('/producer/accounts/link', oneTimeLink, MANAGE),
  post('/producer/accounts/link', postPersonLink, MANAGE),
  post('/producer/accounts/take', postTakePerson, MANAGE),
]
