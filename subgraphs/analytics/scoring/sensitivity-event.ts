/** Something a customer did that shows what he is sensitive to. */
export interface SensitivityEvent {
  /** Its class in the policy. */
  readonly code: string;
  /** Epoch seconds. */
  readonly at: number;
  /** What it was, in words without the day. */
  readonly zh: string;
  readonly en: string;
  /** As the policy has it, with its factors; not decayed. */
  readonly weight: number;
}

/** What multiplied a weight, and how it is called. */
export interface Factor {
  readonly factor: number;
  readonly zh: string;
  readonly en: string;
}

/** One event with all factors that apply to it, named in brackets. */
export function toEvent(
  code: string,
  at: number,
  { weight, zh, en }: Readonly<{ weight: number; zh: string; en: string }>,
  factors: readonly Factor[],
): SensitivityEvent {
  if (factors.length === 0) return { code, at, zh, en, weight };
  return {
    code,
    at,
    zh: `${zh}（${factors.map((each) => each.zh).join('、')}）`,
    en: `${en} (${factors.map((each) => each.en).join(', ')})`,
    weight: factors.reduce((product, { factor }) => product * factor, weight),
  };
}
