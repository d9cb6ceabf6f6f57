const mobileInText = /(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)/g
const landlineInText = /(?<!\d)(0\d{2,3}-?)\d{4,5}(\d{3})(?!\d)/g

/** A telephone number with its middle hidden: 138****1234. */
export function maskPhone(phone: string): string {
  const masked = maskPhonesIn(phone)
  return masked === phone && phone.length > 4 ? `${phone.slice(0, 2)}****${phone.slice(-2)}` : masked
}

/** The same text with every telephone number in it masked. */
export function maskPhonesIn(text: string): string {
  return text.replace(mobileInText, '$1****$2').replace(landlineInText, '$1****$2')
}

/** A name with only its first character left: 林**. */
export function maskName(name: string): string {
  const [first, ...rest] = [...name]
  return first === undefined || rest.length === 0 ? name : `${first}${'*'.repeat(Math.min(rest.length, 3))}`
}
