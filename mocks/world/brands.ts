/** Names under which the made-up operator sells, the layers they lead to, and third parties. */
import type { Catalogue, Layer } from './model.ts';

type Brand = Catalogue['brands'][number];

export const BRANDS: readonly Brand[] = [
  { code: 'GOTONE', name: '全球通', layer: 'GOTONE_CONTRACT' },
  { code: 'MZONE', name: '动感地带', layer: 'PREPAID_BRAND' },
  { code: 'EASYOWN', name: '神州行', layer: 'EASYOWN' },
  { code: 'SHUXIN', name: '蜀信', layer: 'LOCAL_BRAND' },
  { code: 'HUIMIN', name: '惠民卡', layer: 'LOCAL_BRAND' },
  { code: 'HOME', name: '乐家', layer: 'LOCAL_BRAND' },
];

/** Highest first. */
export const LAYERS: readonly Layer[] = [
  'GOTONE_VIP',
  'GROUP',
  'ROAM_IN',
  'GOTONE_CONTRACT',
  'PREPAID_BRAND',
  'EASYOWN',
  'LOCAL_BRAND',
];

export const SERVICE_PROVIDERS: Catalogue['serviceProviders'] = [
  { code: 'SP9001', name: '云雀资讯' },
  { code: 'SP9002', name: '青柠音乐' },
  { code: 'SP9003', name: '蜀山游戏' },
  { code: 'SP9004', name: '晨曦手机报' },
  { code: 'SP9005', name: '星桥阅读' },
  { code: 'SP9006', name: '锦里视频' },
  { code: 'SP9007', name: '三江天气' },
  { code: 'SP9008', name: '银杏健康' },
];
