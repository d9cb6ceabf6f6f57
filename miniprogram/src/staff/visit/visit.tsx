import { permissionsIn } from '@yinuo/api-client'
import { residencyRoles, visitOutcomes, visitStates, visitWays } from '@yinuo/contracts'
import type { VisitCase, VisitView } from '@yinuo/contracts'
import { useState } from 'react'
import { FileStrip } from '../../cases/file-strip.tsx'
import { openPage, platform, Text, useRouter, View } from '../../platform'
import { sentenceOf } from '../../session/failure.ts'
import { useNow, useRemote } from '../../session/remote.ts'
import { call, session } from '../../session/session.ts'
import { useStore } from '../../session/store.ts'
import { colours } from '../../theme/tokens.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Card, Fact } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Shown } from '../../ui/states.tsx'
import { Tap } from '../../ui/tap.tsx'
import { weekWords, wishWords } from '../../visits/visit-words.ts'
import { saidTime } from '../../words/time.ts'
import { FindingSheet } from './finding-sheet.tsx'
import { RecordSheet } from './record-sheet.tsx'

type Sheet = 'record' | 'repair' | 'complaint'

/** One household: what to know, whom to call, what came of it. */
export function VisitScreen() {
  const { params } = useRouter()
  const path = { communityId: params['communityId'] ?? '', id: params['id'] ?? '' }
  const visit = useRemote(() => call('GET /communities/{communityId}/visits/{id}', { path }), [path.id])
  const [open, setOpen] = useState<Sheet | null>(null)
  const value = visit.value
  const done = () => {
    setOpen(null)
    void visit.reload()
  }
  const mayFind = value && value.residents.length > 0 && value.state !== 'missed' && value.state !== 'dropped'
  return (
    <Screen
      work
      foot={
        value && (
          <>
            {value.state === 'planned' && <ActionButton text="登记回访" icon="pencil" onTap={() => setOpen('record')} />}
            {mayFind && (
              <View className="pair">
                <ActionButton text="转报修" kind="quiet" icon="wrench" onTap={() => setOpen('repair')} />
                <ActionButton text="转投诉建议" kind="quiet" icon="chat" onTap={() => setOpen('complaint')} />
              </View>
            )}
          </>
        )
      }
    >
      <Shown of={visit} rows={4}>
        {(shown) => (
          <>
            <Facts visit={shown} />
            <People communityId={path.communityId} visit={shown} />
            <Cases title="在办的工单" cases={othersOf(shown)} communityId={path.communityId} />
            <Tries visit={shown} />
            {shown.files.length > 0 && (
              <Card title="照片">
                <FileStrip files={shown.files} />
              </Card>
            )}
            <Cases title="由这次回访登记" cases={shown.findings} communityId={path.communityId} />
            {open === 'record' && (
              <RecordSheet communityId={path.communityId} visit={shown} onClose={() => setOpen(null)} onDone={done} />
            )}
            {(open === 'repair' || open === 'complaint') && (
              <FindingSheet
                kind={open}
                communityId={path.communityId}
                visit={shown}
                onClose={() => setOpen(null)}
                onDone={done}
              />
            )}
          </>
        )}
      </Shown>
    </Screen>
  )
}

const marks = {
  planned: { tone: 'waiting', icon: 'clock' },
  reached: { tone: 'onTime', icon: 'done' },
  unreached: { tone: 'soon', icon: 'offline' },
  declined: { tone: 'done', icon: 'close' },
  missed: { tone: 'late', icon: 'warning' },
  dropped: { tone: 'done', icon: 'leave' },
} as const

