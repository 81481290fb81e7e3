/** Puts a customer together: who, with whom, which lines, who pays, what was offered. */
import { createAccountMaker } from './accounts.ts';
import { OTHER_PHONE, toAccountId, toCustomerId, toMembershipId } from './ids.ts';
import { registeredLayer } from './layers.ts';
import { createLinePlanner } from './line-plans.ts';
import { createLineMaker, type Line } from './lines.ts';
import type { WorldCustomer, WorldMembership } from './model.ts';
import { namedNumber, namedScript, namedTreatments, sharedPhone } from './named-cases.ts';
import { address, businessLicence, email, passport, residentId, unitName } from './people.ts';
import { relationsOf } from './relations.ts';
import { createRandom } from './rng.ts';
import { NAMED_UNIT } from './roster.ts';
import { createSketcher, nameOf, type Sketch, type WorldParts } from './sketch.ts';
import { clerkCount, groupManagerOf, toStaffId, vipManagerOf } from './staff.ts';
import { createTreatmentMaker } from './treatments.ts';

const PREPAID_BRANDS = new Set(['EASYOWN', 'MZONE', 'HUIMIN']);
const POSITIONS = ['总经理', '行政主管', '财务主管', '销售经理', '工程师', '采购专员', '职员'];
const UNIT_LEVELS = ['A1', 'A2', 'B1', 'B2', 'C'];
const HOBBIES = ['登山', '摄影', '阅读', '象棋', '足球', '烹饪', '钓鱼', '音乐', '羽毛球', '旅行'];
const DAYS_PER_YEAR = 365;

/** Number 1 of them looks after the named unit. */
const managerOfUnit = (index: number): string =>
  index === NAMED_UNIT ? toStaffId('GROUP_MANAGER', 1) : groupManagerOf(index);

