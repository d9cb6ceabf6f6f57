import type { FastifyInstance } from 'fastify'
import { jsonBody } from '../request-body.ts'
import type { World } from '../world.ts'
import { SmsRefusal } from './text-messages.ts'

export function smsRoutes(app: FastifyInstance, world: World): void {
  app.post('/sms/send', async (request) => {
    try {
      if (request.headers['x-key'] !== world.settings.smsKey) {
        throw new SmsRefusal('InvalidAccessKeyId.NotFound', 'Specified access key is not found.')
      }
      const body = jsonBody(request)
      const message = world.textMessages.send(body.phone, body.signature, body.template, body.values)
      const phone = world.phones.byNumber(message.phoneNumber)
      if (phone) world.inboxes.deliver(phone.id, { kind: 'sms', text: message.text })
      return { id: message.id }
    } catch (error) {
      if (error instanceof SmsRefusal) return { code: error.code, message: error.message }
      return { code: 'isv.INVALID_PARAMETERS', message: '参数异常' }
    }
  })
}
