import { disclosureLimits, funds, periodName } from '@yinuo/contracts'
import type { DisclosureQuestion } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Panel } from '../../elements/page.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { yuan } from '../../words/money.ts'
import { disclosureKeys, useQuestions } from './queries.ts'

/** What residents asked about published lines; answered here, the answer stands beside the line for everybody. */
export function Questions({ disclosureId }: { disclosureId?: string }) {
  const { communityId } = useCommunity()
  const [open, setOpen] = useState(true)
  const query = useQuestions(communityId, { ...(open && { open }), ...(disclosureId && { disclosureId }) })
  return (
    <Panel>
      <Bar>
        <Segmented
          aria-label="是否答复"
          value={open ? 'open' : 'all'}
          onChange={(next) => setOpen(next === 'open')}
          options={[
            { value: 'open', label: '待答复' },
            { value: 'all', label: '全部' },
          ]}
        />
      </Bar>
      <Listing
        query={query}
        count={query.rows.length}
        empty={<EmptyPlace title={open ? '没有等答复的提问' : '还没有提问'} hint="住户在手机上对公示的某一行提问，会在这里。" />}
      >
        <div style={{ padding: '0 16px 16px', display: 'grid', gap: 12 }}>
          {query.rows.map((question) => (
            <Question key={question.id} question={question} />
          ))}
        </div>
      </Listing>
    </Panel>
  )
}

function Question({ question }: { question: DisclosureQuestion }) {
  const { communityId } = useCommunity()
  const may = useMay()
  const {
    disclosureId,
    fund,
    from,
    to,
    line,
    charge,
    amountFen,
    text,
    askedAt,
    answer,
    answeredByName,
    answeredAt,
    caseNumber,
    dueAt,
  } = question
  return (
    <article style={{ borderTop: '1px solid var(--line)', paddingTop: 12 }}>
      <p style={{ color: 'var(--secondary)' }}>
        <Link to={`/c/${communityId}/disclosures/${disclosureId}`}>
          {funds[fund]} {periodName(from, to)}
        </Link>
        {line !== null && ` · 第 ${line} 行 ${charge} ${yuan(amountFen ?? 0)}`} · {caseNumber} · <TimeText at={askedAt} />
        {dueAt && (
          <>
            {' '}
            · 最迟 <TimeText at={dueAt} /> 答复
          </>
        )}
      </p>
      <p style={{ fontWeight: 600, whiteSpace: 'pre-wrap' }}>{text}</p>
      {answer !== null && (
        <p style={{ whiteSpace: 'pre-wrap' }}>
          答：{answer}（{answeredByName}，<TimeText at={answeredAt!} />）
        </p>
      )}
      {answer === null && may('disclosures.edit') && <Answer id={question.id} />}
    </article>
  )
}

function Answer({ id }: { id: string }) {
  const { communityId } = useCommunity()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [typed, setTyped] = useState('')
  const sent = useSubmit(
    (answer: string, idempotencyKey) =>
      call('POST /communities/{communityId}/disclosure-questions/{id}/answer', {
        path: { communityId, id },
        body: { answer },
        idempotencyKey,
      }),
    () => {
      message.success('已答复，所有住户都能在这一行旁边看到')
      void queries.invalidateQueries({ queryKey: disclosureKeys(communityId).all })
    },
  )
  return (
    <>
      <Refusal failure={sent.failure} />
      <div style={{ display: 'flex', gap: 8, alignItems: 'flex-end' }}>
        <Input.TextArea
          aria-label="答复"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          placeholder="答复会公开，请不要写姓名、房号和电话"
          maxLength={disclosureLimits.answer}
          autoSize={{ minRows: 2 }}
        />
        <Button type="primary" loading={sent.busy} disabled={typed.trim() === ''} onClick={() => void sent.submit(typed.trim())}>
          公开答复
        </Button>
      </div>
    </>
  )
}
