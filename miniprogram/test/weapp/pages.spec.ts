import { beforeAll, describe, expect, it } from '@jest/globals'
import type { Me } from '@yinuo/contracts'
import { payRequest } from '../canned-money.ts'
import { cannedServer, home, invitationToken, resident, stranger, worker } from '../canned.ts'
import { ensureBuilt } from './build.ts'
import { Phone } from './phone.ts'

/** Asks again and again until it is so; says what was shown when it never is. */
async function eventually(look: () => string, expected: string): Promise<string> {
  const until = Date.now() + 3000
  while (Date.now() < until) {
    if (look().includes(expected)) return look()
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`“${expected}” never appeared; shown: ${look()}`)
}

function launched(me: Me, storage?: ReadonlyMap<string, unknown>) {
  const server = cannedServer(me)
  const phone = new Phone(server.answer, storage)
  phone.launch()
  return { phone, server }
}

beforeAll(ensureBuilt, 180_000)

describe('the weapp build, run as WeChat runs it', () => {
  it.each([
    ['pages/home/index', resident, ['一诺花园', '3号楼2单元601', '我要报修', '服务承诺', '维修完成，请您确认']],
    ['pages/home/index', stranger, ['欢迎使用一诺物业', '扫码开始']],
    ['pages/entry/index?scene=a12345', resident, ['3号楼2单元 2号客梯', '这里坏了，我要报修']],
    ['pages/entry/index?scene=a12345', stranger, ['您还没有绑定', '绑定我的房屋', '拨打物业 010-8000 1234']],
    ['pages/entry/index?scene=a12345', worker, ['现场登记报修', '看我的工单']],
    ['pages/entry/index?scene=expired', resident, ['二维码已过期', '重新扫码', '拨打物业 010-8000 1234']],
    ['pages/entry/index?scene=unknown', stranger, ['不认识这个二维码']],
    ['pages/report/index', resident, ['3号楼2单元601', '漏水渗水', '我们承诺：30 分钟内有人接单', '提交报修']],
    ['pages/repairs/index', resident, ['漏水渗水', '待接单', '待确认', '已完成']],
    ['pages/repair/index?communityId=c-1&id=r-1', resident, ['张建国会在 15 分钟内接单', '处理进度', '打电话', '取消报修']],
    ['pages/repair/index?communityId=c-1&id=r-charge', resident, ['¥1,234.56', '同意报价', '不同意']],
    ['pages/repair/index?communityId=c-1&id=gone', resident, ['没能加载出来', '重试']],
    ['pages/messages/index', resident, ['报修已接单', '全部标为已读']],
    ['pages/notices/index', resident, ['冬季防火提示', '置顶', '已更正', '微信提醒我']],
    ['pages/notice/index?id=n-1', resident, ['请您留意', '补充充电位', '查看更正前的内容']],
    ['pages/outage/index?id=o-1', resident, ['停水 · 3号楼2单元', '水管抢修', '正在抢修', '拨打物业']],
    ['pages/bills/index', resident, ['¥576.08', '物业服务费', '已过应缴日', '2026年10月', '微信支付 ¥576.08', '缴费记录']],
    ['pages/payments/index', resident, ['全部', '物业服务费、车位服务费', '¥576.08', '已支付']],
    ['pages/payment/index?id=p-2', resident, ['已支付', '微信支付已到账', '查看收据', '4200001234202611211234567890']],
    ['pages/receipt/index?id=p-2', resident, ['No. 000012', '车位服务费', '伍佰柒拾陆元零捌分', '一诺物业']],
    ['pages/receipt/index?id=p-1', resident, ['还没有收据']],
    ['pages/me/index', resident, ['林晓梅', '大字版', '报修进度通知', '还可收 2 条', '退出登录']],
    ['pages/bind/index', resident, ['未通过', '租赁合同照片看不清', '申请绑定房屋', '提交申请']],
    [`pages/invitation/index?token=${invitationToken}`, resident, ['林晓梅邀请您入住', '3号楼2单元601', '租户', '接受邀请']],
    [`pages/entry/index?scene=${invitationToken}`, stranger, ['林晓梅邀请您入住', '用微信手机号接受邀请']],
    [`pages/invitation/index?token=i${'y'.repeat(22)}`, stranger, ['邀请已过期', '进入首页']],
    [
      'pages/household/index?communityId=c-1&unitId=u-601',
      resident,
      ['林小宝', '137****0002', '邀请家人或租户', '等待接受的邀请'],
    ],
    ['staff/today/index', worker, ['下一件', '接下来 2 件', '可以接的 1 件', '我来接单', '扫一扫', '在岗']],
    ['staff/repair/index?communityId=c-1&id=r-offer', worker, ['接单', '退回', '为什么派给这位']],
    ['staff/repair/index?communityId=c-1&id=r-working', worker, ['拍照完工', '登记用料', '报价', '暂停等待']],
    ['staff/posts/index', worker, ['维修工程师', '一诺花园 1号楼、3号楼', '工作内容', '任职资格', '低压电工作业证']],
    ['staff/sign-in/index?ticket=t-1', worker, ['登录物业管理后台', '确认登录']],
  ])('opens %s and shows its words', async (url, me, words) => {
    const { phone } = launched(me)
    const page = phone.open(url)
    for (const word of words) await eventually(() => phone.texts(page), word)
  })

  it('signs in with WeChat’s code once, and carries the session from then on', async () => {
    const { phone, server } = launched(resident)
    const page = phone.open('pages/home/index')
    await eventually(() => phone.texts(page), '服务承诺')
    expect(server.seen.filter(({ path }) => path === '/api/sessions/wechat').map(({ body }) => body)).toEqual([
      { code: 'wechat-code' },
    ])
    expect(server.seen.find(({ path }) => path.startsWith('/api/me/repairs'))?.headers).toMatchObject({
      authorization: 'Bearer t',
    })
  })

  it('[ORG-04] accepts an invitation with one tap and goes home', async () => {
    const { phone, server } = launched(resident)
    const page = phone.open(`pages/invitation/index?token=${invitationToken}`)
    await eventually(() => phone.texts(page), '138****0001')
    phone.tap(page, '接受邀请')
    await eventually(() => phone.navigated.join(), '/pages/home/index')
    const sent = server.seen.filter(({ path }) => path === `/api/invitations/${invitationToken}/accept`)
    expect(sent).toHaveLength(1)
    expect(sent[0]?.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/)
    expect(phone.storage.get('session.home')).toBe('u-601')
  })

  it('[ORG-04] keeps the home switched to, and a report begun for another follows it', async () => {
    const second = {
      ...home,
      communityId: 'c-2',
      communityName: '一诺广场',
      unitId: 'u-2',
      unitLabel: 'B座1208',
      role: 'tenant' as const,
    }
    const { phone, server } = launched({ ...resident, homes: [home, second] })
    const first = phone.open('pages/report/index')
    await eventually(() => JSON.stringify(phone.storage.get('report.draft') ?? null), 'u-601')
    const page = phone.open('pages/home/index')
    await eventually(() => phone.texts(page), '服务承诺')
    phone.tap(page, '一诺花园')
    await eventually(() => phone.texts(page), '绑定新的房屋')
    phone.tap(page, '租户')
    await eventually(() => JSON.stringify(phone.storage.get('session.home') ?? null), 'u-2')
    expect(phone.texts(first)).toContain('3号楼2单元601')
    phone.tap(page, '我要报修')
    await eventually(() => JSON.stringify(phone.storage.get('report.draft') ?? null), 'u-2')

    const again = new Phone(server.answer, phone.storage)
    again.launch()
    const home2 = again.open('pages/home/index')
    await eventually(() => again.texts(home2), 'B座1208')
    const report = again.open('pages/report/index')
    await eventually(() => again.texts(report), 'B座1208')
    await eventually(() => server.seen.map(({ path }) => path).join(), '/api/communities/c-2/repair-options')
  })

  it('reports a repair with the consent asked at the tap, then opens the case', async () => {
    const { phone, server } = launched(resident)
    const page = phone.open('pages/report/index')
    await eventually(() => phone.texts(page), '我们承诺')
    await eventually(() => server.seen.map(({ path }) => path).join(), '/api/me/subscriptions')
    phone.tap(page, '漏水渗水')
    phone.input(page, '例如：厨房水槽下面的水管一直滴水（可用键盘上的话筒说）', '厨房水管一直滴水')
    await eventually(() => JSON.stringify(phone.storage.get('report.draft')), '厨房水管一直滴水')
    phone.tap(page, '提交报修')
    phone.tap(page, '提交报修')
    await eventually(() => phone.navigated.join(), '/pages/repair/index?communityId=c-1&id=r-1')
    const sent = server.seen.filter(({ method, path }) => method === 'POST' && path === '/api/communities/c-1/repairs')
    expect(sent).toHaveLength(1)
    expect(sent[0]?.body).toMatchObject({
      place: { kind: 'unit', id: 'u-601' },
      category: 'water-leak',
      description: '厨房水管一直滴水',
    })
    expect(sent[0]?.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/)
    expect(phone.subscribed).toEqual([['tmpl-1', 'tmpl-2']])
    expect(phone.storage.has('report.draft')).toBe(false)
  })

  it('[FIN-02] pays all bills with two taps, and believes the server alone that they are paid', async () => {
    const { phone, server } = launched(resident)
    const page = phone.open('pages/bills/index')
    await eventually(() => phone.texts(page), '微信支付 ¥576.08')
    phone.tap(page, '微信支付 ¥576.08')
    phone.tap(page, '微信支付 ¥576.08')
    await eventually(() => phone.navigated.join(), '/pages/payment/index?id=p-1&said=paid')
    expect(phone.payments).toMatchObject([payRequest])
    const sent = server.seen.filter(({ method, path }) => method === 'POST' && path === '/api/me/payments')
    expect(sent).toMatchObject([
      {
        body: {
          unitId: 'u-601',
          parts: [
            { billId: 'b-1', amountFen: 27_608 },
            { billId: 'b-2', amountFen: 30_000 },
          ],
          aheadFen: 0,
          useBalance: false,
        },
      },
    ])
    const result = phone.open('pages/payment/index?id=p-1&said=paid')
    await eventually(() => phone.texts(result), '正在核实')
    server.wechat.paid = true
    await eventually(() => phone.texts(result), '微信支付已到账')
  })

  it('[FIN-02] says that nothing was paid when the sheet was left, and goes on with the same order', async () => {
    const { phone } = launched(resident)
    phone.paymentAnswer = 'fail cancel'
    const page = phone.open('pages/bills/index')
    await eventually(() => phone.texts(page), '微信支付 ¥576.08')
    phone.tap(page, '微信支付 ¥576.08')
    await eventually(() => phone.navigated.join(), 'said=cancelled')
    const result = phone.open('pages/payment/index?id=p-1&said=cancelled&because=')
    await eventually(() => phone.texts(result), '您取消了支付，没有扣款。')
    expect(phone.texts(result)).toContain('继续支付')
  })

  it('keeps an unsent report through a lost connection and a kill, and repeats it under its key', async () => {
    const { phone, server } = launched(resident)
    const page = phone.open('pages/report/index')
    await eventually(() => phone.texts(page), '我们承诺')
    phone.tap(page, '漏水渗水')
    phone.input(page, '例如：厨房水槽下面的水管一直滴水（可用键盘上的话筒说）', '厨房水管一直滴水')
    await eventually(() => JSON.stringify(phone.storage.get('report.draft')), '厨房水管一直滴水')
    phone.online = false
    phone.tap(page, '提交报修')
    await eventually(() => phone.texts(page), '还没有收到回音')
    const key = (phone.storage.get('report.draft') as { sending: { key: string } }).sending.key

    const again = new Phone(server.answer, phone.storage)
    again.launch()
    const reopened = again.open('pages/report/index')
    await eventually(() => again.texts(reopened), '还没有收到回音')
    again.tap(reopened, '重新提交')
    await eventually(() => again.navigated.join(), '/pages/repair/index')
    const sent = server.seen.filter(({ method, path }) => method === 'POST' && path === '/api/communities/c-1/repairs')
    expect(sent.map(({ headers }) => headers['idempotency-key'])).toEqual([key])
  })

  it('lets a worker accept without a connection, and sends it when the connection is back', async () => {
    const { phone, server } = launched(worker)
    const page = phone.open('staff/repair/index?communityId=c-1&id=r-offer')
    await eventually(() => phone.texts(page), '接单')
    phone.online = false
    phone.tap(page, '接单')
    await eventually(() => phone.texts(page), '待上传：接单')
    expect(phone.toasts).toContain('网络不通，已保存在手机上，联网后自动提交')

    const again = new Phone(server.answer, phone.storage)
    again.launch()
    await eventually(() => server.seen.map(({ path }) => path).join(), '/api/communities/c-1/repairs/r-offer/accept')
    await eventually(() => JSON.stringify(again.storage.get('outbox')), '[]')
  })
})
