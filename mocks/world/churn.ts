/**
 * The hidden truth about leaving: the chance that a line is given up in the
 * month after these facts. Models are fitted without seeing this function, and
 * judged by how well they recover it.
 */
export interface ChurnFacts {
  readonly tenureMonths: number;
  /** Months to the end of the contract; null without one. */
  readonly contractMonthsLeft: number | null;
  /** Use of the last three months by that of the three before; 1 when there is too little history. */
  readonly usageRatio: number;
  /** A bill of the last three months was a shock. */
  readonly billShock: boolean;
  /** Complaints a month, the customer's own rate. */
  readonly complaintRate: number;
  readonly latePayer: boolean;
  /** Products in use besides the main plan. */
  readonly services: number;
  /** Family or group member. */
  readonly tied: boolean;
}

/** Nobody leaves within the first two months. */
const SETTLING_MONTHS = 2;

/** Log-odds a month. The base alone is 0.9 %; the population's mean stays near that. */
const BASE = -4.7;
const NEW_CUSTOMER = 0.6;
const OLD_CUSTOMER = -0.5;
const CONTRACT_RUNNING = -0.9;
const CONTRACT_ENDING = 0.7;
const USE_GONE = 2.2;
const BILL_SHOCK = 0.8;
const PER_COMPLAINT_A_MONTH = 5;
const MOST_COMPLAINTS = 0.4;
const LATE_PAYER = 0.5;
const PER_SERVICE = -0.15;
const MOST_SERVICES = 4;
const TIED = -0.7;

export function monthlyHazard(facts: ChurnFacts): number {
  const { tenureMonths, contractMonthsLeft, usageRatio, complaintRate } = facts;
  if (tenureMonths < SETTLING_MONTHS) return 0;

  let logOdds = BASE;
  if (tenureMonths < 12) logOdds += NEW_CUSTOMER;
  if (tenureMonths > 60) logOdds += OLD_CUSTOMER;
  if (contractMonthsLeft !== null) logOdds += contractMonthsLeft > 2 ? CONTRACT_RUNNING : CONTRACT_ENDING;
  logOdds += USE_GONE * Math.min(1, Math.max(-0.5, 1 - usageRatio));
  if (facts.billShock) logOdds += BILL_SHOCK;
  logOdds += PER_COMPLAINT_A_MONTH * Math.min(MOST_COMPLAINTS, complaintRate);
  if (facts.latePayer) logOdds += LATE_PAYER;
  logOdds += PER_SERVICE * Math.min(MOST_SERVICES, facts.services);
  if (facts.tied) logOdds += TIED;
  return 1 / (1 + Math.exp(-logOdds));
}
