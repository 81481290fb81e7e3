/** Names and papers of people who do not exist. */
import type { Random } from './rng.ts';

/** Share in percent, of the province's order: 李 leads in 四川. The rest is spread over `RARER`. */
const SURNAMES: readonly (readonly [surname: string, percent: number])[] = [
  ['李', 8.2],
  ['王', 7.25],
  ['张', 6.83],
  ['刘', 5.38],
  ['陈', 4.53],
  ['杨', 3.5],
  ['黄', 2.4],
  ['赵', 2.29],
  ['吴', 2.05],
  ['周', 2.02],
];
const RARER = Array.from(
  '徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
);
const MALE = Array.from(
  '伟强磊军勇杰涛明超刚平辉鹏飞鑫波斌宇浩凯健俊帆旭宁昊晨阳建国志文斌林川峰岩松柏航远博恒毅嘉瑞泽',
);
const FEMALE = Array.from(
  '芳娜敏静丽艳娟霞秀燕玲桂英萍红莉玉兰洁梅琳雪婷慧颖倩欣怡悦佳蓉薇岚瑶琪思雨晓云月彤妍宁清荷',
);
/** Combinations that somebody known to everybody bears. */
const TAKEN = new Set(
  '李宇春 李宁 李娜 王菲 王岩 王强 张杰 张磊 张敏 张健 张伟 刘涛 刘洋 刘翔 陈明 陈静 杨洋 杨幂 黄晓明 赵丽颖 赵薇 周杰 周迅 周涛 朱军 高圆 孙俪 孙杨 马云 彭帅 郭晶晶 林丹 徐静蕾 范冰冰 宋佳 雷军 江华 许晴 何洁 何炅 谢娜'.split(
    ' ',
  ),
);
const TWO_CHARACTERS = 0.85;

export function personName(random: Random, female: boolean): string {
  const characters = female ? FEMALE : MALE;
  let name: string;
  do {
    name = surname(random) + random.pick(characters);
    if (random.chance(TWO_CHARACTERS)) name += random.pick(characters);
  } while (TAKEN.has(name));
  return name;
}

function surname(random: Random): string {
  let left = random.float() * 100;
  for (const [name, percent] of SURNAMES) {
    if (left < percent) return name;
    left -= percent;
  }
  return random.pick(RARER);
}

const ENGLISH_GIVEN = [
  'Ada',
  'Brian',
  'Clara',
  'Dean',
  'Edith',
  'Felix',
  'Grace',
  'Hugh',
  'Iris',
  'Miles',
  'Nora',
  'Owen',
];
const ENGLISH_FAMILY = [
  'Ashdown',
  'Bramley',
  'Corwell',
  'Dunmore',
  'Elsworth',
  'Fairlie',
  'Garside',
  'Holbeck',
  'Kestrell',
];

export function englishName(random: Random): string {
  return `${random.pick(ENGLISH_GIVEN)} ${random.pick(ENGLISH_FAMILY)}`;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/** The check digit of GB 11643, from the first 17 digits. */
export function checkDigit(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return CHECK_DIGITS[sum % 11] as string;
}

const BIRTH_DAYS = 18_250;
/** Old enough that named customers, too, were of age when they came. */
const YOUNGEST = 20 * 365;
/** Numbers of one sex born on one day in one county. */
const SEQUENCES = 500;
/** Coprime to all (day, sequence) pairs, so multiplying by it is one-to-one. */
const DOCUMENT_STRIDE = 3_141_593;

function placeOf(index: number): number {
  return (index * DOCUMENT_STRIDE) % (BIRTH_DAYS * SEQUENCES);
}

/** Day on which the holder of that index was born. */
export function birthDay(index: number, today: number): number {
  return today - YOUNGEST - (placeOf(index) % BIRTH_DAYS);
}

/**
 * A resident identity card number, one for each index. The county code ends in
 * 99, which no county does, so it is well formed and belongs to nobody.
 */
export function residentId(index: number, regionCode: string, female: boolean, today: number): string {
  const place = placeOf(index);
  const born = new Date(birthDay(index, today) * 86_400_000).toISOString();
  const date = born.slice(0, 4) + born.slice(5, 7) + born.slice(8, 10);
  const sequence = Math.floor(place / BIRTH_DAYS) * 2 + (female ? 0 : 1);
  // 重庆 as a whole is 500000; its counties begin with 5001.
  const prefecture = regionCode.endsWith('0000') ? `${regionCode.slice(0, 2)}01` : regionCode.slice(0, 4);
  const digits = `${prefecture}99${date}${String(sequence).padStart(3, '0')}`;
  return digits + checkDigit(digits);
}

const LICENCE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A unified social credit code (GB 32100) of a county that does not exist. */
export function businessLicence(index: number, regionCode: string): string {
  const body = `91${regionCode.slice(0, 4)}99${String(index).padStart(9, '0')}`;
  let weight = 1;
  let sum = 0;
  for (const character of body) {
    sum += LICENCE_ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return body + (LICENCE_ALPHABET[(31 - (sum % 31)) % 31] as string);
}

export const passport = (index: number): string => `E99${String(index).padStart(6, '0')}`;

const DISTRICTS = ['云杉区', '青岚区', '望江区', '银杏区', '锦川区', '松涛区', '栖霞区', '竹海区'];
const ROADS = ['玉兰路', '长虹街', '清溪巷', '文澜大道', '百花路', '晴川街', '桂湖路', '桐梓街'];

/** District and street are invented; the district comes right after the city. */
export function address(random: Random, province: string, city: string): string {
  const region = province === city ? city : province + city;
  const house = `${random.int(1, 299)}号${random.int(1, 18)}栋${random.int(1, 6)}单元${random.int(1, 28)}0${random.int(1, 4)}`;
  return `${region}${random.pick(DISTRICTS)}${random.pick(ROADS)}${house}`;
}

const UNIT_WORDS = ['云岭', '锦程', '川汇', '青禾', '天府原', '江源', '竹影', '嘉陵湾', '银湾', '星岚'];
const UNIT_TRADES = ['机械', '物流', '软件', '食品', '药业', '建材', '纺织', '农业', '教育', '装饰'];
const UNIT_FORMS = ['有限公司', '股份有限公司', '合作社', '研究院'];

export function unitName(random: Random, city: string): string {
  return `${city}${random.pick(UNIT_WORDS)}${random.pick(UNIT_TRADES)}${random.pick(UNIT_FORMS)}`;
}

/** `.invalid` is reserved: no mail can ever arrive. */
export const email = (index: number): string => `user${index}@mail${(index % 3) + 1}.example.invalid`;
