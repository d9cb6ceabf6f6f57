import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RepairCategoryCode } from '@yinuo/contracts'
import sharp from 'sharp'
import type { FileStore } from '../../platform/files/index.ts'
import type { DemoCommunity } from '../company/model.ts'
import type { Random } from '../random.ts'
import type { Rows } from '../rows.ts'

type Scene = 'pipe' | 'lamp' | 'lift' | 'door' | 'wall' | 'cabinet'
type Moment = 'broken' | 'mended'

const sceneOf: Readonly<Record<RepairCategoryCode, Scene>> = {
  'water-leak': 'pipe',
  drainage: 'pipe',
  taps: 'pipe',
  power: 'cabinet',
  lighting: 'lamp',
  lift: 'lift',
  doors: 'door',
  masonry: 'wall',
  'air-conditioning': 'cabinet',
  'entry-system': 'door',
  public: 'wall',
  other: 'wall',
}

const width = 960
const height = 720

/** Drawn, not photographed: nobody's home is shown. */
const drawings: Readonly<Record<Scene, (moment: Moment) => string>> = {
  pipe: (moment) => `
    <rect width="960" height="720" fill="#dfe7ea"/><path d="M0 0H960V720H0z" fill="url(#tiles)"/>
    <path d="M120 180H560a60 60 0 0 1 60 60V560" fill="none" stroke="#8b98a1" stroke-width="70"/>
    <path d="M120 165H560a75 75 0 0 1 75 75V560" fill="none" stroke="#b9c3ca" stroke-width="14"/>
    <rect x="560" y="300" width="120" height="70" rx="10" fill="#6f7c85"/><rect x="150" y="140" width="60" height="80" rx="8" fill="#6f7c85"/>
    ${moment === 'broken' ? `<path d="M620 390c-26 44-40 66-40 88a40 40 0 0 0 80 0c0-22-14-44-40-88z" fill="#4f9fd8"/><ellipse cx="620" cy="650" rx="230" ry="44" fill="#7cbce6" opacity=".75"/>` : `<circle cx="620" cy="335" r="26" fill="#cfd8dc"/><rect x="380" y="620" width="480" height="16" fill="#c5ced3"/>`}`,
  lamp: (moment) => `
    <rect width="960" height="720" fill="${moment === 'broken' ? '#2f3640' : '#f4ecd8'}"/>
    ${moment === 'mended' ? '<path d="M330 190L90 720H870L630 190z" fill="#fff6cf" opacity=".9"/>' : ''}
    <rect x="470" y="0" width="20" height="110" fill="#737d86"/><path d="M330 190a150 90 0 0 1 300 0z" fill="#98a3ab"/>
    <rect x="360" y="190" width="240" height="22" fill="${moment === 'broken' ? '#4d555d' : '#fffbe8'}"/>
    <rect x="120" y="330" width="150" height="390" fill="${moment === 'broken' ? '#3b434d' : '#d8c9a5'}"/><circle cx="250" cy="530" r="10" fill="#8d7b50"/>`,
  lift: (moment) => `
    <rect width="960" height="720" fill="#cfd4d8"/><rect x="240" y="90" width="480" height="630" fill="#7c868e"/>
    <rect x="260" y="110" width="${moment === 'broken' ? 150 : 218}" height="610" fill="#b4bdc4"/>
    <rect x="${moment === 'broken' ? 560 : 482}" y="110" width="${moment === 'broken' ? 140 : 218}" height="610" fill="#b4bdc4"/>
    <rect x="430" y="28" width="100" height="44" rx="6" fill="#20262b"/><path d="M465 60l15-22 15 22z" fill="${moment === 'broken' ? '#c94f3d' : '#5cc58a'}"/>
    <rect x="780" y="360" width="60" height="120" rx="8" fill="#eef1f3"/><circle cx="810" cy="395" r="14" fill="#9aa5ad"/><circle cx="810" cy="445" r="14" fill="#9aa5ad"/>`,
  door: (moment) => `
    <rect width="960" height="720" fill="#e9e2d6"/><rect x="300" y="60" width="360" height="660" fill="#5b4636"/>
    <g transform="${moment === 'broken' ? 'rotate(4 660 720)' : ''}"><rect x="320" y="80" width="320" height="640" fill="#8a6b52"/><rect x="360" y="130" width="240" height="220" fill="#7a5d46"/><rect x="360" y="400" width="240" height="260" fill="#7a5d46"/></g>
    <rect x="585" y="400" width="30" height="90" rx="6" fill="#c9b37a"/>
    ${moment === 'broken' ? '<path d="M640 150l60 20-50 24 62 30" stroke="#c94f3d" stroke-width="10" fill="none"/>' : '<circle cx="600" cy="445" r="10" fill="#7d6a38"/>'}`,
  wall: (moment) => `
    <rect width="960" height="720" fill="url(#tiles)"/>
    ${moment === 'broken' ? '<path d="M410 90l40 120-60 90 80 110-40 90 50 130" stroke="#4f4a45" stroke-width="12" fill="none"/><path d="M520 250h130v120H540z" fill="#a39a8f"/>' : '<rect x="400" y="240" width="160" height="160" fill="#fafafa" stroke="#c9d0d4" stroke-width="4"/>'}
    <rect y="640" width="960" height="80" fill="#b9b2a6"/>`,
  cabinet: (moment) => `
    <rect width="960" height="720" fill="#e3e7ea"/><rect x="250" y="70" width="460" height="560" rx="10" fill="#9aa6ad"/><rect x="280" y="100" width="400" height="500" fill="#c7d0d5"/>
    ${[0, 1, 2, 3, 4, 5].map((each) => `<rect x="${310 + (each % 3) * 125}" y="${150 + Math.floor(each / 3) * 210}" width="90" height="160" rx="6" fill="#f3f5f6"/><rect x="${335 + (each % 3) * 125}" y="${(moment === 'broken' && each === 4 ? 245 : 185) + Math.floor(each / 3) * 210}" width="40" height="50" fill="${moment === 'broken' && each === 4 ? '#c94f3d' : '#3f8f68'}"/>`).join('')}`,
}

