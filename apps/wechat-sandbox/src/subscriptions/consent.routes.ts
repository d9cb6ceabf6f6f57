import type { FastifyInstance } from 'fastify'
import type { World } from '../world.ts'
import type { Answer } from './grants.ts'

type PhoneParams = { Params: { id: string } }

const mostTemplatesAsked = 5

/** The consent sheet of wx.requestSubscribeMessage and the settings page behind it. */
export function consentRoutes(app: FastifyInstance, world: World): void {
  app.get<PhoneParams & { Querystring: { tmplIds?: string } }>('/sandbox/phones/:id/subscriptions', async (request, reply) => {
    const phone = world.phones.byId(request.params.id)
    if (!phone) return reply.code(404).send({ error: 'no such phone' })
    const asked = (request.query.tmplIds ?? '').split(',').filter(Boolean)
    return asked.map((id) => {
      const template = world.templates.byId(id)
      return {
        id,
        title: template?.title ?? null,
        fields: template?.fields ?? [],
        always: world.grants.alwaysOf(phone.openid, id),
      }
    })
  })

  app.post<PhoneParams & { Body: { answers: Record<string, Answer>; always?: boolean } }>(
    '/sandbox/phones/:id/subscriptions',
    async (request, reply) => {
      const phone = world.phones.byId(request.params.id)
      if (!phone) return reply.code(404).send({ error: 'no such phone' })
      world.phones.touch(phone.id)
      const entries = Object.entries(request.body.answers)
      if (entries.length === 0) return { errMsg: 'requestSubscribeMessage:fail tmplIds is required', errCode: 10001 }
      if (entries.length > mostTemplatesAsked)
        return { errMsg: 'requestSubscribeMessage:fail tmplIds count out of max bounds', errCode: 20003 }
      if (entries.some(([id]) => !world.templates.byId(id)))
        return { errMsg: 'requestSubscribeMessage:fail No template data return, verify the template id exist', errCode: 20001 }
      for (const [id, answer] of entries) world.grants.answer(phone.openid, id, answer, request.body.always === true)
      world.events.push('subscribe_msg_popup_event', phone.openid, {
        List: listOf(
          entries.map(([id, answer]) => ({
            TemplateId: id,
            SubscribeStatusString: answer.startsWith('accept') ? 'accept' : 'reject',
            PopupScene: '0',
          })),
        ),
      })
      return { errMsg: 'requestSubscribeMessage:ok', ...request.body.answers }
    },
  )

  /** Only the refusal is pushed to the server, as WeChat does. */
  app.put<PhoneParams & { Body: { templateId: string; on: boolean } }>(
    '/sandbox/phones/:id/subscriptions/settings',
    async (request, reply) => {
      const phone = world.phones.byId(request.params.id)
      if (!phone || !world.templates.byId(request.body.templateId))
        return reply.code(404).send({ error: 'no such phone or template' })
      const { templateId, on } = request.body
      if (on) {
        world.grants.forgetChoice(phone.openid, templateId)
      } else {
        world.grants.cancel(phone.openid, templateId)
        world.events.push('subscribe_msg_change_event', phone.openid, {
          List: { TemplateId: templateId, SubscribeStatusString: 'reject' },
        })
      }
      return reply.code(204).send()
    },
  )
}

/** One entry is sent as itself, several as an array: so WeChat writes its JSON. */
function listOf(entries: object[]): object {
  return entries.length === 1 ? (entries[0] as object) : entries
}
