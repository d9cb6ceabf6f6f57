import type { FastifyInstance } from 'fastify'
import type { World } from '../world.ts'
import { payTime } from './answers.ts'
import { PayError } from './pay-error.ts'
import { signerOf } from './request-signature.ts'
import { sealed } from './signing.ts'

/** WeChat's certificates, for merchants that have not been given its public key for good. */
export function certificateRoutes(app: FastifyInstance, world: World): void {
  app.get('/v3/certificates', async (request) => {
    const { keyMode, apiV3Key } = signerOf(request)
    if (keyMode === 'public-key')
      throw new PayError('RESOURCE_NOT_EXISTS', '无可用的平台证书，请在商户平台-API安全申请使用微信支付公钥')
    return {
      data: world.pay.keys.certificates().map(({ serialNo, certificatePem, from, to }) => ({
        serial_no: serialNo,
        effective_time: payTime(Date.parse(from)),
        expire_time: payTime(Date.parse(to)),
        encrypt_certificate: sealed(certificatePem, 'certificate', apiV3Key),
      })),
    }
  })
}
