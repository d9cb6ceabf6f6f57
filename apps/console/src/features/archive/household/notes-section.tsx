import { PushpinFilled, PushpinOutlined } from '@ant-design/icons'
import type { Household, HouseholdNote, WriteNote } from '@yinuo/contracts'
import { Button, Checkbox, Input } from 'antd'
import { call } from '../../../app/call.ts'
import { useMay } from '../../../app/community.ts'
import { useDraft } from '../../../app/draft.ts'
import { useSubmit } from '../../../app/submit.ts'
import { EmptyPlace } from '../../../elements/listing.tsx'
import { Panel } from '../../../elements/page.tsx'
import { Refusal } from '../../../elements/refusal.tsx'
import { TimeText } from '../../../elements/time-text.tsx'
import { EndButton } from '../structure/end-button.tsx'
import { useRenewArchive } from '../structure/queries.ts'
import styles from './household.module.css'

/** What colleagues tell each other of this home; residents never see it. */
export function NotesSection({ communityId, household }: { communityId: string; household: Household }) {
  const mayEdit = useMay()('archive.edit')
  return (
    <Panel title="备注" extra={<span className={styles['small']}>只有员工能看到</span>}>
      {mayEdit && <NoteForm communityId={communityId} unitId={household.id} />}
      {household.notes.length === 0 ? (
        <EmptyPlace title="还没有备注" hint="如：家有老人、上门先电话联系。" />
      ) : (
        <ul className={styles['list']}>
          {household.notes.map((note) => (
            <Note key={note.id} communityId={communityId} note={note} mayEdit={mayEdit} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

const fresh: WriteNote = { text: '', pinned: false }

function NoteForm({ communityId, unitId }: { communityId: string; unitId: string }) {
  const renew = useRenewArchive(communityId)
  const [note, setNote, forget] = useDraft(`note.${unitId}`, fresh)
  const { submit, busy, failure } = useSubmit(
    (body: WriteNote, idempotencyKey) =>
      call('POST /communities/{communityId}/households/{unitId}/notes', { path: { communityId, unitId }, body, idempotencyKey }),
    () => {
      forget()
      renew()
    },
  )
  return (
    <div style={{ padding: '12px 16px 4px' }}>
      <Refusal failure={failure} />
      <Input.TextArea
        value={note.text}
        onChange={(event) => setNote({ ...note, text: event.target.value })}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={500}
        placeholder="写一条备注"
        aria-label="备注"
      />
      <div className={styles['row']} style={{ marginTop: 8 }}>
        <Checkbox checked={note.pinned} onChange={(event) => setNote({ ...note, pinned: event.target.checked })}>
          置顶
        </Checkbox>
        <Button
          size="small"
          type="primary"
          loading={busy}
          disabled={!note.text.trim()}
          onClick={() => submit({ ...note, text: note.text.trim() })}
        >
          添加备注
        </Button>
      </div>
    </div>
  )
}

function Note({ communityId, note, mayEdit }: { communityId: string; note: HouseholdNote; mayEdit: boolean }) {
  const renew = useRenewArchive(communityId)
  const path = { communityId, id: note.id }
  const { submit, busy, failure } = useSubmit(
    (body: { pinned: boolean }) => call('PUT /communities/{communityId}/household-notes/{id}', { path, body }),
    renew,
  )
  return (
    <li>
      <Refusal failure={failure} />
      <p className={styles['text']}>
        {note.pinned && <PushpinFilled style={{ marginRight: 6, color: 'var(--accent)' }} aria-label="已置顶" />}
        {note.text}
      </p>
      <div className={styles['row']}>
        <span className={styles['small']}>
          {note.writtenByName} · <TimeText at={note.writtenAt} />
        </span>
        {mayEdit && (
          <span>
            <Button
              type="link"
              size="small"
              icon={<PushpinOutlined />}
              loading={busy}
              onClick={() => submit({ pinned: !note.pinned })}
            >
              {note.pinned ? '取消置顶' : '置顶'}
            </Button>
            <EndButton
              word="撤回"
              question="撤回这条备注？"
              consequence="撤回后不再显示，操作记录里仍可查到。"
              work={() => call('POST /communities/{communityId}/household-notes/{id}/withdraw', { path })}
              onDone={renew}
            />
          </span>
        )}
      </div>
    </li>
  )
}
