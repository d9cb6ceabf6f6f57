import { Inject, Injectable } from '@nestjs/common'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { fitRobotText } from '../rules/robot-text.ts'
import { GroupRobot, RobotError } from './group-robot.ts'

const TIMEOUT_MS = 8_000

const sentences: Readonly<Record<number, string>> = {
  [-1]: '企业微信系统繁忙（-1）',
  45009: '机器人发言过于频繁，每分钟最多 20 条（45009）',
  93000: '机器人地址无效，可能已从群里移除（93000）',
  93004: '机器人已被停用（93004）',
}
const PASSING = new Set([-1, 45009, 45033])

/** A robot of a WeCom group, by its webhook: HTTP 200 with errcode. Plain text: in markdown, words of people could be links. */
@Injectable()
export class WecomRobot extends GroupRobot {
  readonly #base: string

  constructor(@Inject(CONFIG) config: Config) {
    super()
    this.#base = config.WECOM_API_BASE
  }

  async say(key: string, text: string): Promise<string> {
    const url = new URL('/cgi-bin/webhook/send', this.#base)
    url.searchParams.set('key', key)
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ msgtype: 'text', text: { content: fitRobotText(text) } }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      // The address holds the key: what went wrong is not passed on in the words of fetch.
    }).catch(() => {
      throw new RobotError('企业微信没有答复', true)
    })
    if (!response.ok) throw new RobotError(`企业微信返回 ${response.status}`, true)
    const { errcode } = (await response.json().catch(() => ({}))) as { errcode?: unknown }
    if (errcode === 0) return 'ok'
    if (typeof errcode !== 'number') throw new RobotError('企业微信的答复无法识别', true)
    throw new RobotError(sentences[errcode] ?? `企业微信拒绝（${errcode}）`, PASSING.has(errcode))
  }
}
