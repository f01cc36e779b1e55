import type { Seals } from '../../access/seals.js'
import type { WebhookEndpoint } from '../../catalog/notify/webhook-endpoint.js'

type Secrets = Pick<WebhookEndpoint, 'secret' | 'formerSecret'>

/** Where the secret of an endpoint belongs, for its seal. */
export const webhookPlace = (id: string): string => `webhook ${id}`

/** The endpoint as it is kept: its secret under the site's key, whether it was so before or not. */
export function sealEndpoint(endpoint: WebhookEndpoint, seals: Seals): WebhookEndpoint {
  if (!seals.isOutdated(endpoint.secret)) return endpoint
  const place = webhookPlace(endpoint.id)
  return { ...endpoint, secret: seals.seal(seals.open(endpoint.secret, place), place) }
}

/** The secrets with which requests are signed. @throws {CatalogError} `SEALED` */
export function openSecrets(endpoint: WebhookEndpoint, seals: Seals): Secrets {
  const place = webhookPlace(endpoint.id)
  const { secret, formerSecret: former } = endpoint
  return {
    secret: seals.open(secret, place),
    ...(former ? { formerSecret: { ...former, secret: seals.open(former.secret, place) } } : {}),
  }
}
