import { Body, Controller, Get, Header, HttpCode, Inject, Post, Query } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import { Clock } from '../../platform/clock/index.ts'
import { CONFIG, type Config } from '../../platform/config/index.ts'
import { CalledBy, ProblemError } from '../../platform/http/index.ts'
import { isFromWechat } from './event-signature.ts'
import { readEvent, WechatEvents } from './wechat-events.ts'

type Given = Record<string, unknown>

/** Where WeChat pushes to. Set to JSON and plain text ("明文模式") in the account's settings. */
@ApiExcludeController()
@Controller('wechat/events')
@CalledBy('anyone')
export class WechatEventsController {
  readonly #config: Config
  readonly #clock: Clock
  readonly #events: WechatEvents

  constructor(@Inject(CONFIG) config: Config, clock: Clock, events: WechatEvents) {
    this.#config = config
    this.#clock = clock
    this.#events = events
  }

  /** How WeChat makes sure, when the address is set, that it is ours. */
  @Get()
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('x-content-type-options', 'nosniff')
  confirmWechatAddress(@Query() query: Given): string {
    this.#check(query)
    return textIn(query, 'echostr')
  }

  /** Anything but this answer within five seconds makes WeChat send the event again, three times in all. */
  @Post()
  @HttpCode(200)
  @Header('content-type', 'text/plain; charset=utf-8')
  async takeWechatEvent(@Query() query: Given, @Body() body: unknown): Promise<string> {
    this.#check(query)
    const event = readEvent(body)
    if (event) await this.#events.take(event)
    return 'success'
  }

  #check(query: Given): void {
    const signed = { signature: textIn(query, 'signature'), timestamp: textIn(query, 'timestamp'), nonce: textIn(query, 'nonce') }
    if (!isFromWechat(signed, this.#config.WECHAT_MESSAGE_TOKEN, this.#clock.now())) throw new ProblemError('SIGNATURE_INVALID')
  }
}

function textIn(query: Given, name: string): string {
  const value = query[name]
  return typeof value === 'string' ? value : ''
}
