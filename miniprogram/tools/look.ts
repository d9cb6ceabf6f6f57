/** Draws every screen of the h5 build to PNG: `node tools/look.ts <folder> [name…]`. Answers are canned. */
import { createReadStream, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import sparticuz from '@sparticuz/chromium'
import { chromium } from 'playwright-core'
import type { Page } from 'playwright-core'
import type { Me } from '@yinuo/contracts'
import { cannedServer, invitationToken, resident, stranger, worker } from '../test/canned.ts'

const here = import.meta.dirname
const folder = process.argv[2] ?? join(tmpdir(), 'yinuo-look')
const only = process.argv.slice(3)
const port = 3240

interface Look {
  page: string
  me: Me
  empty?: boolean
  offline?: boolean
  act?: (page: Page) => Promise<void>
}
const tap = (text: string) => async (page: Page) => {
  await page.getByText(text, { exact: true }).last().click()
}
const both: Me = { ...worker, homes: resident.homes }

const looks: Record<string, Look> = {
  home: { page: 'pages/home/index', me: resident },
  'home-stranger': { page: 'pages/home/index', me: stranger },
  'home-switch': {
    page: 'pages/home/index',
    me: {
      ...resident,
      homes: [...resident.homes, { ...resident.homes[0]!, unitId: 'u-2', unitLabel: '一诺广场 B座 1208', role: 'tenant' }],
    },
    act: tap('一诺花园'),
  },
  entry: { page: 'pages/entry/index?scene=a12345', me: resident },
  'entry-stranger': { page: 'pages/entry/index?scene=a12345', me: stranger },
  'entry-staff': { page: 'pages/entry/index?scene=a12345', me: worker },
  'entry-expired': { page: 'pages/entry/index?scene=expired', me: resident },
  report: {
    page: 'pages/report/index',
    me: resident,
    act: async (page) => {
      await tap('漏水渗水')(page)
      await page.locator('textarea').fill('厨房水槽下面的水管一直滴水')
    },
  },
  'report-faults': { page: 'pages/report/index', me: resident, act: tap('提交报修') },
  'report-place': { page: 'pages/report/index', me: resident, act: tap('3号楼2单元601') },
  repairs: { page: 'pages/repairs/index', me: resident },
  'repairs-empty': { page: 'pages/repairs/index', me: resident, empty: true },
  'repairs-offline': { page: 'pages/repairs/index', me: resident, offline: true },
  repair: { page: 'pages/repair/index?communityId=c-1&id=r-1', me: resident },
  'repair-charge': { page: 'pages/repair/index?communityId=c-1&id=r-charge', me: resident },
  'repair-done': { page: 'pages/repair/index?communityId=c-1&id=r-done', me: resident },
  'repair-rate': {
    page: 'pages/repair/index?communityId=c-1&id=r-done',
    me: resident,
    act: async (page) => {
      await tap('确认修好并评价')(page)
      await page.locator('.stars__star').nth(3).click()
    },
  },
  'repair-closed': { page: 'pages/repair/index?communityId=c-1&id=r-closed', me: resident },
  'repair-long': { page: 'pages/repair/index?communityId=c-1&id=r-long', me: resident },
  messages: { page: 'pages/messages/index', me: resident },
  me: { page: 'pages/me/index', me: both },
  bind: { page: 'pages/bind/index', me: resident },
  household: { page: 'pages/household/index?communityId=c-1&unitId=u-601', me: resident },
  'household-invite': {
    page: 'pages/household/index?communityId=c-1&unitId=u-601',
    me: resident,
    act: tap('邀请家人或租户'),
  },
  'household-invitation': { page: 'pages/household/index?communityId=c-1&unitId=u-601', me: resident, act: tap('陈新') },
  'household-member': { page: 'pages/household/index?communityId=c-1&unitId=u-601', me: resident, act: tap('林小宝') },
  invitation: { page: `pages/entry/index?scene=${invitationToken}`, me: resident },
  'invitation-stranger': { page: `pages/invitation/index?token=${invitationToken}`, me: stranger },
  'invitation-expired': { page: `pages/invitation/index?token=i${'y'.repeat(22)}`, me: stranger },
  today: { page: 'staff/today/index', me: worker },
  'today-empty': { page: 'staff/today/index', me: worker, empty: true },
  'staff-offer': { page: 'staff/repair/index?communityId=c-1&id=r-offer', me: worker },
  'staff-working': { page: 'staff/repair/index?communityId=c-1&id=r-working', me: worker },
  'staff-finish': { page: 'staff/repair/index?communityId=c-1&id=r-working', me: worker, act: tap('拍照完工') },
  'staff-wait': { page: 'staff/repair/index?communityId=c-1&id=r-working', me: worker, act: tap('暂停等待') },
  'staff-materials': { page: 'staff/repair/index?communityId=c-1&id=r-working', me: worker, act: tap('登记用料') },
  'staff-documents': { page: 'staff/documents/index', me: worker },
  'staff-posts': { page: 'staff/posts/index', me: worker },
  'sign-in': { page: 'staff/sign-in/index?ticket=abc', me: worker },
}
const sizes = [
  { name: '375', width: 375, elder: false },
  { name: '414', width: 414, elder: false },
  { name: '375-elder', width: 375, elder: true },
]

const client = `window.wechatClient = { phone: { id: 'look', name: 'look' }, login: async () => ({ code: 'c' }), scanCode: async () => { throw { errMsg: 'scanCode:fail cancel' } },
  getPhoneNumber: async () => ({ code: 'p' }), requestSubscribeMessage: async ({ tmplIds }) => Object.fromEntries(tmplIds.map((id) => [id, 'accept'])),
  privacy: async () => ({ needAuthorization: false, contractName: '《隐私》' }), agreePrivacy: async () => {}, onOpenPage() {}, setOffline() {}, isOffline: () => Boolean(window.__offline) }`
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://look').pathname
  if (path === '/client.js') return void response.setHeader('content-type', 'text/javascript').end(client)
  const file = join(here, '../dist/h5', path === '/' ? 'index.html' : path)
  if (!existsSync(file)) return void response.writeHead(404).end()
  response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream')
  createReadStream(file).pipe(response)
}).listen(port)

