import type { ReactNode } from 'react'
import { useEffect } from 'react'
import styles from './page.module.css'

interface PageProps {
  title: string
  about?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

export function Page({ title, about, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · 一诺物业`
  }, [title])
  return (
    <main className={styles['page']}>
      <div className={styles['head']}>
        <div>
          <h1>{title}</h1>
          {about && <p>{about}</p>}
        </div>
        {actions && <div className={styles['actions']}>{actions}</div>}
      </div>
      {children}
    </main>
  )
}

export function Panel({
  title,
  extra,
  padded = false,
  children,
}: {
  title?: string
  extra?: ReactNode
  padded?: boolean
  children: ReactNode
}) {
  return (
    <section className={styles['panel']}>
      {(title || extra) && (
        <header>
          {title && <h2>{title}</h2>}
          {extra}
        </header>
      )}
      {padded ? <div className={styles['body']}>{children}</div> : children}
    </section>
  )
}

/** The row of filters above a list. */
export function Bar({ children }: { children: ReactNode }) {
  return <div className={styles['bar']}>{children}</div>
}