const tiles = `<defs><pattern id="tiles" width="120" height="120" patternUnits="userSpaceOnUse"><rect width="120" height="120" fill="#e6ecee"/><path d="M0 0H120V120" fill="none" stroke="#c9d3d7" stroke-width="3"/></pattern></defs>`

interface Drawn {
  scene: Scene
  moment: Moment
  key: string
  thumbnailKey: string
  bytes: number
  sha256: string
}

/** Draws every scene once and keeps it like an upload. */
export async function drawPictures(store: FileStore): Promise<Drawn[]> {
  const folder = await mkdtemp(join(tmpdir(), 'yinuo-demo-'))
  try {
    const wanted = (Object.keys(drawings) as Scene[]).flatMap((scene) =>
      (['broken', 'mended'] as const).map((moment) => ({ scene, moment })),
    )
    return await Promise.all(wanted.map(({ scene, moment }) => draw(store, folder, scene, moment)))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function draw(store: FileStore, folder: string, scene: Scene, moment: Moment): Promise<Drawn> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${tiles}${drawings[scene](moment)}</svg>`
  const photo = await sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer()
  const thumbnail = await sharp(photo).resize(480, 480, { fit: 'inside' }).webp({ quality: 75 }).toBuffer()
  const key = `demo/${scene}-${moment}.jpg`
  const thumbnailKey = `demo/${scene}-${moment}.small.webp`
  const paths = [join(folder, `${scene}-${moment}.jpg`), join(folder, `${scene}-${moment}.webp`)] as const
  await Promise.all([writeFile(paths[0], photo), writeFile(paths[1], thumbnail)])
  await Promise.all([store.put(key, paths[0], 'image/jpeg'), store.put(thumbnailKey, paths[1], 'image/webp')])
  return { scene, moment, key, thumbnailKey, bytes: photo.length, sha256: createHash('sha256').update(photo).digest('hex') }
}

/** The pictures of one community's cases. */
export class Album {
  readonly #ids = new Map<string, string>()

  constructor(rows: Rows, random: Random, community: DemoCommunity, drawn: readonly Drawn[], at: Date) {
    for (const { scene, moment, key, thumbnailKey, bytes, sha256 } of drawn) {
      const id = random.id(at)
      this.#ids.set(`${scene} ${moment}`, id)
      rows.add('files', {
        community_id: community.id,
        id,
        uploaded_by: community.supervisor.id,
        upload_key: `demo-${scene}-${moment}`,
        kind: 'photo',
        content_type: 'image/jpeg',
        bytes,
        sha256: `\\x${sha256}`,
        storage_key: key,
        thumbnail_key: thumbnailKey,
        created_at: at,
      })
    }
  }

  /** Nothing where the demonstration has nowhere to keep files. */
  pictureOf(category: RepairCategoryCode, moment: Moment): string | undefined {
    return this.#ids.get(`${sceneOf[category]} ${moment}`)
  }
}
