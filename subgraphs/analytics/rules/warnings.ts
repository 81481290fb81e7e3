import type { Line, Warning } from '../model.ts';
import type { Period } from '../period.ts';
import { allowanceSpent } from './allowance-spent.ts';
import { billShock } from './bill-shock.ts';
import { contractEnding } from './contract-ending.ts';
import { silent } from './silent.ts';
import { suspended } from './suspended.ts';
import { usageDrop } from './usage-drop.ts';

const MAX_WARNINGS = 20;

/** In the order in which warnings of one severity and one line are shown. */
const RULES = [suspended, silent, billShock, usageDrop, allowanceSpent, contractEnding];
const SEVERITY_ORDER = { HIGH: 0, MEDIUM: 1, LOW: 2 };

/** Anomalies 异动 and early warning 预警 of a customer's lines (V29), most severe first. */
export function warningsOf(lines: readonly Line[], period: Period): Warning[] {
  const warnings: Warning[] = [];
  for (const line of lines) {
    if (line.status === 'CLOSED') continue;
    for (const rule of RULES) {
      const warning = rule(line, period);
      if (warning !== null) warnings.push(warning);
    }
  }
  return warnings
    .sort((a, b) => SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity])
    .slice(0, MAX_WARNINGS);
}
