import { chargeCycles, checklistNames, codesOf, disclosureChecklists, disclosureLimits, funds } from '@yinuo/contracts'
import type { ChecklistCode, DisclosureCalendarView, DisclosureCalendarWish, DisclosurePlan, Fund } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Drawer, InputNumber, Select, Table } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { serverNow } from '../../app/clock.ts'
import { useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { dayOf } from '../../words/time.ts'
import { disclosureKeys } from './queries.ts'

/** What runs now begins with the year, so that the first periods are there at once. */
const thisYear = () => `${dayOf(serverNow()).slice(0, 4)}-01-01`

/** Which fund is published how often; a local checklist is a starting point. */
export function CalendarDrawer({ calendar, onClose }: { calendar: DisclosureCalendarView; onClose: () => void }) {
  const { communityId } = useCommunity()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [checklist, setChecklist] = useState<ChecklistCode>(calendar.checklist ?? 'national')
  const [plans, setPlans] = useState<DisclosurePlan[]>(calendar.checklist ? calendar.plans : plansOf('national'))
  const step = useSubmit(
    (body: DisclosureCalendarWish) => call('PUT /communities/{communityId}/disclosure-calendar', { path: { communityId }, body }),
    (saved) => {
      queries.setQueryData(disclosureKeys(communityId).calendar, saved)
      message.success('已保存，到期的马上拟好草稿')
      onClose()
    },
  )
  const change = (fund: Fund, fields: Partial<DisclosurePlan>) =>
    setPlans((all) => all.map((plan) => (plan.fund === fund ? { ...plan, ...fields } : plan)))
  const toggle = (fund: Fund, on: boolean) =>
    setPlans((all) =>
      on ? [...all, { fund, cycle: 'half-year', dueAfterDays: 30, since: thisYear() }] : all.filter((plan) => plan.fund !== fund),
    )
  const { law, items } = disclosureChecklists[checklist]
  return (
    <Drawer
      open
      title="公示日历"
      size={720}
      onClose={onClose}
      extra={
        <Button
          type="primary"
          loading={step.busy}
          onClick={() => void step.submit({ checklist, plans, version: calendar.version })}
        >
          保存
        </Button>
      }
    >
      <Refusal failure={step.failure} />
      <p>
        地方清单{' '}
        <Select<ChecklistCode>
          aria-label="地方清单"
          value={checklist}
          onChange={(next) => {
            setChecklist(next)
            setPlans(plansOf(next))
          }}
          options={codesOf(checklistNames).map((value) => ({ value, label: checklistNames[value] }))}
          style={{ width: 160 }}
        />{' '}
        {law}
      </p>
      <Table<Fund>
        rowKey={(fund) => fund}
        dataSource={[...codesOf(funds)]}
        pagination={false}
        size="small"
        style={{ margin: '12px 0' }}
        columns={[
          {
            title: '资金',
            render: (_, fund) => (
              <Checkbox
                checked={plans.some((plan) => plan.fund === fund)}
                onChange={(event) => toggle(fund, event.target.checked)}
              >
                {funds[fund]}
              </Checkbox>
            ),
          },
          {
            title: '周期',
            width: 140,
            render: (_, fund) => {
              const plan = plans.find((each) => each.fund === fund)
              return (
                plan && (
                  <Select
                    aria-label={`${funds[fund]}周期`}
                    value={plan.cycle}
                    onChange={(cycle) => change(fund, { cycle })}
                    options={codesOf(chargeCycles).map((value) => ({ value, label: chargeCycles[value] }))}
                    style={{ width: 110 }}
                  />
                )
              )
            },
          },
          {
            title: '期末后几天内发布',
            width: 160,
            render: (_, fund) => {
              const plan = plans.find((each) => each.fund === fund)
              return (
                plan && (
                  <InputNumber
                    aria-label={`${funds[fund]}期限`}
                    value={plan.dueAfterDays}
                    min={1}
                    max={disclosureLimits.dueAfterDays}
                    precision={0}
                    suffix="天"
                    onChange={(days) => days && change(fund, { dueAfterDays: days })}
                  />
                )
              )
            },
          },
        ]}
      />
      <h3>清单要求公开的事项</h3>
      <ul>
        {items.map(({ text, fund }) => (
          <li key={text}>
            {text}
            <span style={{ color: 'var(--secondary)' }}>{fund ? `（由“${funds[fund]}”公示说明）` : '（用公告或文件公开）'}</span>
          </li>
        ))}
      </ul>
    </Drawer>
  )
}

const plansOf = (checklist: ChecklistCode): DisclosurePlan[] =>
  disclosureChecklists[checklist].plans.map((plan) => ({ ...plan, since: thisYear() }))
