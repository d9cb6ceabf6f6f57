import { Body, Controller, Get, HttpCode, Inject, Post, Put } from '@nestjs/common'
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import type { MessageChannelsView as MessageChannelsShape } from '@yinuo/contracts'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, ProblemError } from '../../../platform/http/index.ts'
import { Seal } from '../../../platform/secrets/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { setPolicy, setRobot, testRobot } from '../actions/message-channels.ts'
import { robotPace, takeToken } from '../actions/take-token.ts'
import { Mailer } from '../mail/mailer.ts'
import { readChannels } from '../queries/read-channels.ts'
import { GroupRobot, RobotError } from '../robot/group-robot.ts'
import { ROBOT_SEAL } from '../robot/robot-seal.ts'
import { MessageChannelsView, SetPolicy, SetRobot } from './channels.dto.ts'

/** By which channels a community's messages go, and the group chat of its staff. */
@ApiTags('messages')
@Controller('communities/:communityId/message-channels')
export class MessageChannelsController {
  readonly #database: Database
  readonly #robot: GroupRobot
  readonly #mailer: Mailer
  readonly #seal: Seal
  readonly #base: string

  constructor(
    database: Database,
    robot: GroupRobot,
    mailer: Mailer,
    @Inject(ROBOT_SEAL) seal: Seal,
    @Inject(CONFIG) config: Config,
  ) {
    this.#database = database
    this.#robot = robot
    this.#mailer = mailer
    this.#seal = seal
    this.#base = config.WECOM_API_BASE
  }

  @Get()
  @CalledBy({ permission: 'messages.manage' })
  @ApiOkResponse({ type: MessageChannelsView })
  readMessageChannels(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<MessageChannelsShape> {
    return readChannels(this.#database, act, communityId, this.#mailer.isConfigured)
  }

  @Put('robot')
  @CalledBy({ permission: 'messages.manage' })
  @ApiOkResponse({ type: MessageChannelsView })
  async setRobot(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() { address, version }: SetRobot,
  ): Promise<MessageChannelsShape> {
    const wish = { address: address ?? null, version }
    await this.#database.write(act, (tx) => setRobot(tx, act, communityId, wish, { seal: this.#seal, base: this.#base }))
    return this.readMessageChannels(act, communityId)
  }

  @Post('robot/test')
  @HttpCode(204)
  @CalledBy({ permission: 'messages.manage' })
  @ApiNoContentResponse()
  async testRobot(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<void> {
    const key = await this.#database.write(act, async (tx) => {
      const key = await testRobot(tx, act, communityId, this.#seal)
      if (await takeToken(tx, act.now, `robot ${communityId}`, robotPace)) throw new ProblemError('TOO_MANY_REQUESTS')
      return key
    })
    await this.#robot
      .say(key, `试发消息\n${act.actor.name}正在核对企业微信群机器人，收到即表示设置正确。`)
      .catch((error: unknown) => {
        if (!(error instanceof RobotError)) throw error
        throw new ProblemError('ROBOT_REFUSED', { reason: error.message })
      })
  }

  @Put('policy')
  @CalledBy({ permission: 'messages.manage' })
  @ApiOkResponse({ type: MessageChannelsView })
  async setMessagePolicy(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: SetPolicy,
  ): Promise<MessageChannelsShape> {
    await this.#database.write(act, (tx) => setPolicy(tx, act, communityId, body))
    return this.readMessageChannels(act, communityId)
  }
}
