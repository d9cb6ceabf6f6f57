import type { Labels } from './label.ts'

/** Property types (ORG-01). Each brings a default scope of service. */
export const propertyTypes = {
  residential: '住宅',
  commercial: '商业',
  office: '写字楼',
} as const satisfies Labels<string>
export type PropertyType = keyof typeof propertyTypes

/** What a unit is called differs with the property type. */
export const unitWords = {
  residential: '户',
  commercial: '商铺',
  office: '写字间',
} as const satisfies Labels<PropertyType>

export const unitUses = {
  dwelling: '住宅',
  shop: '商铺',
  office: '办公',
  storage: '储藏',
  parking: '车位',
} as const satisfies Labels<string>
export type UnitUse = keyof typeof unitUses

export const unitStates = {
  vacant: '空置',
  occupied: '自住',
  let: '出租',
  renovating: '装修中',
} as const satisfies Labels<string>
export type UnitState = keyof typeof unitStates

/** In what right a resident holds a unit (ORG-04). */
export const residencyRoles = {
  owner: '业主',
  family: '家属',
  tenant: '租户',
} as const satisfies Labels<string>
export type ResidencyRole = keyof typeof residencyRoles

/** In what right an owner may invite somebody into their home. */
export const invitedRoles = {
  family: '家属',
  tenant: '租户',
} as const satisfies Partial<Labels<ResidencyRole>>
export type InvitedRole = keyof typeof invitedRoles

export const placeKinds = {
  community: '小区公共区域',
  building: '楼栋公共部位',
  unit: '户内',
  area: '公共区域',
  asset: '设施设备',
} as const satisfies Labels<string>
export type PlaceKind = keyof typeof placeKinds

export const applicationStates = {
  pending: '待审核',
  approved: '已通过',
  rejected: '未通过',
} as const satisfies Labels<string>
export type ApplicationState = keyof typeof applicationStates

/** Whose a parking space is (ORG-02). */
export const spaceTenures = {
  owned: '产权',
  let: '租用',
  public: '公共',
} as const satisfies Labels<string>
export type SpaceTenure = keyof typeof spaceTenures

export const vehicleKinds = {
  car: '小汽车',
  'electric-bicycle': '电动自行车',
  motorcycle: '摩托车',
  other: '其他',
} as const satisfies Labels<string>
export type VehicleKind = keyof typeof vehicleKinds

/** What happened to a household (ORG-02). */
export const householdEventKinds = {
  delivery: '交付',
  'move-in': '入住',
  'move-out': '搬出',
  renovation: '装修',
  transfer: '过户',
  other: '其他',
} as const satisfies Labels<string>
export type HouseholdEventKind = keyof typeof householdEventKinds

/** How somebody stands to a home today: a residency begins and ends by the day. */
export const residencyStandings = {
  here: '在住',
  coming: '将入住',
  gone: '已搬出',
} as const satisfies Labels<string>
export type ResidencyStanding = keyof typeof residencyStandings

export const invitationStates = {
  open: '等待接受',
  accepted: '已接受',
  revoked: '已撤回',
  expired: '已过期',
} as const satisfies Labels<string>
export type InvitationState = keyof typeof invitationStates

/** How many vehicles a home may register by phone; more at the front desk. */
export const MOST_VEHICLES_BY_PHONE = 5

/** How the rooms of a floor are numbered when many are added at once (6th floor, 1st room). */
export const roomNumberings = {
  'floor-room': '601',
  'long-floor-room': '0601',
  'floor-letter': '6A',
} as const satisfies Labels<string>
export type RoomNumbering = keyof typeof roomNumberings
