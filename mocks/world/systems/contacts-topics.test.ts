import { describe, expect, it } from '@jest/globals';
import { TOPICS } from '../topics.ts';
import { fittingTopic, matterOf, TOPIC_MIXES } from './contacts-topics.ts';

const mobile = (netClass: 'G2' | 'G3' | 'G4' | 'G5') => ({ netClass, broadbandAccount: null });
const BROADBAND = { netClass: 'FIXED', broadbandAccount: 'kd1' } as const;

describe('the topic of a contact', () => {
  it.each(['G2', 'G3'] as const)('is never high-definition calls on a %s line', (netClass) => {
    expect(fittingTopic('VOLTE', [mobile(netClass)])).toBe('PLAN');
    expect(fittingTopic('FAULT_VOLTE', [mobile(netClass), BROADBAND])).toBe('FAULT_SIGNAL');
  });

  it.each(['G4', 'G5'] as const)('may be high-definition calls on a %s line', (netClass) => {
    expect(fittingTopic('VOLTE', [mobile('G2'), mobile(netClass)])).toBe('VOLTE');
  });

  it('is no broadband for those who have none, and no mobile fault for those who have only that', () => {
    expect(fittingTopic('FAULT_BROADBAND', [mobile('G5')])).toBe('FAULT_DATA');
    for (const [code] of TOPIC_MIXES.FAULT) {
      expect(fittingTopic(code, [BROADBAND])).toBe('FAULT_BROADBAND');
    }
  });

  it('has a name, and a matter when it leads to a ticket', () => {
    const names = new Set(TOPICS.map(({ code }) => code));

    for (const [code] of Object.values(TOPIC_MIXES).flat()) expect(names).toContain(code);
    for (const [code] of TOPIC_MIXES.FAULT) expect(matterOf(code).complaintClass).toBeNull();
    for (const [code] of TOPIC_MIXES.COMPLAINT) expect(matterOf(code).complaintClass).not.toBeNull();
    expect(() => matterOf('BILL')).toThrow('No tickets are opened about BILL.');
  });
});
