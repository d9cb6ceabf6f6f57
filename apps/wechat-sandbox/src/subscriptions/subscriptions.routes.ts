import type { FastifyInstance } from 'fastify'
import { jsonBody } from '../request-body.ts'
import { WechatError } from '../wechat-error.ts'
import type { World } from '../world.ts'
import type { Template } from './templates.ts'
import { checkValue } from './value-limits.ts'

export function subscriptionRoutes(app: FastifyInstance, world: World): void {
  app.post('/cgi-bin/message/subscribe/send', async (request, reply) => {
    world.authorise(request.query)
    const body = jsonBody(request)
    const phone = world.phones.byOpenid(String(body.touser ?? ''))
    const template = world.templates.byId(String(body.template_id ?? ''))
    if (!template) throw new WechatError(40037)
    const page = checkedPage(body.page, world)
    const lines = checkedLines(template, body.data)
    if (!world.grants.consume(phone.openid, template.id)) throw new WechatError(43101)

    const messageId = world.nextMessageId()
    world.inboxes.deliver(phone.id, {
      kind: 'push',
      title: template.title,
      templateId: template.id,
      lines,
      page,
      messageId,
    })
    world.events.push('subscribe_msg_sent_event', phone.openid, {
      List: { TemplateId: template.id, MsgID: messageId, ErrorCode: '0', ErrorStatus: 'success' },
    })
    // The number is longer than JavaScript can hold exactly; WeChat sends it as a number all the same.
    return reply.type('application/json; encoding=utf-8').send(`{"errcode":0,"errmsg":"ok","msgid":${messageId}}`)
  })
}

function checkedPage(page: unknown, world: World): string | null {
  if (page === undefined || page === '') return null
  if (typeof page !== 'string' || page.startsWith('/') || !world.madeCodes.isPublished(page.split('?')[0] ?? '')) {
    throw new WechatError(41030)
  }
  return page
}

function checkedLines(template: Template, raw: unknown): { label: string; value: string }[] {
  const values = (raw ?? {}) as Record<string, { value?: unknown } | undefined>
  // A template of which only the id is known takes whatever well-formed fields come.
  const fields = template.fields.length > 0 ? template.fields : Object.keys(values).map((key) => ({ key, label: key }))
  if (fields.length === 0) throw new WechatError(47003, 'argument invalid! data is emtpy')
  return fields.map(({ key, label }) => {
    const value = values[key]?.value
    checkValue(key, value)
    return { label, value: String(value) }
  })
}
