import type { FastifyInstance } from 'fastify'
import { WechatError } from '../wechat-error.ts'
import type { World } from '../world.ts'
import { jsonBody } from '../request-body.ts'

export function phoneNumberRoutes(app: FastifyInstance, world: World): void {
  app.post('/wxa/business/getuserphonenumber', async (request) => {
    world.authorise(request.query)
    const body = jsonBody(request)
    if (typeof body.code !== 'string' || body.code === '') throw new WechatError(40029)
    const phone = world.phones.byId(world.oneTimeCodes.redeem('phone-number', body.code, world.settings.appId))
    if (!phone) throw new WechatError(40029)
    return {
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber: phone.phoneNumber,
        purePhoneNumber: phone.phoneNumber,
        countryCode: '86',
        watermark: { timestamp: world.clock.seconds(), appid: world.settings.appId },
      },
    }
  })
}
