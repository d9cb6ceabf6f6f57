import { platform, Text, useRouter, View } from '../../platform'
import { useRemote } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Shown } from '../../ui/states.tsx'

/** What the property company does here, and whom to ask for it. */
export function ServicesScreen() {
  const { params } = useRouter()
  const path = { communityId: params['communityId'] ?? '' }
  const loaded = useRemote(async () => {
    const [community, services] = await Promise.all([
      call('GET /communities/{communityId}', { path }),
      call('GET /communities/{communityId}/services', { path }),
    ])
    return { community, services }
  }, [path.communityId])
  return (
    <Screen>
      <Shown of={loaded}>
        {({ community, services }) => (
          <>
            {services.length === 0 ? (
              <Empty icon="list" title="服务范围还没有公布" text="想了解服务内容，请拨打物业电话。" />
            ) : (
              <Card title={community.name} note={`共 ${services.length} 项服务`}>
                {services.map((service) => (
                  <View key={service.id} className="services__one">
                    <Text className="row__text">{service.name}</Text>
                    <Text className="row__note">{service.detail}</Text>
                  </View>
                ))}
              </Card>
            )}
            {community.address && <Text className="note">{community.address}</Text>}
            <ActionButton text={`联系物业 ${community.hotline}`} icon="phone" onTap={() => platform.dial(community.hotline)} />
          </>
        )}
      </Shown>
    </Screen>
  )
}
