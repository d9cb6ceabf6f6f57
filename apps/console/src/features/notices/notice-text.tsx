import { noticeBlocks, noticeCategories } from '@yinuo/contracts'
import type { NoticeBlock, NoticeCategory } from '@yinuo/contracts'
import styles from './notices.module.css'

const Parts = ({ parts }: Pick<NoticeBlock, 'parts'>) =>
  parts.map(({ text, strong }, at) => (strong ? <strong key={at}>{text}</strong> : text))

/** The text of a notice, drawn from its blocks: nothing in it is ever taken for markup of the page. */
export function NoticeText({ body }: { body: string }) {
  return (
    <div className={styles['text']}>
      {noticeBlocks(body).map(({ kind, parts }, at) =>
        kind === 'heading' ? (
          <h4 key={at}>
            <Parts parts={parts} />
          </h4>
        ) : (
          <p key={at} className={kind === 'item' ? styles['item'] : undefined}>
            {kind === 'item' && '• '}
            <Parts parts={parts} />
          </p>
        ),
      )}
    </div>
  )
}

/** As the reader's phone shows it. */
export function PhonePreview({ category, title, body }: { category?: NoticeCategory; title?: string; body?: string }) {
  return (
    <section className={styles['phone']} aria-label="手机预览">
      <h3>{title?.trim() || '标题'}</h3>
      <p className={styles['about']}>{category ? noticeCategories[category] : '类别'} · 刚刚</p>
      <NoticeText body={body?.trim() || '正文'} />
    </section>
  )
}
