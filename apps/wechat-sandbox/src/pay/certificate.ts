import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

export interface KeyPair {
  publicKeyPem: string
  privateKeyPem: string
}

export interface CertifiedKeyPair extends KeyPair {
  /** forty hexadecimal digits, as WeChat writes it */
  serialNo: string
  certificatePem: string
}

export function newKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  return { publicKeyPem: publicKey, privateKeyPem: privateKey }
}

/** A key with an X.509 certificate over it, signed by itself: nobody asks the sandbox for its chain. */
export function newCertifiedKeyPair(name: string, from: Date, to: Date): CertifiedKeyPair {
  const keys = newKeyPair()
  const serial = randomBytes(20)
  // The first bits keep the number positive and its digits forty.
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40
  const who = sequence(attribute(commonName, name), attribute(organisation, 'wechat-sandbox'))
  const subject = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(serial),
    sha256WithRsa,
    who,
    sequence(time(from), time(to)),
    who,
    Buffer.from(keys.publicKeyPem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64'),
  )
  const signature = createSign('RSA-SHA256').update(subject).sign(keys.privateKeyPem)
  const whole = sequence(subject, sha256WithRsa, tagged(0x03, Buffer.concat([Buffer.from([0]), signature])))
  const body = whole.toString('base64').replaceAll(/.{64}/g, '$&\n').trimEnd()
  return {
    ...keys,
    serialNo: serial.toString('hex').toUpperCase(),
    certificatePem: `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`,
  }
}

const commonName = Buffer.from('0603550403', 'hex')
const organisation = Buffer.from('060355040a', 'hex')
const sha256WithRsa = Buffer.from('300d06092a864886f70d01010b0500', 'hex')

/** One value in DER: its tag, its length, itself. */
function tagged(tag: number, value: Buffer): Buffer {
  const { length } = value
  const digits = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...digits]), value])
}

function sequence(...values: Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(values))
}

function integer(value: Buffer): Buffer {
  return tagged(0x02, value)
}

function attribute(kind: Buffer, text: string): Buffer {
  return tagged(0x31, sequence(kind, tagged(0x0c, Buffer.from(text, 'utf8'))))
}

function time(at: Date): Buffer {
  return tagged(
    0x18,
    Buffer.from(
      `${at
        .toISOString()
        .replaceAll(/[-:T]|\.\d+/g, '')
        .slice(0, 14)}Z`,
    ),
  )
}
