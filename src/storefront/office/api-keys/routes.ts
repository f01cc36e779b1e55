import { inFront, type Route } from '../../route.js'
import { apiKeys, postApiKey, postRevoke } from './keys-page.js'
import { newApiKey } from './new-key-page.js'

const { get, post } = inFront('office')
const MANAGE = { may: 'apiKey.manage' } as const

/** Addresses of the office's page of API keys. */
export const apiKeyRoutes: readonly Route[] = [
  get('/office/api-keys', apiKeys, MANAGE),
  post('/office/api-keys', postApiKey, MANAGE),
  get('/office/api-keys/new', newApiKey, MANAGE),
  post('/office/api-keys/:id/revoke', postRevoke, MANAGE),
]
