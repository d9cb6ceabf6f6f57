import { disclosureLimits } from '@yinuo/contracts'
import type { DisclosureView, EditDisclosure } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Panel } from '../../elements/page.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { fenOf, yuan } from '../../words/money.ts'
import { disclosureKeys } from './queries.ts'

/** What is explained to residents, and what lay in the bank; written while it is a draft. */
export function Notes({ disclosure }: { disclosure: DisclosureView }) {
  const may = useMay()
  return disclosure.state === 'draft' && may('disclosures.edit') ? (
    <Editor key={disclosure.version} disclosure={disclosure} />
  ) : (
    <Panel title="说明" padded>
      <p style={{ whiteSpace: 'pre-wrap' }}>{disclosure.notes || '没有写说明。'}</p>
      {disclosure.bankFen !== null && <p>期末存款余额：{yuan(disclosure.bankFen)}</p>}
    </Panel>
  )
}

function Editor({ disclosure: { id, notes, bankFen, version } }: { disclosure: DisclosureView }) {
  const { communityId } = useCommunity()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [text, setText] = useState(notes)
  const [bank, setBank] = useState<number | null>(bankFen === null ? null : bankFen / 100)
  const saved = useSubmit(
    (body: EditDisclosure) => call('PUT /communities/{communityId}/disclosures/{id}', { path: { communityId, id }, body }),
    (next) => {
      queries.setQueryData(disclosureKeys(communityId).one(id), next)
      message.success('已保存')
    },
  )
  return (
    <Panel title="说明" padded>
      <Refusal
        failure={saved.failure}
        onReload={() => void queries.invalidateQueries({ queryKey: disclosureKeys(communityId).one(id) })}
      />
      <Input.TextArea
        aria-label="说明"
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder="较大的收支、与上期的差别、与存款的差额，写给住户看"
        maxLength={disclosureLimits.notes}
        showCount
        autoSize={{ minRows: 4 }}
      />
      <div style={{ display: 'flex', gap: 8, alignItems: 'center', marginTop: 32 }}>
        <InputNumber<number>
          aria-label="期末存款余额"
          value={bank}
          onChange={setBank}
          precision={2}
          prefix="¥"
          placeholder="期末存款余额"
          style={{ flex: 1 }}
        />
        <Button
          type="primary"
          loading={saved.busy}
          onClick={() => void saved.submit({ notes: text.trim(), bankFen: bank === null ? null : fenOf(bank), version })}
        >
          保存
        </Button>
      </div>
    </Panel>
  )
}
