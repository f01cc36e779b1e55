import { Webhook } from 'standardwebhooks'
import type { Delivery } from '../catalog/notify/delivery.js'
import type { WebhookEndpoint } from '../catalog/notify/webhook-endpoint.js'

/** A signed request, ready to be posted. */
export interface WebhookMessage {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * An event as Standard Webhooks wants it: the same id with every attempt, signed with the endpoint's secret and, for a
 * day after it was renewed, with the one before too.
 */
export function toWebhookMessage(
  { messageId, event }: Pick<Delivery, 'messageId' | 'event'>,
  { secret, formerSecret }: Pick<WebhookEndpoint, 'secret' | 'formerSecret'>,
  now: Date,
): WebhookMessage {
  const body = JSON.stringify({ type: event.type, timestamp: event.at, data: event.data })
  const isFormerValid = formerSecret !== undefined && new Date(formerSecret.until) > now
  const secrets = isFormerValid ? [secret, formerSecret.secret] : [secret]
  return {
    headers: {
      'content-type': 'application/json',
      'webhook-id': messageId,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': secrets.map((one) => new Webhook(one).sign(messageId, now, body)).join(' '),
    },
    body,
  }
}
