import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { EventListener, WechatWorld, finished, lin, progress, progressValues, until } from './wechat-world.ts'

/**
 * Answers and events in the form WeChat's documentation prints them; keys and types must be the same in the sandbox.
 * Where table and example differ (countryCode: string and 86) the table counts.
 */
const samples = {
  code2Session: '{"openid":"oGZUI0egBJY1zhBYw2KhdUfwVJJE","session_key":"tiihtNczf5v6AKRyjwEUhQ=="}',
  'code2Session, used code': '{"errcode":40163,"errmsg":"code been used, rid: 62b0a1b5-3bd0a4d4-1bf0e8ee"}',
  getStableAccessToken: '{"access_token":"ACCESS_TOKEN","expires_in":7200}',
  getPhoneNumber:
    '{"errcode":0,"errmsg":"ok","phone_info":{"phoneNumber":"13123456789","purePhoneNumber":"13123456789","countryCode":"86","watermark":{"timestamp":1637744274,"appid":"wx0000000000000000"}}}',
  'getUnlimitedQRCode, unknown page': '{"errcode":41030,"errmsg":"invalid page rid: 62b0a1b5-3bd0a4d4-1bf0e8ee"}',
  'subscribeMessage.send': '{"errcode":0,"errmsg":"ok","msgid":294402298110051942}',
  'subscribeMessage.send, refused': '{"errcode":43101,"errmsg":"user refuse to accept the msg rid: 5f325211-48269097-7624df34"}',
  'msgSecCheck, pass':
    '{"errcode":0,"errmsg":"ok","result":{"suggest":"pass","label":100},"detail":[{"strategy":"content_model","errcode":0,"suggest":"pass","label":100,"prob":90}],"trace_id":"60ae120f-371d5872-7941a05b"}',
  'msgSecCheck, risky':
    '{"errcode":0,"errmsg":"ok","result":{"suggest":"risky","label":20006},"detail":[{"strategy":"content_model","errcode":0,"suggest":"risky","label":20006,"prob":90},{"strategy":"keyword","errcode":0,"suggest":"risky","label":20006,"level":20,"keyword":"word"}],"trace_id":"60ae120f-371d5872-7941a05b"}',
  mediaCheckAsync: '{"errcode":0,"errmsg":"ok","trace_id":"967e945cd8a3e458f3c74dcb886068e9"}',
  'popup event':
    '{"ToUserName":"gh_123456789abc","FromUserName":"o7esq5OI1Uej6Xixw1lA2H7XDVbc","CreateTime":"1620973045","MsgType":"event","Event":"subscribe_msg_popup_event","List":[{"TemplateId":"id","SubscribeStatusString":"accept","PopupScene":"0"},{"TemplateId":"id","SubscribeStatusString":"reject","PopupScene":"0"}]}',
  'popup event, one template':
    '{"ToUserName":"gh_123456789abc","FromUserName":"o7esq5OI1Uej6Xixw1lA2H7XDVbc","CreateTime":"1620973045","MsgType":"event","Event":"subscribe_msg_popup_event","List":{"TemplateId":"id","SubscribeStatusString":"accept","PopupScene":"0"}}',
  'change event':
    '{"ToUserName":"gh_123456789abc","FromUserName":"o7esq5OI1Uej6Xixw1lA2H7XDVbc","CreateTime":"1610968440","MsgType":"event","Event":"subscribe_msg_change_event","List":{"TemplateId":"id","SubscribeStatusString":"reject"}}',
  'sent event':
    '{"ToUserName":"gh_123456789abc","FromUserName":"o7esq5PHRGBQYmeNyfG064wEFVpQ","CreateTime":"1620963428","MsgType":"event","Event":"subscribe_msg_sent_event","List":{"TemplateId":"id","MsgID":"1864323726461255680","ErrorCode":"0","ErrorStatus":"success"}}',
  'media event':
    '{"ToUserName":"gh_9df7d78a1234","FromUserName":"o4_t144jTUSEoxydysUA2E234_tc","CreateTime":1626959646,"MsgType":"event","Event":"wxa_media_check","appid":"wx8f16a5e77871234","trace_id":"60f96f1d-3845297a-1976a3ae","version":2,"detail":[{"strategy":"content_model","errcode":0,"suggest":"pass","label":100,"prob":90}],"errcode":0,"errmsg":"ok","result":{"suggest":"pass","label":100}}',
} as const

describe('keys and types as in the documentation', () => {
  const said: Partial<Record<keyof typeof samples, unknown>> = {}
  let wechat: WechatWorld
  let server: EventListener
  beforeAll(async () => {
    server = await new EventListener().open()
    wechat = await new WechatWorld().open({ serverUrl: server.url, mediaVerdictSeconds: 0 })
    await wechat.signIn()
    const code = await wechat.loginCode('lin')
    said['code2Session'] = (await wechat.login(code)).json
    said['code2Session, used code'] = (await wechat.login(code)).json
    said['getStableAccessToken'] = (await wechat.askToken()).json
    const { json } = await wechat.ask('POST', '/sandbox/phones/lin/phone-codes', {})
    said['getPhoneNumber'] = (await wechat.post('/wxa/business/getuserphonenumber', json)).json
    said['getUnlimitedQRCode, unknown page'] = (await wechat.post('/wxa/getwxacodeunlimit', { scene: 'a', page: 'nowhere' })).json
    await wechat.consent('lin', { [progress]: 'accept' })
    await wechat.consent('lin', { [progress]: 'accept', [finished]: 'reject' })
    said['subscribeMessage.send'] = (await wechat.sendProgress(progressValues)).json
    await wechat.sendProgress(progressValues)
    said['subscribeMessage.send, refused'] = (await wechat.sendProgress(progressValues)).json
    const check = { version: 2, openid: lin.openid, scene: 2 }
    said['msgSecCheck, pass'] = (await wechat.post('/wxa/msg_sec_check', { ...check, content: '漏水' })).json
    said['msgSecCheck, risky'] = (await wechat.post('/wxa/msg_sec_check', { ...check, content: '网上赌博' })).json
    await wechat.ask('POST', '/sandbox/media-verdicts', { suggest: 'pass' })
    const photo = { ...check, media_url: 'http://127.0.0.1:9/photo.jpg', media_type: 2 }
    said['mediaCheckAsync'] = (await wechat.post('/wxa/media_check_async', photo)).json
    await wechat.ask('PUT', '/sandbox/phones/lin/subscriptions/settings', { templateId: progress, on: false })
    await until(() => server.pushed.length === 6)
    said['popup event, one template'] = server.named('subscribe_msg_popup_event')[0]?.event
    said['popup event'] = server.named('subscribe_msg_popup_event')[1]?.event
    said['change event'] = server.named('subscribe_msg_change_event')[0]?.event
    said['sent event'] = server.named('subscribe_msg_sent_event')[0]?.event
    said['media event'] = server.named('wxa_media_check')[0]?.event
  })
  afterAll(async () => {
    await wechat.close()
    await server.close()
  })

  it.each(Object.keys(samples) as (keyof typeof samples)[])('%s', (name) => {
    expect(shapeOf(said[name])).toEqual(shapeOf(JSON.parse(samples[name])))
  })
})

function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf)
  if (value === null || typeof value !== 'object') return typeof value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]))
}
