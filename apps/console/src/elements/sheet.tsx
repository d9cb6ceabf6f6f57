import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import styles from './sheet.module.css'

interface SheetProps {
  title: string
  about?: ReactNode
  /** to be read from two steps away */
  poster?: boolean
  children: ReactNode
}

/** A paper: what is printed of a page is this and nothing around it. */
export function Sheet({ title, about, poster = false, children }: SheetProps) {
  return (
    <article className={styles['sheet']} data-poster={poster}>
      <h2>{title}</h2>
      {about && <p className={styles['about']}>{about}</p>}
      {children}
    </article>
  )
}

/** A part of a paper; lines stay as they were written. */
export function SheetPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles['part']}>
      <h3>{title}</h3>
      <div>{children}</div>
    </section>
  )
}

/** Where the paper is signed. */
export function Signatures({ who }: { who: readonly string[] }) {
  return (
    <div className={styles['signatures']}>
      {who.map((each) => (
        <span key={each}>{each}：</span>
      ))}
    </div>
  )
}

export function PrintButton() {
  return (
    <Button icon={<PrinterOutlined />} onClick={() => print()}>
      打印
    </Button>
  )
}
