import type { Line, Warning } from '../model.ts';
import type { Period } from '../period.ts';
import { findMonth } from './months.ts';

/**
 * 沉默: a line in use made no call, no message and no data for a full month.
 * The month before must be there too: in its first month a line is not a whole month old.
 */
export function silent({ subscriberId, status, months }: Line, { fullMonths }: Period): Warning | null {
  const last = status === 'ACTIVE' ? findMonth(months, fullMonths.at(-1)) : undefined;
  if (last === undefined) return null;

  const { month, voiceMinutes, smsCount, mmsCount, dataKilobytes } = last;
  if (voiceMinutes + smsCount + mmsCount + dataKilobytes > 0) return null;
  if (findMonth(months, fullMonths.at(-2)) === undefined) return null;
  return {
    kind: 'SILENT',
    severity: 'HIGH',
    subscriberId,
    month,
    evidence: {
      code: 'SILENT',
      textZh: '上月整月没有通话、短信、彩信和流量',
      textEn: 'No call, message or data during the whole of last month',
      numbers: [
        { name: 'voice', value: voiceMinutes, unit: 'minute' },
        { name: 'sms', value: smsCount, unit: 'message' },
        { name: 'mms', value: mmsCount, unit: 'message' },
        { name: 'data', value: dataKilobytes, unit: 'KB' },
      ],
    },
  };
}