const fonts = join(here, '../../node_modules/@expo-google-fonts/noto-sans-sc')
const conf = join(tmpdir(), 'yinuo-look-fonts.conf')
writeFileSync(
  conf,
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}/400Regular</dir><dir>${fonts}/600SemiBold</dir><cachedir>${join(tmpdir(), 'yinuo-look-fonts')}</cachedir></fontconfig>`,
)
process.env['FONTCONFIG_FILE'] = conf
mkdirSync(folder, { recursive: true })

const browser = await chromium.launch({
  executablePath: await sparticuz.executablePath(),
  args: sparticuz.args.filter((flag) => flag !== '--single-process'),
  headless: true,
})
for (const [name, look] of Object.entries(looks)) {
  if (only.length > 0 && !only.includes(name)) continue
  for (const size of sizes) {
    const context = await browser.newContext({
      viewport: { width: size.width, height: 812 },
      deviceScaleFactor: 1,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    })
    const canned = cannedServer(size.elder ? { ...look.me, account: { ...look.me.account!, elderMode: true } } : look.me, {
      empty: look.empty ?? false,
    })
    await context.addInitScript((offline) => Object.assign(window, { __offline: offline }), look.offline ?? false)
    const page = await context.newPage()
    page.on('pageerror', (error) => console.log(name, size.name, 'ERROR', error.message))
    page.on('console', (message) => message.type() === 'error' && console.log(name, size.name, message.text().slice(0, 300)))
    await page.route('**/api/**', async (route) => {
      const request = route.request()
      const url = new URL(request.url())
      const answer = canned.answer({
        method: request.method(),
        path: url.pathname + url.search,
        body: request.postData(),
        headers: request.headers(),
      })
      await route.fulfill({ status: answer.status, json: answer.body, headers: { 'access-control-allow-origin': '*' } })
    })
    await page.goto(`http://127.0.0.1:${port}/?phone=look#/${look.page}`)
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(400)
    if (look.act) await look.act(page).catch((error: Error) => console.log(name, size.name, 'ACT', error.message.slice(0, 200)))
    await page.waitForTimeout(400)
    await page.screenshot({ path: join(folder, `${name}.${size.name}.png`) })
    await context.close()
  }
}
await browser.close()
server.close()
