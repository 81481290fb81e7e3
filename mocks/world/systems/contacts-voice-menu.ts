/** The hotline's voice menu 自动语音, and a caller's way through it 呼叫轨迹. */
import type { Random } from '../rng.ts';

type Step = readonly [key: string | null, prompt: string];
/** As the contact system keeps it. */
export type TimedStep = readonly [key: string | null, prompt: string, seconds: number];

const ENTRANCE: Step = [null, '欢迎致电客服热线'];
const TO_HUMAN: Step = ['0', '人工服务'];
const BACK: Step = ['9', '返回主菜单'];
const QUERIES: Step = ['1', '话费查询'];
const TRANSACTIONS: Step = ['2', '业务办理'];
const COMPLAINTS: Step = ['3', '投诉建议'];
const BROADBAND: Step = ['4', '宽带专区'];
const CARE: Step = ['5', '积分与服务'];
const FAULTS: Step = ['6', '故障申告'];
const MAIN_MENU: readonly Step[] = [QUERIES, TRANSACTIONS, COMPLAINTS, BROADBAND, CARE, FAULTS];

/** The way to each topic; whatever is not listed is a complaint. */
const WAYS: Readonly<Record<string, readonly Step[]>> = {
  BALANCE: [QUERIES, ['1', '余额查询']],
  BILL: [QUERIES, ['2', '账单查询']],
  CDR: [QUERIES, ['3', '详单查询']],
  PLAN: [TRANSACTIONS, ['1', '资费套餐']],
  DATA_PLAN: [TRANSACTIONS, ['2', '流量套餐']],
  RINGBACK: [TRANSACTIONS, ['3', '彩铃']],
  MMS: [TRANSACTIONS, ['4', '彩信']],
  SP_SERVICE: [TRANSACTIONS, ['5', '增值业务查询与退订']],
  ROAMING: [TRANSACTIONS, ['6', '漫游']],
  SUSPEND_RESUME: [TRANSACTIONS, ['7', '停开机']],
  VOLTE: [TRANSACTIONS, ['8', '高清通话']],
  BROADBAND: [BROADBAND, ['2', '宽带业务']],
  FAULT_BROADBAND: [BROADBAND, ['1', '报障与进度']],
  FAULT_SIGNAL: [FAULTS, ['1', '手机信号']],
  FAULT_DATA: [FAULTS, ['2', '手机上网']],
  FAULT_VOLTE: [FAULTS, ['3', '高清通话']],
  POINTS: [CARE, ['1', '积分查询']],
  PORTING: [CARE, ['2', '携号转网']],
};
/** Callers who press 0 at once, and callers who take a wrong turn first. */
const STRAIGHT_TO_HUMAN = 0.25;
const WRONG_TURN = 0.12;

export function throughMenu(topicCode: string, toHuman: boolean, random: Random): TimedStep[] {
  const way = WAYS[topicCode] ?? [COMPLAINTS];
  const straight = toHuman && random.chance(STRAIGHT_TO_HUMAN);
  const lost = !straight && random.chance(WRONG_TURN);
  const steps = [
    ENTRANCE,
    ...(lost ? [random.pick(MAIN_MENU), BACK] : []),
    ...(straight ? [] : way),
    ...(toHuman ? [TO_HUMAN] : []),
  ];
  return steps.map(([key, prompt]) => [key, prompt, random.int(3, 18)]);
}