export function createCustomerMaker(parts: WorldParts): (index: number) => WorldCustomer {
  const { seed, size, calendar, numbers } = parts;
  const clerks = clerkCount(size);
  const sketch = createSketcher(parts);
  const planLines = createLinePlanner(parts, sketch);
  const makeLine = createLineMaker(seed, calendar, clerks);
  const makeAccount = createAccountMaker(seed, calendar);
  const makeTreatments = createTreatmentMaker(seed, calendar);

  const firstLineOf = (index: number): Line[] => {
    const [first] = planLines(sketch(index));
    return first === undefined ? [] : [makeLine(first)];
  };

  const accountsOf = (
    { index, persona, standing }: Sketch,
    own: readonly Line[],
  ): WorldCustomer['accounts'] => {
    const lines = [...own, ...standing.paysFor.flatMap(firstLineOf)];
    const prepaid = PREPAID_BRANDS.has(persona.brandCode) && standing.paysFor.length === 0;
    const { payment, spendFen } = persona;
    return [0, 1].flatMap((nth) => {
      const accountId = toAccountId(index, nth);
      const paid = lines.filter(({ subscriber }) => subscriber.accountId === accountId);
      return paid.length === 0 ? [] : [makeAccount({ accountId, prepaid, payment, spendFen, lines: paid })];
    });
  };

  const documentOf = ({ index, persona, place, standing }: Sketch): WorldCustomer['document'] => {
    if (standing.kind === 'UNIT')
      return { type: 'BUSINESS_LICENCE', number: businessLicence(index, place.code) };
    if (persona.foreigner) return { type: 'PASSPORT', number: passport(index) };
    return {
      type: 'RESIDENT_ID',
      number: residentId(index, place.code, persona.female, calendar.today),
    };
  };

  const contactPhone = (
    { index, standing, persona }: Sketch,
    ownNumber: string | undefined,
  ): string | null => {
    const shared = sharedPhone(index);
    if (shared !== undefined) return shared;
    if (standing.kind === 'PROSPECT') return namedNumber(index) ?? numbers.mobile(index, OTHER_PHONE).text;
    if (persona.contactPhone === 'NONE') return null;
    // A number given up may be somebody else's by now.
    const reachedByOwn =
      persona.contactPhone === 'OWN' && persona.mobileLines > 0 && standing.numberAfter === null;
    return (reachedByOwn ? ownNumber : undefined) ?? numbers.mobile(index, OTHER_PHONE).text;
  };

  const membershipsOf = ({ index, persona: { vip, spendFen, openedDay } }: Sketch): WorldMembership[] => {
    if (vip === null) return [];
    const random = createRandom(seed, 'membership', index);
    const lapsed = calendar.today - random.int(10, 300);
    const until = vip.expired && lapsed > openedDay ? lapsed : calendar.today + random.int(30, 600);
    return [
      {
        membershipId: toMembershipId(index),
        club: '全球通VIP俱乐部',
        level: vip.grade,
        cardNumber: `88${String(index).padStart(8, '0')}`,
        validFrom: calendar.day(Math.max(openedDay, until - 2 * DAYS_PER_YEAR)),
        validUntil: calendar.day(until),
        points: Math.round((spendFen / 100) * random.int(2, 20)),
      },
    ];
  };

  return (index) => {
    const drawn = sketch(index);
    const { standing, persona, place } = drawn;
    const random = createRandom(seed, 'customer', index);
    const own = planLines(drawn).map(makeLine);
    const subscribers = own.map(({ subscriber }) => subscriber);
    const isUnit = standing.kind === 'UNIT';
    const left = subscribers.length > 0 && subscribers.every(({ status }) => status === 'CLOSED');
    const status = standing.kind === 'PROSPECT' ? 'PROSPECT' : left ? 'LEFT' : 'IN_NET';
    const present = status === 'IN_NET';
    const openedOn = calendar.day(persona.openedDay);
    const name = nameOf(seed, drawn);
    const home = random.chance(0.9) || isUnit ? address(random, place.province, place.name) : null;
    const phone = contactPhone(drawn, subscribers[0]?.serviceNumber);
    const groupManager = managerOfUnit(index);
    const memberships = present ? membershipsOf(drawn) : [];
    const hasVip = memberships.some(({ validUntil }) => validUntil >= calendar.day(calendar.today));
    const vipManager = standing.inNamedPortfolio ? toStaffId('VIP_MANAGER', 1) : vipManagerOf(index);
    const unit = isUnit ? unitName(random, place.name) : null;
    const seat = present ? standing.seat : null;
    const accounts = accountsOf(drawn, own);

    return {
      index,
      customerId: toCustomerId(index),
      segment: isUnit ? 'ENTERPRISE' : standing.family === null ? 'PERSONAL' : 'FAMILY',
      status,
      name: unit ?? name,
      document: documentOf(drawn),
      regionCode: place.code,
      address: home,
      contactPhone: phone,
      email: random.chance(0.3) || isUnit ? email(index) : null,
      hobbies: random.chance(0.3) && !isUnit ? [random.pick(HOBBIES)] : [],
      mailingAddress: random.chance(0.4) ? home : null,
      language: persona.foreigner ? 'ENGLISH' : 'MANDARIN',
      listFlag: persona.listFlag,
      developmentChannel: persona.channel,
      openedOn,
      openedByStaffId: toStaffId('RETAIL_CLERK', random.int(1, clerks)),
      managerStaffId: isUnit ? groupManager : hasVip ? vipManager : null,
      group:
        unit === null
          ? null
          : {
              unitName: unit,
              unitLevel: index === NAMED_UNIT ? 'A1' : random.pick(UNIT_LEVELS),
              contactName: name,
              contactPhone: phone ?? numbers.mobile(index, OTHER_PHONE).text,
              managerStaffId: groupManager,
            },
      groupSeat: seat && {
        groupCustomerId: toCustomerId(seat.unit),
        position: POSITIONS[seat.nth === 0 ? 0 : 1 + (seat.nth % (POSITIONS.length - 1))] as string,
        keyPerson: seat.nth === 0,
        managerStaffId: managerOfUnit(seat.unit),
      },
      relations: relationsOf(index, standing, openedOn),
      memberships,
      registeredLayer: registeredLayer({ isUnit, hasVip, seated: seat !== null, lines: own }),
      accounts,
      subscribers,
      treatments: makeTreatments({
        index,
        from: calendar.at(persona.openedDay, persona.openedSecond),
        until: left ? Math.max(...subscribers.map(({ statusSince }) => statusSince)) : calendar.now,
        openedOn,
        lines: subscribers,
        accounts,
        fixed: namedTreatments(index),
      }),
      traits: persona.rates,
      script: namedScript(index),
    };
  };
}
