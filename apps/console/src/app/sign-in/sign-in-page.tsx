import { Segmented } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { PasswordForm } from './password-form.tsx'
import { TicketPanel } from './ticket-panel.tsx'
import styles from './sign-in.module.css'

/** The door, when nobody is signed in. */
export function SignInPage() {
  useEffect(() => void import('../routes.tsx'), [])
  return <Door title="登录工作台" note="一诺物业 · 物业公司员工使用" />
}

/**
 * The door over a page whose session ended. A native modal dialog: it lies above whatever drawers and dialogs are open, and
 * nothing below it takes keys or clicks, while all of it keeps standing with what was typed.
 */
export function SignInAgain({ name }: { name: string }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} className={styles['over']} aria-label="重新登录" onCancel={(event) => event.preventDefault()}>
      <Door title="登录已失效，请重新登录" note={`${name}，重新登录后回到原来的页面，您填写的内容还在。`} />
    </dialog>
  )
}

function Door({ title, note }: { title: string; note: string }) {
  const [way, setWay] = useState<'password' | 'scan'>('password')
  return (
    <main className={styles['page']}>
      <section className={styles['side']} aria-hidden="true">
        <img src="/mark.svg" alt="" width={56} height={56} />
        <p className={styles['motto']}>说到的，做到。</p>
        <p>报修几分钟内有人接、什么时候修好，都写在承诺里，也都在这里看得见。</p>
      </section>
      <section className={styles['door']}>
        <h1>{title}</h1>
        <p className={styles['note']}>{note}</p>
        <Segmented
          block
          value={way}
          onChange={setWay}
          options={[
            { value: 'password', label: '账号密码' },
            { value: 'scan', label: '微信扫码' },
          ]}
          style={{ marginBottom: 24 }}
        />
        {way === 'password' ? <PasswordForm /> : <TicketPanel />}
      </section>
    </main>
  )
}
