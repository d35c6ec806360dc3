// Questions in words, with blanks to fill in, each with the GraphQL behind it and
// the table that its answer makes.
import type { EntityKind, TypedDocumentString } from '../gql/graphql';
import type { Label } from '../parts/thing';
import { language, words, type Language } from '../text/words';
import * as d from './documents';

/** What stands in a cell of an answer. */
export type Cell = string | number | null | undefined | { of: Label } | { all: Label[] } | { day: string | null | undefined } | { fact: string; text: string } | { document: { id: string; title?: string | null } };

export interface Blank {
  name: string;
  takes: 'entity' | 'text' | 'day';
  kinds?: EntityKind[];
  /** What it holds at first, for days. */
  first?: string;
  /** Texts that it may hold, to begin with. */
  examples?: string[];
}

export interface Question {
  id: string;
  /** The sentence, with {blanks}. */
  says: Record<Language, string>;
  blanks: Blank[];
  // Each question has types of its own; its rows are made of what it asks.
  document: TypedDocumentString<unknown, never>;
  head: () => string[];
  rows: (answer: never) => Cell[][];
}

const bodies: EntityKind[] = ['MINISTRY', 'AGENCY', 'INSTITUTE', 'COMPANY', 'COMMITTEE', 'LOCAL_GOVERNMENT', 'INTERNATIONAL_ORGANIZATION', 'NETWORK', 'ORGANIZATION'];
const areas: EntityKind[] = ['CITY', 'PROVINCE', 'COUNTRY', 'ZONE'];

function question<R, V>(id: string, en: string, th: string, blanks: Blank[], document: TypedDocumentString<R, V>, head: () => string[], rows: (answer: R) => Cell[][]): Question {
  return { id, says: { en, th }, blanks, document: document as unknown as Question['document'], head, rows: rows as Question['rows'] };
}

const meeting: Blank = { name: 'id', takes: 'entity', kinds: ['MEETING'] };
const person: Blank = { name: 'id', takes: 'entity', kinds: ['PERSON'] };
const body: Blank = { name: 'id', takes: 'entity', kinds: bodies };
const text = (...examples: string[]): Blank => ({ name: 'text', takes: 'text', examples });
const from: Blank = { name: 'from', takes: 'day', first: '2019-01-01' };
const to: Blank = { name: 'to', takes: 'day', first: '2022-12-31' };

const w = () => words();
const fact = (factId: string): Cell => ({ fact: factId, text: w().fact.evidence });
const held = (status: string | null | undefined) => (status ? (w().meetingStatus[status] ?? status.toLowerCase()) : null);

