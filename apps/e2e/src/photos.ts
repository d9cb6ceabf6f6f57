import sharp from 'sharp'

export interface DrawnPhoto {
  name: string
  mimeType: string
  buffer: Buffer
}

const sink = '<path d="M90 0h620l-40 120q-10 30-45 30H175q-35 0-45-30z" fill="#F7F8F6" stroke="#C3C9C5" stroke-width="6"/>'
const trap = (colour: string) =>
  `<path d="M400 150v150q0 60 60 60t60-60q0-50 60-50h220" fill="none" stroke="${colour}" stroke-width="46"/>
   <rect x="368" y="170" width="64" height="38" rx="6" fill="#6F777C"/><rect x="492" y="268" width="56" height="38" rx="6" fill="#6F777C"/>`
const drops = '<path d="M455 395q-20 34 0 44 20-10 0-44zM462 470q-16 28 0 36 16-8 0-36z" fill="#3F8FC4"/>'
const puddle =
  '<ellipse cx="430" cy="548" rx="230" ry="34" fill="#7DB8DE"/><ellipse cx="400" cy="540" rx="120" ry="14" fill="#A9D2EC"/>'

const scenes = {
  dripping: `${sink}${trap('#9AA3A8')}${drops}<ellipse cx="458" cy="556" rx="90" ry="14" fill="#7DB8DE"/>`,
  puddle: `${trap('#9AA3A8')}${puddle}<rect x="120" y="380" width="120" height="160" rx="10" fill="#D9653B"/>`,
  repaired: `${sink}${trap('#C6CDD1')}<rect x="430" y="330" width="60" height="56" rx="10" fill="#C9A227"/>`,
} as const

/** A photo of a pipe below a sink, drawn, as a phone's camera would hand it over. */
export async function drawnPhoto(scene: keyof typeof scenes, name: string): Promise<DrawnPhoto> {
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600">
    <rect width="800" height="600" fill="#D6CDBF"/><rect y="520" width="800" height="80" fill="#B9AD9A"/>
    ${scenes[scene]}
  </svg>`
  return { name: `${name}.jpg`, mimeType: 'image/jpeg', buffer: await sharp(Buffer.from(picture)).jpeg().toBuffer() }
}