function Facts({ visit }: { visit: VisitView }) {
  const { tone, icon } = visit.late ? ({ tone: 'late', icon: 'warning' } as const) : marks[visit.state]
  return (
    <Card title={visit.unitLabel}>
      <Mark tone={tone} icon={icon} text={visit.late ? '已逾期' : visitStates[visit.state]} />
      <Fact name="应访">
        <Text>
          {weekWords(visit.dueWeek)} · {visitWays[visit.way]}
        </Text>
      </Fact>
      {visit.wish && (
        <Fact name="住户希望">
          <Text>{wishWords(visit.wish)}</Text>
        </Fact>
      )}
      <Fact name="上次回访">
        <Text>{visit.lastVisitedOn ?? '还没有'}</Text>
      </Fact>
      <Fact name="负责人">
        <Text>{visit.assignee?.name ?? '未分派'}</Text>
      </Fact>
      {visit.satisfaction !== null && (
        <Fact name="满意度">
          <Text>{visit.satisfaction} 分</Text>
        </Fact>
      )}
    </Card>
  )
}

/** The number is shown whole to who may see it, for this call, and on the record. */
function People({ communityId, visit }: { communityId: string; visit: VisitView }) {
  const mayCall = permissionsIn(useStore(session).me, communityId).includes('archive.unmask')
  const dial = async (id: string, name: string) => {
    const sure = await platform.ask({ title: `打电话给${name}？`, text: '查看完整号码会记入操作记录。', yes: '拨打', no: '取消' })
    if (!sure) return
    try {
      const body = { subject: 'resident', id, reason: 'contact', note: '回访' } as const
      const { phone } = await call('POST /communities/{communityId}/unmaskings', { path: { communityId }, body })
      platform.dial(phone)
    } catch (failure) {
      platform.tell(sentenceOf(failure))
    }
  }
  return (
    <Card title="住户" flush>
      {visit.residents.map(({ residentId, name, role, phoneMasked }) => (
        <Tap
          key={`${residentId}-${role}`}
          className="row row--lined"
          disabled={!mayCall}
          onTap={() => void dial(residentId, name)}
          label={`${name}，${residencyRoles[role]}，打电话`}
        >
          <Icon name="user" colour={colours.brand} />
          <View className="row__words">
            <Text className="row__text">{name}</Text>
            <Text className="row__note">
              {residencyRoles[role]} · {phoneMasked}
            </Text>
          </View>
          {mayCall && <Icon name="phone" size={20} colour={colours.brand} />}
        </Tap>
      ))}
    </Card>
  )
}

/** What was at work there before this visit. */
const othersOf = ({ cases, findings }: VisitView) => cases.filter(({ id }) => findings.every((found) => found.id !== id))

function Cases({ title, cases, communityId }: { title: string; cases: VisitCase[]; communityId: string }) {
  if (cases.length === 0) return null
  return (
    <Card title={title} flush>
      {cases.map(({ id, kind, number, categoryName, stateName }) => (
        <Tap
          key={id}
          className="row row--lined"
          onTap={() => openPage(`staff/${kind === 'repair' ? 'repair' : 'complaint'}/index?communityId=${communityId}&id=${id}`)}
          label={`${categoryName} ${number}`}
        >
          <Icon name={kind === 'repair' ? 'wrench' : 'chat'} colour={colours.brand} />
          <View className="row__words">
            <Text className="row__text">{categoryName}</Text>
            <Text className="row__note">
              {number} · {stateName}
            </Text>
          </View>
          <Icon name="right" size={18} colour={colours.secondary} />
        </Tap>
      ))}
    </Card>
  )
}

function Tries({ visit: { tries } }: { visit: VisitView }) {
  const now = useNow(60)
  if (tries.length === 0) return null
  return (
    <Card title="联系经过" flush>
      {tries.map(({ at, way, outcome, byName, note }) => (
        <View key={at} className="row row--lined">
          <View className="row__words">
            <Text className="row__text">
              {visitWays[way]}：{visitOutcomes[outcome]}
            </Text>
            {note && <Text className="row__note">{note}</Text>}
            <Text className="row__note">
              {byName} · {saidTime(at, now)}
            </Text>
          </View>
        </View>
      ))}
    </Card>
  )
}