export const questions: Question[] = [
  question('chairs', 'Who chaired {id}, when and where?', 'ใครเป็นประธานใน {id} เมื่อใดและที่ไหน', [meeting], d.Chairs,
    () => [w().relations.CHAIRED.in, w().fact.role, w().entity.date, w().nav.places, ''],
    ({ node }) => (node && 'chairs' in node ? node.chairs.edges.map((e) => [{ of: e.node }, e.roleText ?? e.role, { day: node.startDate?.value }, { all: node.places.nodes }, fact(e.factId)]) : [])),
  question('delegation', 'Who attended {id}, and on whose behalf?', 'ใครเข้าร่วม {id} และในนามของใคร', [meeting], d.Delegates,
    () => [w().relations.ATTENDED.in, w().fact.role, w().fact.onBehalfOf, ''],
    ({ node }) => (node && 'attendees' in node ? node.attendees.edges.map((e) => [{ of: e.node }, e.roleText ?? e.role, e.onBehalfOf && { of: e.onBehalfOf }, fact(e.factId)]) : [])),
  question('parties', 'With whom has {id} made agreements, and who witnessed them?', '{id} ทำความตกลงกับใคร และใครเป็นสักขีพยาน', [{ ...body, kinds: [...bodies, ...areas] }], d.Partners,
    () => [w().kinds.AGREEMENT, w().entity.date, w().entity.status, w().relations.PARTY_TO.in, w().relations.WITNESSED.in],
    ({ agreements }) => agreements.nodes.map((a) => [{ of: a }, { day: a.agreedOn?.value }, a.agreementStatus?.toLowerCase(), { all: a.parties.nodes }, { all: a.witnesses.nodes }])),
  question('evidence', 'Which sentences say what about {id}?', 'ประโยคใดบอกอะไรเกี่ยวกับ {id}', [{ name: 'id', takes: 'entity' }], d.Sentences,
    () => [w().entity.relations, '', w().fact.quote, w().kinds.DOCUMENT, w().fact.confidence, ''],
    ({ node }) => (node && 'relations' in node ? node.relations.edges.flatMap((e) => e.evidence.map((v): Cell[] => [w().relations[e.type][e.direction === 'IN' ? 'in' : 'out'], { of: e.node }, v.quote, { document: v.document }, e.confidence.toFixed(2), fact(e.factId)])) : [])),
  question('prawit', 'Which meetings did {id} chair?', '{id} เป็นประธานการประชุมใดบ้าง', [person], d.Chaired,
    () => [w().kinds.MEETING, w().entity.date, w().entity.series, w().fact.role, ''],
    ({ node }) => (node && 'chaired' in node ? node.chaired.edges.map((e) => [{ of: e.node }, { day: e.node.startDate?.value }, [e.node.series?.ordinal, e.node.series?.year].filter(Boolean).join('/'), e.roleText, fact(e.factId)]) : [])),
  question('nickname', 'Who or what is meant by “{text}”?', '“{text}” หมายถึงใครหรืออะไร', [text('บิ๊กป้อม', 'depa')], d.Meant,
    () => ['', w().entity.names, w().fact.confidence, ''],
    ({ lookup }) => lookup.map((m) => [{ of: m.entity }, m.entity.names.map((n) => n.text).join(' · '), m.score.toFixed(2), m.explanation])),
  question('one-person', 'Is everybody called “{text}” one person?', 'ทุกคนที่ชื่อ “{text}” เป็นคนเดียวกันหรือไม่', [text('นิมมานพัชรินทร์', 'วงษ์สุวรรณ')], d.Same,
    () => [w().kinds.PERSON, w().entity.titles, w().entity.documents, w().kinds.POST],
    ({ people }) => people.nodes.map((p) => [{ of: p }, p.titles.join(', '), p.documents.totalCount, { all: p.positions.nodes }])),
  question('aliases', 'Which names lead to the same as “{text}”?', 'ชื่อใดบ้างหมายถึงสิ่งเดียวกับ “{text}”', [text('ดีป้า', 'ASCN')], d.Meant,
    () => [w().entity.names, ''],
    ({ lookup }) => lookup.slice(0, 1).flatMap((m) => m.entity.names.map((n): Cell[] => [n.text, { of: m.entity }]))),
  question('minister-over-time', 'Who held the offices of {id}, in order?', 'ใครดำรงตำแหน่งใน {id} ตามลำดับ', [body], d.Holders,
    () => [w().kinds.POST, w().relations.HOLDS.in, w().fact.validFrom, w().fact.validTo, ''],
    ({ node }) => (node && 'posts' in node ? node.posts.nodes.flatMap((p) => p.holders.edges.map((e): Cell[] => [{ of: p }, { of: e.node }, { day: (e.validFrom ?? e.observedFrom)?.value }, { day: (e.validTo ?? e.observedTo)?.value }, fact(e.factId)])) : [])),
  question('as-of', 'Which office did {id} hold on {day}?', '{id} ดำรงตำแหน่งใดในวันที่ {day}', [person, { name: 'day', takes: 'day', first: '2020-01-01' }], d.OfficeOn,
    () => [w().kinds.POST, w().relations.POST_IN.out, w().fact.observed, '', ''],
    ({ node }) => (node && 'positions' in node ? node.positions.edges.map((e) => [{ of: e.node }, e.organization && { of: e.organization }, { day: e.observedFrom?.value }, { day: e.observedTo?.value }, fact(e.factId)]) : [])),
  question('network', 'Who is a member of {id}, and who was proposed?', 'ใครเป็นสมาชิกของ {id} และใครได้รับการเสนอ', [{ ...body, kinds: ['NETWORK', 'COMMITTEE', 'INTERNATIONAL_ORGANIZATION', 'ORGANIZATION'] }], d.Members,
    () => [w().relations.MEMBER_OF.in, w().entity.status, w().fact.role, ''],
    ({ node }) => (node && 'members' in node ? node.members.edges.map((e) => [{ of: e.node }, e.membership && w().membership[e.membership], e.roleText, fact(e.factId)]) : [])),
  question('certified', 'Which areas were certified between {from} and {to}?', 'พื้นที่ใดได้รับการรับรองระหว่าง {from} ถึง {to}', [from, to], d.Certified,
    () => [w().kinds.PROJECT, w().nav.places, w().entity.date, w().relations.CERTIFIED.in, ''],
    ({ projects }) => projects.nodes.map((p) => [{ of: p }, { all: p.places.nodes }, { day: p.certifiedOn?.value }, { all: p.certifiedBy.edges.map((e) => e.node) }, p.certifiedBy.edges[0] && fact(p.certifiedBy.edges[0].factId)])),
  question('fund', 'What is {id} to finance, and what is known of its amount?', '{id} สนับสนุนเงินแก่อะไร และทราบจำนวนเงินหรือไม่', [{ name: 'id', takes: 'entity', kinds: ['FUND'] }], d.Funds,
    () => [w().kinds.FUND, w().entity.amount, w().relations.FINANCES.out, w().relations.FINANCES.in, w().entity.documents],
    ({ node }) => (node && 'financedBy' in node ? [[{ of: node }, node.amount?.original ?? w().unknown, { all: node.finances.edges.map((e) => e.node) }, { all: node.financedBy.edges.map((e) => e.node) }, node.documents.nodes[0] && { document: node.documents.nodes[0] }]] : [])),
  question('hosts', 'Who hosted {id}, when and at which venue?', 'ใครเป็นเจ้าภาพ {id} เมื่อใดและที่ไหน', [meeting], d.Hosts,
    () => [w().relations.ORGANIZED.in, w().fact.role, w().fact.validFrom, w().fact.validTo, w().nav.places, ''],
    ({ node }) => (node && 'organizers' in node ? [...node.organizers.edges, ...node.hostCountries.edges].map((e) => [{ of: e.node }, e.roleText ?? e.role, { day: node.startDate?.value }, { day: node.endDate?.value }, { all: node.places.nodes }, fact(e.factId)]) : [])),
  question('ex-officio', 'Which offices hold {id} by office?', 'ตำแหน่งใดเป็น {id} โดยตำแหน่ง', [{ name: 'id', takes: 'entity', kinds: ['POST'] }], d.ByOffice,
    () => [w().relations.EX_OFFICIO.in, w().relations.POST_IN.out, ''],
    ({ node }) => (node && 'exOfficioHolders' in node ? node.exOfficioHolders.edges.map((e) => [{ of: e.node }, e.node.organization && { of: e.node.organization }, fact(e.factId)]) : [])),
  question('planned', 'Which meetings lie between {from} and {to}, and were they held?', 'มีการประชุมใดระหว่าง {from} ถึง {to} และจัดแล้วหรือไม่', [from, to], d.Planned,
    () => [w().kinds.MEETING, w().entity.status, w().fact.validFrom, w().fact.validTo, w().nav.places],
    ({ meetings }) => meetings.nodes.map((m) => [{ of: m }, held(m.heldStatus), { day: m.startDate?.value }, { day: m.endDate?.value }, { all: m.places.nodes }])),
  question('budget', 'What was budgeted for projects in {id}, and who is responsible?', 'โครงการใน {id} มีงบประมาณเท่าใด และใครรับผิดชอบ', [{ name: 'id', takes: 'entity', kinds: areas }], d.Budgets,
    () => [w().kinds.PROJECT, w().entity.budget, w().relations.RESPONSIBLE_FOR.in],
    ({ projects }) => projects.nodes.map((p) => [{ of: p }, p.budget?.original ?? w().unknown, { all: p.responsible.nodes }])),
  question('not-signed', 'Which agreements of {id} have been signed, and which have not?', 'ความตกลงใดของ {id} ลงนามแล้ว และใดยังไม่ลงนาม', [{ ...body, kinds: [...bodies, ...areas] }], d.Signed,
    () => [w().kinds.AGREEMENT, w().entity.type, w().entity.status, w().entity.date, w().relations.SIGNED.in],
    ({ agreements }) => agreements.nodes.map((a) => [{ of: a }, a.agreementType?.toLowerCase().replaceAll('_', ' '), a.agreementStatus?.toLowerCase(), { day: a.agreedOn?.value }, { all: a.signatories.edges.map((e) => e.node) }])),
  question('with-whom', 'With whom did {id} sit in meetings?', '{id} ร่วมประชุมกับใครบ้าง', [person], d.MetWith,
    () => [w().kinds.PERSON, w().kinds.MEETING],
    ({ node }) => (node && 'coParticipants' in node ? node.coParticipants.edges.map((e) => [{ of: e.node }, e.count]) : [])),
  question('by-year', 'How many meetings a year are known?', 'ทราบการประชุมปีละกี่ครั้ง', [], d.ByYear,
    () => [w().search.years, w().kinds.MEETING],
    ({ meetingStatistics }) => meetingStatistics.map((b) => [b.keys[0] ? { day: b.keys[0] } : w().entity.undated, b.count])),
  question('search', 'What has “{text}” in its name, also inside a longer word?', 'อะไรมี “{text}” อยู่ในชื่อ แม้อยู่ในคำที่ยาวกว่า', [text('ดิจิทัล', 'เมืองอัจฉริยะ')], d.Inside,
    () => ['', w().entity.names, w().fact.confidence],
    ({ search }) => search.edges.map((e) => ['kind' in e.node ? { of: e.node } : { document: e.node }, e.highlight, e.score.toFixed(2)])),
  question('financed', 'Who finances {id}?', 'ใครสนับสนุนเงินแก่ {id}', [{ name: 'id', takes: 'entity', kinds: ['PROJECT', 'AGREEMENT', 'FUND', ...areas] }], d.Financed,
    () => [w().relations.FINANCES.in, w().entity.amount, ''],
    ({ node }) => (node && 'relations' in node ? node.relations.edges.map((e) => [{ of: e.node }, e.amount?.original ?? w().unknown, fact(e.factId)]) : [])),
];

/** The questions that can be asked about something of a kind. */
export const questionsAbout = (kind: EntityKind) => questions.filter((q) => q.blanks[0]?.takes === 'entity' && (q.blanks[0].kinds ?? [kind]).includes(kind));

/** The sentence of a question, with something in each blank. */
export const sentence = (q: Question, blank: (name: string) => string) => q.says[language.value].replace(/\{(\w+)\}/g, (_, name: string) => blank(name));
