/** Places by GB/T 2260 and trunk codes: the home provinces 四川 and 重庆, and where visitors come from. */
import type { Catalogue } from './model.ts';

export interface Place {
  readonly code: string;
  readonly name: string;
  readonly province: string;
  readonly areaCode: string;
  /** Part of the home provinces, in percent; 0 for places far away. */
  readonly percent: number;
  /** Digits after the trunk code. */
  readonly fixedDigits: 7 | 8;
}

export const PLACES: readonly Place[] = [
  { code: '510100', name: '成都市', province: '四川省', areaCode: '028', percent: 40, fixedDigits: 8 },
  { code: '500000', name: '重庆市', province: '重庆市', areaCode: '023', percent: 23, fixedDigits: 8 },
  { code: '510700', name: '绵阳市', province: '四川省', areaCode: '0816', percent: 12, fixedDigits: 7 },
  { code: '511300', name: '南充市', province: '四川省', areaCode: '0817', percent: 10, fixedDigits: 7 },
  { code: '511500', name: '宜宾市', province: '四川省', areaCode: '0831', percent: 8, fixedDigits: 7 },
  { code: '511700', name: '达州市', province: '四川省', areaCode: '0818', percent: 7, fixedDigits: 7 },
  { code: '110000', name: '北京市', province: '北京市', areaCode: '010', percent: 0, fixedDigits: 8 },
  { code: '310000', name: '上海市', province: '上海市', areaCode: '021', percent: 0, fixedDigits: 8 },
  { code: '440100', name: '广州市', province: '广东省', areaCode: '020', percent: 0, fixedDigits: 8 },
  { code: '420100', name: '武汉市', province: '湖北省', areaCode: '027', percent: 0, fixedDigits: 8 },
  { code: '610100', name: '西安市', province: '陕西省', areaCode: '029', percent: 0, fixedDigits: 8 },
  { code: '530100', name: '昆明市', province: '云南省', areaCode: '0871', percent: 0, fixedDigits: 8 },
  { code: '520100', name: '贵阳市', province: '贵州省', areaCode: '0851', percent: 0, fixedDigits: 8 },
  { code: '330100', name: '杭州市', province: '浙江省', areaCode: '0571', percent: 0, fixedDigits: 8 },
];

export const HOME_PLACES: readonly Place[] = PLACES.filter(({ percent }) => percent > 0);
export const FAR_PLACES: readonly Place[] = PLACES.filter(({ percent }) => percent === 0);

export const REGIONS: Catalogue['regions'] = PLACES.map(({ code, name, province, areaCode }) => ({
  code,
  name,
  province,
  areaCode,
}));

/** The place `percent` of the way through the home provinces, 0 to 100. */
export function homePlace(percent: number): Place {
  let left = percent;
  for (const place of HOME_PLACES) {
    if (left < place.percent) return place;
    left -= place.percent;
  }
  return HOME_PLACES[0] as Place;
}
