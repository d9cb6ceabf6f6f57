/** The robot of a staff's group chat did not take a message. */
export class RobotError extends Error {
  /** Whether it may take it later. */
  readonly passing: boolean

  constructor(message: string, passing: boolean) {
    super(message)
    this.name = 'RobotError'
    this.passing = passing
  }
}

/** Speaks in a group chat of the staff. */
export abstract class GroupRobot {
  /**
   * @param key what names the robot, and lets anybody who has it speak
   * @throws RobotError
   */
  abstract say(key: string, text: string): Promise<string>
}
