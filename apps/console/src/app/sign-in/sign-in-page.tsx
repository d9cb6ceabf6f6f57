import { Segmented } from 'antd'
import { useState } from 'react'
import { PasswordForm } from './password-form.tsx'
import { TicketPanel } from './ticket-panel.tsx'
import styles from './sign-in.module.css'

/** The door: alone when nobody is signed in, or over the page when the session ended (`again`). */
export function SignInPage({ again }: { again?: string }) {
  const [way, setWay] = useState<'password' | 'scan'>('password')
  return (
    <main className={styles['page']} data-over={again !== undefined}>
      <section className={styles['side']} aria-hidden="true">
        <img src="/mark.svg" alt="" width={56} height={56} />
        <p className={styles['motto']}>说到的，做到。</p>
        <p>报修几分钟内有人接、什么时候修好，都写在承诺里，也都在这里看得见。</p>
      </section>
      <section className={styles['door']}>
        <h1>{again === undefined ? '登录工作台' : '登录已失效，请重新登录'}</h1>
        <p className={styles['note']}>
          {again === undefined ? '一诺物业 · 物业公司员工使用' : `${again}，重新登录后回到原来的页面，您填写的内容还在。`}
        </p>
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
