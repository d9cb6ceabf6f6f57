import type { MyPrivacyRequest } from '@yinuo/contracts'
import { saidTime } from '../../words/time.ts'

export const isWaiting = ({ state }: Pick<MyPrivacyRequest, 'state'>) => state === 'preparing'

type Told = Pick<MyPrivacyRequest, 'state' | 'askedAt' | 'effectiveAt' | 'waitsBecause' | 'atDesk'>

/** Where a request stands, in a sentence. */
export function requestWords({ state, askedAt, effectiveAt, waitsBecause, atDesk }: Told, now: number): string {
  const asked = `${saidTime(askedAt, now)}${atDesk ? '在前台' : ''}申请`
  switch (state) {
    case 'preparing':
      return `${asked}，正在准备`
    case 'ready':
      return `${asked}，${saidTime(effectiveAt!, now)}前可下载`
    case 'expired':
      return `${asked}，下载期已过，可以重新申请`
    case 'cooling':
      return waitsBecause
        ? `${asked}。因为${waitsBecause}，暂缓办理；办完后自动继续。不想注销可以撤回。`
        : `${asked}，${saidTime(effectiveAt!, now)}生效，之前可以撤回。生效后不能恢复。`
    case 'withdrawn':
      return `${asked}，已撤回`
    default:
      return `${asked}，已注销`
  }
}
