import { EVENT_TYPES } from '../../catalog/notify/event.js'
import type { WebhookEndpoint } from '../../catalog/notify/webhook-endpoint.js'
import type { EndpointWish, WithSecret } from '../../site/outbox/webhooks.js'
import { page, redirect, type RedirectReply } from '../reply.js'
import type { Handler } from '../route.js'
import { singleField } from '../shopping/single-field.js'
import { forgetShown, showOnce, takeShown } from '../fronts/shown-once.js'
import type { Visit } from '../visit.js'

export const pathOf = ({ front }: Visit): string => `/${front ?? 'office'}/webhooks`

export const labelsOf = ({ messages: { telling } }: Visit) => telling.fields

/** What the form says. */
export const readEndpoint = ({ form }: Visit): EndpointWish => ({
  name: singleField(form, 'name'),
  url: singleField(form, 'url').trim(),
  events: form.getAll('events'),
  status: form.get('on') === '1' ? 'on' : 'off',
})

/** What the fields hold: what was typed, else what is kept, else what is usual. */
export function toEndpointForm(visit: Visit, known: WebhookEndpoint | null) {
  const { form, method, messages, front } = visit
  const isTyped = method === 'POST' && form.has('url')
  const chosen: readonly string[] = isTyped ? form.getAll('events') : (known?.events ?? ['order.placed'])
  const offered = EVENT_TYPES.filter((type) => front === 'office' || type !== 'records.imported')
  return {
    name: isTyped ? (form.get('name') ?? '') : (known?.name ?? ''),
    url: isTyped ? (form.get('url') ?? '') : (known?.url ?? ''),
    isOn: isTyped ? form.get('on') === '1' : known?.status !== 'off',
    events: offered.map((type) => ({ type, label: messages.telling.events[type], isChosen: chosen.includes(type) })),
  }
}

/** Leads to the page that shows a new secret. */
export const handSecret = ({ endpoint: { id, name }, secret }: WithSecret, visit: Visit): Promise<RedirectReply> =>
  showOnce(`${pathOf(visit)}/secret`, { id, name, secret }, visit)

/** Shows a new secret, this once. */
export const secretPage: Handler = async (visit) => {
  const { messages, links } = visit
  const shown = await takeShown(visit)
  if (!shown) return redirect(links.to(pathOf(visit)), { cookies: [forgetShown] })
  const { id = '', name, secret } = shown
  const view = { name, secret, next: links.to(`${pathOf(visit)}/${id}`) }
  return page('webhooks/secret', { title: messages.telling.secretTitle }, view, { cookies: [forgetShown] })
}
