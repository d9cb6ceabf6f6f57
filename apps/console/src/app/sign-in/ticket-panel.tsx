import type { SignInTicketCreated } from '@yinuo/contracts'
import { Button, Skeleton } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { Refusal } from '../../elements/refusal.tsx'
import { call } from '../call.ts'
import { serverNow } from '../clock.ts'
import { useEnter } from './enter.ts'
import styles from './sign-in.module.css'

const POLL = 1_500

/** A code on the screen, approved in the mini-program. It expires; a new one is a tap away. */
export function TicketPanel() {
  const enter = useEnter()
  const [ticket, setTicket] = useState<SignInTicketCreated | null>(null)
  const [expired, setExpired] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)

  const renew = useCallback(async () => {
    setFailure(null)
    setExpired(false)
    setTicket(null)
    try {
      setTicket(await call('POST /sessions/tickets'))
    } catch (refused) {
      setFailure(refused)
    }
  }, [])
  useEffect(() => void renew(), [renew])

  useEffect(() => {
    if (!ticket || expired) return
    let asking = false
    const timer = setInterval(async () => {
      if (asking || document.hidden) return
      asking = true
      try {
        const { state } = await call('GET /sessions/tickets/{ticket}', { path: { ticket: ticket.ticket } })
        if (state === 'approved') {
          clearInterval(timer)
          enter(
            await call('POST /sessions/tickets/{ticket}/redeem', {
              path: { ticket: ticket.ticket },
              body: { secret: ticket.secret },
            }),
          )
        } else if (state === 'expired') {
          setExpired(true)
        }
      } catch (refused) {
        if (serverNow() >= Date.parse(ticket.expiresAt)) setExpired(true)
        else setFailure(refused)
      } finally {
        asking = false
      }
    }, POLL)
    return () => clearInterval(timer)
  }, [ticket, expired, enter])

  return (
    <>
      <Refusal failure={failure} />
      <div className={styles['code']}>
        {ticket ? (
          <img
            src={`data:image/svg+xml,${encodeURIComponent(ticket.qrSvg)}`}
            alt="登录二维码"
            data-ticket={ticket.ticket}
            width={198}
            height={198}
          />
        ) : (
          <Skeleton.Node active style={{ width: 200, height: 200 }} />
        )}
        {(expired || (failure !== null && !ticket)) && (
          <div className={styles['veil']}>
            <strong>{expired ? '二维码已过期' : '二维码没有取到'}</strong>
            <Button type="primary" onClick={renew}>
              刷新二维码
            </Button>
          </div>
        )}
      </div>
      <p className={styles['hint']}>
        打开“一诺物业”小程序 → 工作台 → 扫一扫，
        <br />
        在手机上确认登录。
      </p>
    </>
  )
}
