import { inFront, type Route } from '../route.js'
import {
  account,
  postApprove,
  postDisable,
  postEnable,
  postEndSessions,
  postGiveRole,
  postLink,
  postRefuse,
  postRemoveAuthenticator,
  postTakeRole,
} from './account.js'
import { accounts } from './accounts.js'
import { apiKeyRoutes } from './api-keys/routes.js'
import { audit, auditCsv } from './audit.js'
import { backupRoutes } from './backup/routes.js'
import { certificateRoutes } from './certificates/routes.js'
import { dataRequestRoutes } from './data-requests/routes.js'
import { feedbackRoutes } from './feedback/routes.js'
import { officeHome } from './home.js'
import { oneTimeLink } from '../fronts/people/hand-link.js'
import { invite, postInvite } from './invite.js'
import { inviteProducer, postInviteProducer } from './invite-producer.js'
import { importRoutes } from './imports/routes.js'
import { platformRoutes } from './platforms/routes.js'
import { producerProfileRoutes } from './producers/routes.js'
import { reportRoutes } from './reports/routes.js'
import { moderationRoutes } from './reviews/routes.js'
import { reviewRoutes } from './review/routes.js'
import { security } from './security.js'
import { transferRoutes } from '../transfers/routes.js'
import { showcaseRoutes } from './showcase/routes.js'
import { sourceRoutes } from './exchange/routes.js'
import { webhookRoutes } from '../webhooks/routes.js'
import { searchRoutes } from './search/routes.js'

const { get, post } = inFront('office')
const VIEW = { may: 'account.view' } as const
const MANAGE = { may: 'account.manage' } as const
const DECIDE = { may: 'registration.decide' } as const

/** Every address of the office's front. */
export const officeRoutes: readonly Route[] = [
  get('/office', officeHome),
  ...reviewRoutes,
  ...feedbackRoutes,
  ...dataRequestRoutes,
  ...moderationRoutes,
  ...importRoutes,
  ...platformRoutes,
  ...producerProfileRoutes,
  ...certificateRoutes,
  ...backupRoutes,
  ...transferRoutes('office'),
  ...reportRoutes,
  ...searchRoutes,
  ...showcaseRoutes,
  ...webhookRoutes('office'),
  ...sourceRoutes,
  ...apiKeyRoutes,

  get('/office/accounts', accounts, VIEW),
  post('/office/accounts', postInvite, MANAGE),
  get('/office/accounts/new', invite, MANAGE),
  get('/office/accounts/link', oneTimeLink, VIEW),
  get('/office/accounts/new-producer', inviteProducer, DECIDE),
  post('/office/accounts/new-producer', postInviteProducer, DECIDE),
  get('/office/accounts/:id', account, VIEW),
  post('/office/accounts/:id/link', postLink, MANAGE),
  post('/office/accounts/:id/disable', postDisable, MANAGE),
  post('/office/accounts/:id/enable', postEnable, MANAGE),
  post('/office/accounts/:id/sessions', postEndSessions, MANAGE),
  post('/office/accounts/:id/authenticator', postRemoveAuthenticator, MANAGE),
  post('/office/accounts/:id/roles', postGiveRole, MANAGE),
  post('/office/accounts/:id/roles/take', postTakeRole, MANAGE),
  post('/office/accounts/:id/approve', postApprove, DECIDE),
  post('/office/accounts/:id/refuse', postRefuse, DECIDE),

  get('/office/audit', audit, { may: 'audit.view' }),
  get('/office/audit.csv', auditCsv, { may: 'audit.view' }),
  get('/office/security', security, { may: 'security.view' }),
]
