/**
 * What a message is about, under names of ours. Each template takes the ones it shows; what is left out is taken from
 * the message itself. Instants are RFC 3339 and shown in the community's time.
 */
export interface MessageValues {
  /** 工单编号 */
  number?: string
  /** 报修位置 */
  place?: string
  /** 报修内容 */
  content?: string
  /** 紧急程度, e.g. 紧急 */
  urgency?: string
  /** 当前进度, at most five Han characters */
  progress?: string
  /** 超时环节, at most five Han characters, e.g. 响应 */
  step?: string
  /** 处理结果 */
  result?: string
  /** 温馨提示 or 进度说明 */
  note?: string
  /** when it happened */
  at?: string
  /** until when it must be done */
  dueAt?: string
}
