import type { Catalogue } from './model.ts';

const OLD = ['GPRS', 'WAP', 'JAVA'];
const FEATURE = [...OLD, 'MMS'];
const LTE = ['GPRS', 'WAP', 'MMS', 'LTE'];
const VOLTE = [...LTE, 'VOLTE'];
const NR = [...VOLTE, 'NR'];

/** Invented brands and models, oldest first, with what `DeviceCapability` says of them. */
export const DEVICES: Catalogue['devices'] = [
  { brand: '山雀', model: 'S60', capabilities: OLD },
  { brand: '山雀', model: 'S88', capabilities: FEATURE },
  { brand: '竹云', model: 'Z110', capabilities: FEATURE },
  { brand: '竹云', model: 'Z220', capabilities: FEATURE },
  { brand: '星桥', model: 'Q1', capabilities: LTE },
  { brand: '星桥', model: 'Q3', capabilities: LTE },
  { brand: '青鸾', model: 'L5', capabilities: VOLTE },
  { brand: '青鸾', model: 'L7', capabilities: VOLTE },
  { brand: '竹云', model: 'Z9', capabilities: VOLTE },
  { brand: '北辰', model: 'N10', capabilities: NR },
  { brand: '北辰', model: 'N12 Pro', capabilities: NR },
  { brand: '青鸾', model: 'L20', capabilities: NR },
  { brand: '青鸾', model: 'L20 Max', capabilities: NR },
  { brand: '星桥', model: 'Q9', capabilities: NR },
];

/** Indices of `DEVICES` that suit a network class. */
export const DEVICES_OF: Readonly<Record<'G2' | 'G3' | 'G4' | 'G5', readonly number[]>> = {
  G2: [0, 1],
  G3: [2, 3],
  G4: [4, 5, 6, 7, 8],
  G5: [9, 10, 11, 12, 13],
};
