import { CheckCircleOutlined, NotificationOutlined, RollbackOutlined } from '@ant-design/icons'
import { tellingStates } from '@yinuo/contracts'
import type { ImprovementView, SeenImprovement } from '@yinuo/contracts'
import { App, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Photos } from '../../elements/photos.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { StateTag } from '../../elements/tag.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import styles from './improvement.module.css'
import { useRenewal } from './queries.ts'
import { TellingDrawer } from './telling-drawer.tsx'

/** Whether those who said so have heard what came of it, and what everybody reads. */
export function TellingPart({ item }: { item: ImprovementView }) {
  const may = useMay()
  const [writing, setWriting] = useState(false)
  const { telling, state } = item
  const isDone = state === 'done' || state === 'checked'
  return (
    <section>
      <h3>告诉提出的人</h3>
      {telling ? (
        <Told item={item} telling={telling} onEdit={() => setWriting(true)} />
      ) : (
        <p style={{ color: 'var(--secondary)' }}>
          {isDone ? '已经改好，还没有告诉提出的人。' : '落实以后，在这里告诉提出的人，并公布给全体住户。'}
        </p>
      )}
      {!telling && isDone && may('improvement.edit') && (
        <Button type="primary" icon={<NotificationOutlined />} onClick={() => setWriting(true)}>
          告诉提出的人
        </Button>
      )}
      {writing && <TellingDrawer item={item} onClose={() => setWriting(false)} />}
    </section>
  )
}

interface ToldProps {
  item: ImprovementView
  telling: NonNullable<ImprovementView['telling']>
  onEdit: () => void
}

function Told({ item, telling, onEdit }: ToldProps) {
  const { communityId } = useCommunity()
  const may = useMay()
  const { message } = App.useApp()
  const renew = useRenewal(communityId)
  const isOut = telling.state === 'published'
  const { submit, busy, failure } = useSubmit(
    (body: SeenImprovement, idempotencyKey) =>
      call('POST /communities/{communityId}/improvements/{id}/withdraw-telling', {
        path: { communityId, id: item.id },
        body,
        idempotencyKey,
      }),
    () => {
      message.success('已撤回，住户页面上不再显示')
      renew()
    },
  )
  return (
    <>
      <Refusal failure={failure} onReload={renew} />
      <p>
        <StateTag tone={isOut ? 'onTime' : 'done'} icon={isOut ? <CheckCircleOutlined /> : <RollbackOutlined />}>
          {tellingStates[telling.state]}
        </StateTag>{' '}
        <TimeText at={telling.toldAt} /> {telling.toldByName}告诉了 {telling.told} 人
      </p>
      <p className={styles['words']}>
        <strong>您说的：</strong>
        {telling.said}
      </p>
      <p className={styles['words']}>
        <strong>我们改的：</strong>
        {telling.changed}
      </p>
      <Photos files={telling.files} size={64} />
      {may('improvement.edit') && (
        <div className={styles['acts']}>
          <Button onClick={onEdit}>{isOut ? '修改' : '修改并重新公布'}</Button>
          {isOut && (
            <Popconfirm
              title="从住户页面上撤回？"
              description="已经发出的消息不会收回。"
              okText="撤回"
              onConfirm={() => submit({ version: item.version })}
            >
              <Button danger loading={busy}>
                撤回
              </Button>
            </Popconfirm>
          )}
        </div>
      )}
    </>
  )
}
