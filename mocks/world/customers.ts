/** Puts a customer together: who, with whom, which lines, who pays, what was offered. */
import { createAccountMaker } from './accounts.ts';
import type { Calendar } from './calendar.ts';
import { FIXED_LINE, OTHER_PHONE, SECOND_MOBILE, toAccountId, toCustomerId, toMembershipId } from './ids.ts';
import { registeredLayer } from './layers.ts';
import { createLineMaker, type Line, type LinePlan } from './lines.ts';
import type { WorldCustomer, WorldMembership } from './model.ts';
import { namedNumber, namedPersona, namedScript, namedTreatments, sharedPhone } from './named-cases.ts';
import type { NumberPlan } from './numbers.ts';
import * as people from './people.ts';
import { drawPersona, type Persona } from './persona.ts';
import { HOME_PLACES, type Place } from './places.ts';
import { createRandom } from './rng.ts';
import { createRoster, NAMED_UNIT, type Standing } from './roster.ts';
import { clerkCount, groupManagerOf, toStaffId, vipManagerOf } from './staff.ts';
import { createTreatmentMaker } from './treatments.ts';

interface CustomerMakerOptions {
  readonly seed: number;
  readonly size: number;
  readonly calendar: Calendar;
  readonly numbers: NumberPlan;
}

/** A customer before there is any history. */
interface Sketch {
  readonly index: number;
  readonly standing: Standing;
  readonly persona: Persona;
  readonly place: Place;
}

const PREPAID_BRANDS = new Set(['EASYOWN', 'MZONE', 'HUIMIN']);
const POSITIONS = ['总经理', '行政主管', '财务主管', '销售经理', '工程师', '采购专员', '职员'];
const UNIT_LEVELS = ['A1', 'A2', 'B1', 'B2', 'C'];
const HOBBIES = ['登山', '摄影', '阅读', '象棋', '足球', '烹饪', '钓鱼', '音乐', '羽毛球', '旅行'];
const DAYS_PER_YEAR = 365;

