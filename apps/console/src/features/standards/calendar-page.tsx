import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { WorkCalendar } from '@yinuo/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, DatePicker, Input, Radio, TimePicker } from 'antd'
import dayjs from 'dayjs'
import { useEffect, useState } from 'react'
import { call } from '../../app/call.ts'
import { keysOf, useCommunity, useMay } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Listing } from '../../elements/listing.tsx'
import { Page, Panel } from '../../elements/page.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { spokenDay } from '../../words/time.ts'
import { calendarFaults, isWholeDay, untilOf, weekdayNumbers, weekdays, weekSentence } from './calendar-rules.ts'
import type { Weekday } from './calendar-rules.ts'
import styles from './standards.module.css'

/** The hours in which clocks run that respect working hours. */
export function CalendarPage() {
  const { communityId } = useCommunity()
  const may = useMay()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const key = keysOf(communityId).calendar
  const query = useQuery({
    queryKey: key,
    queryFn: () => call('GET /communities/{communityId}/calendar', { path: { communityId } }),
    staleTime: 60_000,
  })
  const [draft, setDraft] = useState<WorkCalendar | null>(null)
  const { submit, busy, failure } = useSubmit(
    (body: WorkCalendar, idempotencyKey) =>
      call('PUT /communities/{communityId}/calendar', { path: { communityId }, body, idempotencyKey }),
    (kept) => {
      queries.setQueryData(key, kept)
      setDraft(null)
      message.success('工作日历已保存')
    },
  )
  useEffect(() => setDraft(null), [communityId])
  const calendar = draft ?? query.data
  const faults = draft ? calendarFaults(draft) : []
  const mayEdit = may('standards.adopt')

  return (
    <Page
      title="工作日历"
      about={
        calendar
          ? `${weekSentence(calendar.slots)}${calendar.observesPublicHolidays ? '，按国家节假日休息' : ''}。紧急报修不看日历，始终计时。`
          : undefined
      }
      actions={
        draft && (
          <>
            <Button onClick={() => setDraft(null)}>放弃修改</Button>
            <Button type="primary" loading={busy} disabled={faults.length > 0} onClick={() => submit(draft)}>
              保存
            </Button>
          </>
        )
      }
    >
      <Refusal failure={failure} />
      {faults.length > 0 && (
        <ul role="alert" style={{ marginBottom: 12, color: 'var(--late-text)' }}>
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
      <Listing query={query} count={calendar ? 1 : 0}>
        {calendar && (
          <div className={styles['columns']} style={{ gridTemplateColumns: 'minmax(0, 1fr) 400px' }}>
            <Panel title="每周时段" padded>
              <Week calendar={calendar} onChange={mayEdit ? setDraft : undefined} />
            </Panel>
            <Panel title="特殊日期" padded>
              <SpecialDays calendar={calendar} onChange={mayEdit ? setDraft : undefined} />
            </Panel>
          </div>
        )}
      </Listing>
    </Page>
  )
}

interface Part {
  calendar: WorkCalendar
  onChange?: (calendar: WorkCalendar) => void
}

const FORMAT = 'HH:mm'

function Week({ calendar, onChange }: Part) {
  const set = (slots: WorkCalendar['slots']) => onChange?.({ ...calendar, slots })
  const copyMonday = () =>
    set([
      ...calendar.slots.filter(({ weekday }) => weekday === 1 || weekday > 5),
      ...([2, 3, 4, 5] as const).flatMap((weekday) =>
        calendar.slots.filter((slot) => slot.weekday === 1).map((slot) => ({ ...slot, weekday })),
      ),
    ])
  const ofDay = (weekday: Weekday) =>
    calendar.slots.map((slot, place) => ({ slot, place })).filter(({ slot }) => slot.weekday === weekday)
  return (
    <div className={styles['week']}>
      {weekdayNumbers.map((weekday) => (
        <div key={weekday}>
          <strong>{weekdays[weekday]}</strong>
          {isWholeDay(calendar.slots, weekday) && <span className={styles['rest']}>全天</span>}
          <div className={styles['slots']}>
            {ofDay(weekday).length === 0 && <span className={styles['rest']}>休息</span>}
            {ofDay(weekday).map(({ slot, place }) =>
              onChange ? (
                <span key={place}>
                  <TimePicker.RangePicker
                    format={FORMAT}
                    minuteStep={5}
                    allowClear={false}
                    order={false}
                    value={[dayjs(slot.from, FORMAT), dayjs(slot.until, FORMAT)]}
                    onChange={(_, times) =>
                      times && set(calendar.slots.with(place, { ...slot, from: times[0], until: untilOf(times[1]) }))
                    }
                    style={{ width: 170 }}
                    aria-label={`${weekdays[weekday]}时段`}
                  />
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={`删除${weekdays[weekday]} ${slot.from}–${slot.until}`}
                    onClick={() => set(calendar.slots.toSpliced(place, 1))}
                  />
                </span>
              ) : (
                <span key={place}>
                  {slot.from}–{slot.until}
                </span>
              ),
            )}
          </div>
          {onChange && (
            <Button
              type="text"
              icon={<PlusOutlined />}
              onClick={() => set([...calendar.slots, { weekday, from: '09:00', until: '18:00' }])}
            >
              加时段
            </Button>
          )}
        </div>
      ))}
      {onChange && (
        <Button type="link" onClick={copyMonday} style={{ justifySelf: 'start', marginTop: 8, padding: 0 }}>
          周二到周五照周一
        </Button>
      )}
    </div>
  )
}

function SpecialDays({ calendar, onChange }: Part) {
  const [on, setOn] = useState<string | null>(null)
  const [kind, setKind] = useState<'holiday' | 'workday'>('holiday')
  const [name, setName] = useState('')
  const set = (days: WorkCalendar['days']) =>
    onChange?.({ ...calendar, days: days.toSorted((one, other) => one.on.localeCompare(other.on)) })
  const add = () => {
    if (!on) return
    set([
      ...calendar.days.filter((day) => day.on !== on),
      { on, kind, name: name.trim() || (kind === 'holiday' ? '休息' : '上班') },
    ])
    setOn(null)
    setName('')
  }
  return (
    <>
      <Checkbox
        checked={calendar.observesPublicHolidays}
        disabled={!onChange}
        onChange={(event) => onChange?.({ ...calendar, observesPublicHolidays: event.target.checked })}
        style={{ marginBottom: 12 }}
      >
        按国家节假日和调休安排
      </Checkbox>
      {onChange && (
        <div style={{ display: 'grid', gap: 8, marginBottom: 12 }}>
          <div style={{ display: 'flex', gap: 8 }}>
            <DatePicker
              value={on ? dayjs(on) : null}
              onChange={(day) => setOn(day?.format('YYYY-MM-DD') ?? null)}
              placeholder="哪一天"
              style={{ flex: 1 }}
            />
            <Radio.Group
              value={kind}
              onChange={(event) => setKind(event.target.value)}
              optionType="button"
              options={[
                { value: 'holiday', label: '休息' },
                { value: 'workday', label: '上班' },
              ]}
            />
          </div>
          <div style={{ display: 'flex', gap: 8 }}>
            <Input
              value={name}
              onChange={(event) => setName(event.target.value)}
              onPressEnter={add}
              placeholder="名称，如：小区停电检修"
              maxLength={20}
            />
            <Button icon={<PlusOutlined />} disabled={!on} onClick={add}>
              添加
            </Button>
          </div>
        </div>
      )}
      {calendar.days.length === 0 && <p className={styles['rest']}>没有另外安排的日期。</p>}
      <ul className={styles['days']} style={{ maxHeight: 420, overflow: 'auto' }}>
        {calendar.days.map((day) => (
          <li key={day.on}>
            <strong style={{ fontWeight: 600 }}>
              {day.on.slice(0, 4)}年{spokenDay(day.on)}
            </strong>
            {day.kind === 'holiday' ? '休息' : '上班'} · {day.name}
            {onChange && (
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={`删除 ${day.on}`}
                onClick={() => set(calendar.days.filter(({ on: other }) => other !== day.on))}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
