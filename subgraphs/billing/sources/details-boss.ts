/**
 * Itemised records 清单, from BOSS (KF1008, invented), page by page. Amounts are 厘,
 * data are KB. The other party is in clear on the wire, and masked here, so that
 * nothing above ever holds a number.
 */
import type { Content } from '#kit/boss/content';
import { count, digits, fenOfLi, moment, oneOf, toWireMonth } from '#kit/boss/units';
import { addMonths, startOfDay } from '#kit/clock';
import { appError } from '#kit/errors';
import type { UsageRecord } from '../model.ts';
import { maskNumber } from '../usage-records.ts';
import { type Ask, askEach, type BossOf } from './boss-ask.ts';
import type { DetailsSource } from './details-sql.ts';

const PAGE_SIZE = 200;
/** 20,000 records of one line in one month. */
const MAX_PAGES = 100;
/** Pages of one line, asked for at once. */
const PAGES_AT_ONCE = 4;

const kind = oneOf({ V: 'VOICE', S: 'SMS', M: 'MMS', D: 'DATA' } as const);
const kept = oneOf({ 0: false, 1: true });

interface Month {
  readonly subscriberId: string;
  readonly month: string;
  readonly ask: Ask;
}

interface Page {
  readonly total: number;
  readonly records: readonly UsageRecord[];
}

export function createDetailsSource(of: BossOf): DetailsSource {
  return {
    bySubscribers: (subscriberIds, month) =>
      askEach(of, subscriberIds, (subscriberId, ask) => askMonth({ subscriberId, month, ask })),
  };
}

/** Newest first; null where the records of the month are not kept. */
async function askMonth(asked: Month): Promise<UsageRecord[] | null> {
  const first = await askPage(asked, 1);
  if (first === null) return null;
  const { total } = first;
  const pages = Math.ceil(total / PAGE_SIZE);
  if (pages > MAX_PAGES) {
    throw appError('SOURCE_TOO_LARGE', 'The boss system has more records than we accept.', {
      source: 'boss',
    });
  }
  const records = [...first.records];
  for (let page = 2; page <= pages; page += PAGES_AT_ONCE) {
    const together = Array.from({ length: Math.min(PAGES_AT_ONCE, pages - page + 1) }, (_, at) => page + at);
    for (const { records: more } of await Promise.all(
      together.map((each) => askLaterPage(asked, each, total)),
    )) {
      records.push(...more);
    }
  }
  // Of the running month there may be more by now than there were on the first page.
  return records.slice(0, total).toReversed();
}

async function askLaterPage(asked: Month, pageNo: number, total: number): Promise<Page> {
  const page = await askPage(asked, pageNo);
  if (page === null || page.total < total) {
    throw appError('SOURCE_UNAVAILABLE', 'The boss system lost records while they were read.', {
      source: 'boss',
    });
  }
  return page;
}

async function askPage({ subscriberId, month, ask }: Month, pageNo: number): Promise<Page | null> {
  const content = await ask('KF1008', {
    SubscrbID: subscriberId,
    Month: toWireMonth(month),
    PageNo: String(pageNo),
    PageSize: String(PAGE_SIZE),
  });
  if (!content.value('Kept', kept)) return null;
  const total = content.value('TotalNum', count);
  const records = content.list('RecNum', 'Rec').map((entry) => readRecord(entry, subscriberId, month));
  const before = (pageNo - 1) * PAGE_SIZE;
  const isWhole = records.length === Math.max(0, Math.min(PAGE_SIZE, total - before));
  if (content.value('PageNo', count) !== pageNo || !isWhole) throw content.malformed('It is another page.');
  if (records.some(({ position }, at) => position !== before + at)) {
    throw content.malformed('A record is out of its place.');
  }
  const [begin, end] = [startOfDay(`${month}-01`), startOfDay(`${addMonths(month, 1)}-01`)];
  if (records.some(({ startedAtSeconds: at }) => at < begin || at >= end)) {
    throw content.malformed('A record is of another month.');
  }
  return { total, records };
}

function readRecord(entry: Content, subscriberId: string, month: string): UsageRecord {
  const position = entry.value('RecNo', count);
  const peer = entry.given('Peer', digits);
  return {
    usageId: `${subscriberId}-${toWireMonth(month)}-${position}`,
    position,
    kind: entry.value('RecType', kind),
    startedAtSeconds: entry.value('StartTime', moment),
    peerMasked: peer === null ? null : maskNumber(peer),
    seconds: entry.given('Duration', count),
    kilobytes: entry.given('Flow', count),
    chargeFen: entry.value('Fee', fenOfLi),
  };
}