export function createCustomerMaker(options: CustomerMakerOptions): (index: number) => WorldCustomer {
  const { seed, size, calendar, numbers } = options;
  const clerks = clerkCount(size);
  const standingOf = createRoster(seed, size);
  const makeLine = createLineMaker(seed, calendar, clerks);
  const makeAccount = createAccountMaker(seed, calendar);
  const makeTreatments = createTreatmentMaker(seed, calendar);

  const sketch = (index: number): Sketch => {
    const standing = standingOf(index);
    const drawn = drawPersona(seed, index, standing, calendar);
    const unit = standing.kind === 'UNIT' ? { ...drawn, mobileLines: 0 as const, broadband: true } : drawn;
    const { segment } = mobileNumber(index, standing);
    return { index, standing, persona: namedPersona(unit, index, calendar.today), place: segment.place };
  };

  /** The first number of somebody who gave it up is that of its next holder. */
  const mobileNumber = (index: number, { numberAfter }: Standing) => {
    const named = namedNumber(index);
    const reserved = named === undefined ? undefined : numbers.reserved(named);
    return reserved ?? numbers.mobile(numberAfter ?? index, 0);
  };

  const nameOf = (index: number, { foreigner, female }: Persona): string => {
    const random = createRandom(seed, 'name', index);
    return foreigner ? people.englishName(random) : people.personName(random, female);
  };

  const linePlans = ({ index, standing, persona, place }: Sketch): LinePlan[] => {
    if (standing.kind === 'PROSPECT') return [];
    const tied = standing.family !== null || standing.seat !== null;
    const base = { index, persona, tied, inUnit: standing.seat !== null, realUser: null };
    const own = { payment: persona.payment, accountId: toAccountId(index, 0) };
    const later = createRandom(seed, 'later-lines', index);
    const laterDay = () =>
      persona.openedDay + Math.floor(later.float() * (calendar.today - persona.openedDay));
    const plans: LinePlan[] = [];

    if (persona.mobileLines > 0) {
      const { payer } = standing;
      const { text, segment } = mobileNumber(index, standing);
      const paidBy =
        payer === null ? own : { payment: sketch(payer).persona.payment, accountId: toAccountId(payer, 0) };
      const realUser = standing.user && toRealUser(index, standing.user.index);
      plans.push({
        ...base,
        ...paidBy,
        line: 0,
        kind: 'MOBILE',
        number: text,
        segment,
        openedDay: persona.openedDay,
        realUser,
      });
    }
    if (persona.mobileLines > 1) {
      const { text, segment } = numbers.mobile(index, SECOND_MOBILE);
      const accountId = toAccountId(index, 1);
      plans.push({
        ...base,
        ...own,
        accountId,
        line: SECOND_MOBILE,
        kind: 'MOBILE',
        number: text,
        segment,
        openedDay: laterDay(),
      });
    }
    if (persona.broadband) {
      const home = place.percent > 0 ? place : (HOME_PLACES[0] as Place);
      const only = persona.mobileLines === 0;
      const number = (only ? namedNumber(index) : undefined) ?? numbers.fixed(index, home);
      const openedDay = only ? persona.openedDay : laterDay();
      plans.push({ ...base, ...own, line: FIXED_LINE, kind: 'FIXED', number, segment: null, openedDay });
    }
    return plans;
  };

  const toRealUser = (holder: number, user: number | null) =>
    user === null
      ? { name: people.personName(createRandom(seed, 'user', holder), holder % 2 === 0), customerId: null }
      : { name: nameOf(user, sketch(user).persona), customerId: toCustomerId(user) };

  const firstLineOf = (index: number): Line[] => {
    const [first] = linePlans(sketch(index));
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

  const relationsOf = (index: number, { family, paysFor, kind, usesLineOf }: Standing, since: string) => {
    const tie = (
      relation: WorldCustomer['relations'][number]['kind'],
      other: number,
      from: string | null,
    ) => ({
      kind: relation,
      customerId: toCustomerId(other),
      since: from,
    });
    const relatives =
      family === null ? [] : [family.head, ...family.dependants].filter((each) => each !== index);
    return [
      ...relatives.map((each) => tie('FAMILY', each, null)),
      // A unit's members say so themselves, by their seats.
      ...(kind === 'UNIT' ? [] : paysFor.map((each) => tie('PAYS_FOR', each, since))),
      ...(usesLineOf === null ? [] : [tie('USES', usesLineOf, null)]),
    ];
  };

  return (index) => {
    const drawn = sketch(index);
    const { standing, persona, place } = drawn;
    const random = createRandom(seed, 'customer', index);
    const own = linePlans(drawn).map(makeLine);
    const subscribers = own.map(({ subscriber }) => subscriber);
    const isUnit = standing.kind === 'UNIT';
    const left = subscribers.length > 0 && subscribers.every(({ status }) => status === 'CLOSED');
    const status = standing.kind === 'PROSPECT' ? 'PROSPECT' : left ? 'LEFT' : 'IN_NET';
    const present = status === 'IN_NET';
    const openedOn = calendar.day(persona.openedDay);
    const name = nameOf(index, persona);
    const address = random.chance(0.9) || isUnit ? people.address(random, place.province, place.name) : null;
    const phone = contactPhone(drawn, subscribers[0]?.serviceNumber);
    const groupManager = index === NAMED_UNIT ? toStaffId('GROUP_MANAGER', 1) : groupManagerOf(index);
    const memberships = present ? membershipsOf(drawn) : [];
    const hasVip = memberships.some(({ validUntil }) => validUntil >= calendar.day(calendar.today));
    const vipManager = standing.inNamedPortfolio ? toStaffId('VIP_MANAGER', 1) : vipManagerOf(index);
    const unit = isUnit ? people.unitName(random, place.name) : null;
    const seat = present ? standing.seat : null;

    return {
      index,
      customerId: toCustomerId(index),
      segment: isUnit ? 'ENTERPRISE' : standing.family === null ? 'PERSONAL' : 'FAMILY',
      status,
      name: unit ?? name,
      document: documentOf(drawn),
      regionCode: place.code,
      address,
      contactPhone: phone,
      email: random.chance(0.3) || isUnit ? people.email(index) : null,
      hobbies: random.chance(0.3) ? [random.pick(HOBBIES)] : [],
      mailingAddress: random.chance(0.4) ? address : null,
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
      },
      relations: relationsOf(index, standing, openedOn),
      memberships,
      registeredLayer: registeredLayer({ isUnit, hasVip, seated: seat !== null, lines: own }),
      accounts: accountsOf(drawn, own),
      subscribers,
      treatments: makeTreatments({
        index,
        from: calendar.at(persona.openedDay, persona.openedSecond),
        until: left ? Math.max(...subscribers.map(({ statusSince }) => statusSince)) : calendar.now,
        late: persona.payment.lateChance > 0.1 || persona.payment.stopsAtBill !== null,
        fixed: namedTreatments(index),
      }),
      traits: persona.rates,
      script: namedScript(index),
    };
  };

  function documentOf({ index, persona, place, standing }: Sketch): WorldCustomer['document'] {
    if (standing.kind === 'UNIT')
      return { type: 'BUSINESS_LICENCE', number: people.businessLicence(index, place.code) };
    if (persona.foreigner) return { type: 'PASSPORT', number: people.passport(index) };
    return {
      type: 'RESIDENT_ID',
      number: people.residentId(index, place.code, persona.female, calendar.today),
    };
  }

  function contactPhone({ index, standing, persona }: Sketch, ownNumber: string | undefined): string | null {
    const shared = sharedPhone(index);
    if (shared !== undefined) return shared;
    if (standing.kind === 'PROSPECT') return namedNumber(index) ?? numbers.mobile(index, OTHER_PHONE).text;
    if (persona.contactPhone === 'NONE') return null;
    const reachedByOwn = persona.contactPhone === 'OWN' && persona.mobileLines > 0;
    return (reachedByOwn ? ownNumber : undefined) ?? numbers.mobile(index, OTHER_PHONE).text;
  }

  function membershipsOf({ index, persona: { vip, spendFen, openedDay } }: Sketch): WorldMembership[] {
    if (vip === null) return [];
    const random = createRandom(seed, 'membership', index);
    const until = calendar.today + (vip.expired ? -random.int(10, 300) : random.int(30, 600));
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
  }
}
