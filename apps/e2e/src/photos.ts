import sharp from 'sharp'

export interface DrawnPhoto {
  name: string
  mimeType: string
  buffer: Buffer
}

const scenes = {
  dripping: { wall: '#D9DDD6', pipe: '#8A9299', extra: '<circle cx="400" cy="470" r="16" fill="#3F8FC4"/><ellipse cx="400" cy="560" rx="150" ry="18" fill="#6FB1DA"/>' },
  repaired: { wall: '#E4E8E1', pipe: '#B9C2C8', extra: '<rect x="372" y="270" width="56" height="80" rx="8" fill="#C9A227"/>' },
} as const // prettier-ignore

/** A photo of a pipe below a sink, drawn, as a phone's camera would hand it over. */
export async function drawnPhoto(scene: keyof typeof scenes, name: string): Promise<DrawnPhoto> {
  const { wall, pipe, extra } = scenes[scene]
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600">
    <rect width="800" height="600" fill="${wall}"/>
    <rect y="80" width="800" height="40" fill="#F4F5F3"/>
    <path d="M400 120v220h160v200" fill="none" stroke="${pipe}" stroke-width="44"/>
    ${extra}
  </svg>`
  return { name: `${name}.jpg`, mimeType: 'image/jpeg', buffer: await sharp(Buffer.from(picture)).jpeg().toBuffer() }
}
