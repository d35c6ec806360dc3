import{D as e,E as t,F as n,N as r,T as i,_ as a,a as o,b as s,c,d as l,f as u,g as d,k as f,l as p,n as m,o as h,s as g,t as _,w as v,y}from"./index-ChvIRyN7.js";import{t as b}from"./evidence-CFGZezat.js";import{n as x,r as S,t as C}from"./thing-R9jazf0J.js";import{n as w,r as T}from"./questions-BH2OXkse.js";e(`
  fragment Label on Entity {
    __typename
    id
    kind
    name
    thai: name(language: "th")
    english: name(language: "en")
  }
`),e(`
  fragment Rows on RelationConnection {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges {
      factId type direction role roleText capacity factStatus confidence sourceCount
      validFrom { value } validTo { value } observedFrom { value } observedTo { value } date { value }
      amount { original value currency }
      onBehalfOf { ...Label }
      node { ...Label ... on Meeting { startDate { value } heldStatus: status } ... on Agreement { agreedOn: date { value } agreementStatus: status } }
    }
  }
`);var E=e(`
  query Entity($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Entity {
        ...Label
        names { text language kind }
        description
        identifiers { scheme value }
        documentCount
        documents(first: 10) { totalCount edges { node { id title source publisher publishedOn { value } url copyOf } } }
      }
      ... on Person {
        titles
        positions(first: 50) { totalCount edges { factId roleText validFrom { value } validTo { value } observedFrom { value } observedTo { value } organization { ...Label } node { ...Label } } }
        coParticipants(first: 10) { totalCount edges { count node { ...Label } } }
      }
      ... on Post {
        roleText
        holders(first: 50) { totalCount edges { factId validFrom { value } validTo { value } observedFrom { value } observedTo { value } node { ...Label } } }
      }
      ... on Meeting { meetingType heldStatus: status series { name ordinal year } startDate { value } endDate { value } }
      ... on Agreement { agreementType agreementStatus: status agreedOn: date { value } }
      ... on Fund { amount { original value currency } }
      ... on Project { projectStatus: status budget { original value currency } certifiedOn { value } }
    }
    snapshot: statistics { snapshot { id recordedAt } }
  }
`),D=e(`
  query Relations($id: ID!, $asOf: Date, $rows: Int!) {
    node(id: $id) {
      id
      ... on Entity {
        CHAIRED_OUT: relations(types: [CHAIRED], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }
        CHAIRED_IN: relations(types: [CHAIRED], direction: IN, asOf: $asOf, first: $rows) { ...Rows }
        ATTENDED_OUT: relations(types: [ATTENDED], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }
        ATTENDED_IN: relations(types: [ATTENDED], direction: IN, asOf: $asOf, first: $rows) { ...Rows }
        SPOKE_AT_OUT: relations(types: [SPOKE_AT], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }
        SPOKE_AT_IN: relations(types: [SPOKE_AT], direction: IN, asOf: $asOf, first: $rows) { ...Rows }
        ORGANIZED_OUT: relations(types: [ORGANIZED], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }
        ORGANIZED_IN: relations(types: [ORGANIZED], direction: IN, asOf: $asOf, first: $rows) { ...Rows }
        HELD_AT_OUT: relations(types: [HELD_AT], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }
        HELD_AT_IN: relations(types: [HELD_AT], direction: IN, asOf: $asOf, first: $rows) { ...Rows }
        PARTY_TO_OUT: relations(types: [PARTY_TO], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }
        PARTY_TO_IN: relations(types: [PARTY_TO], direction: IN, asOf: $asOf, first: $rows) { ...Rows }
        SIGNED_OUT: relations(types: [SIGNED], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }
        SIGNED_IN: relations(types: [SIGNED], direction: IN, asOf: $asOf, first: $rows) { ...Rows }
        WITNESSED_OUT: relations(types: [WITNESSED], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }
        WITNESSED_IN: relations(types: [WITNESSED], direction: IN, asOf: $asOf, first: $rows) { ...Rows }
        SIGNED_AT_OUT: relations(types: [SIGNED_AT], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }
        SIGNED_AT_IN: relations(types: [SIGNED_AT], direction: IN, asOf: $asOf, first: $rows) { ...Rows }
        HOLDS_OUT: relations(types: [HOLDS], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }
        HOLDS_IN: relations(types: [HOLDS], direction: IN, asOf: $asOf, first: $rows) { ...Rows }
        POST_IN_OUT: relations(types: [POST_IN], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }
        POST_IN_IN: relations(types: [POST_IN], direction: IN, asOf: $asOf, first: $rows) { ...Rows }
        EX_OFFICIO_OUT: relations(types: [EX_OFFICIO], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }
        EX_OFFICIO_IN: relations(types: [EX_OFFICIO], direction: IN, asOf: $asOf, first: $rows) { ...Rows }
        MEMBER_OF_OUT: relations(types: [MEMBER_OF], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }
        MEMBER_OF_IN: relations(types: [MEMBER_OF], direction: IN, asOf: $asOf, first: $rows) { ...Rows }
        PART_OF_OUT: relations(types: [PART_OF], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }
        PART_OF_IN: relations(types: [PART_OF], direction: IN, asOf: $asOf, first: $rows) { ...Rows }
        LOCATED_IN_OUT: relations(types: [LOCATED_IN], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }
        LOCATED_IN_IN: relations(types: [LOCATED_IN], direction: IN, asOf: $asOf, first: $rows) { ...Rows }
        FINANCES_OUT: relations(types: [FINANCES], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }
        FINANCES_IN: relations(types: [FINANCES], direction: IN, asOf: $asOf, first: $rows) { ...Rows }
        RESPONSIBLE_FOR_OUT: relations(types: [RESPONSIBLE_FOR], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }
        RESPONSIBLE_FOR_IN: relations(types: [RESPONSIBLE_FOR], direction: IN, asOf: $asOf, first: $rows) { ...Rows }
        CERTIFIED_OUT: relations(types: [CERTIFIED], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }
        CERTIFIED_IN: relations(types: [CERTIFIED], direction: IN, asOf: $asOf, first: $rows) { ...Rows }
        ABOUT_OUT: relations(types: [ABOUT], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }
        ABOUT_IN: relations(types: [ABOUT], direction: IN, asOf: $asOf, first: $rows) { ...Rows }
      }
    }
  }
`),O=e(`
  query MoreRelations($id: ID!, $types: [RelationType!]!, $direction: Direction!, $asOf: Date, $rows: Int!, $after: String) {
    node(id: $id) { id ... on Entity { relations(types: $types, direction: $direction, asOf: $asOf, first: $rows, after: $after) { ...Rows } } }
  }
`);e(`
  query EntityTimeline($ids: [ID!]!, $after: String) {
    timeline(ids: $ids, first: 50, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      edges { date { value } node { ...Label ... on Meeting { heldStatus: status } ... on Agreement { agreementStatus: status } } }
    }
  }
`);var k=50;function A({id:e,type:t,direction:o,asOf:c,rows:l}){let d=s(),p=i(),[m,h]=r([]),[v,b]=r(null),w=[l,...m],T=w.flatMap(e=>e.edges),E=w.at(-1).pageInfo,D=d.relations[t][o===`IN`?`in`:`out`],A=`${t}-${o}`,I=p.get(`f`),L=()=>f(O,{id:e,types:[t],direction:o,asOf:c,rows:k,after:E.endCursor??null}).then(e=>{b(null),e.node&&`relations`in e.node&&h([...m,e.node.relations])},e=>b(e));return a(`section`,{class:`relation`,"aria-labelledby":A,children:[a(`h3`,{id:A,children:[D,` `,a(`span`,{class:`count`,children:y(l.totalCount)})]}),a(`table`,{children:a(`tbody`,{children:T.map(e=>a(`tr`,{class:[e.factStatus===`DISPUTED`&&`disputed`,e.factId===I&&`chosen`].filter(Boolean).join(` `)||void 0,children:[a(`td`,{children:a(C,{of:e.node})}),a(`td`,{children:[M(e)&&a(u,{text:M(e)}),e.onBehalfOf&&a(n,{children:[` `,d.fact.onBehalfOf,` `,a(C,{of:e.onBehalfOf})]}),e.amount&&a(n,{children:[` `,a(u,{text:e.amount.original??``})]})]}),a(`td`,{class:`when`,children:[a(_,{value:N(e)}),P(e)&&a(`span`,{class:`tag`,children:d.meetingStatus[P(e)]??P(e)})]}),a(`td`,{class:`proof`,children:a(`a`,{href:p.with({f:e.factId}),"data-fact":e.factId,"aria-label":d.fact.open(j(e),`${D}, ${x(e.node)}`),children:j(e)})})]},e.factId))})}),v&&a(g,{error:v,again:L}),a(`p`,{class:`pages`,children:[E.hasNextPage&&a(`button`,{type:`button`,onClick:L,children:[d.more,` (`,y(l.totalCount-T.length),`)`]}),a(S,{name:`${e}-${t}-${o}`,of:l.totalCount,rows:()=>T.map(e=>F(e)),head:[`fact`,`relation`,`direction`,`id`,`kind`,`name`,`role`,`date`,`validFrom`,`validTo`,`observedFrom`,`observedTo`,`status`,`confidence`,`sources`]})]})]})}var j=e=>e.sourceCount===1?s().fact.oneSource:s().fact.sources(y(e.sourceCount)),M=e=>e.roleText??e.capacity??null,N=e=>(`startDate`in e.node?e.node.startDate?.value:`agreedOn`in e.node?e.node.agreedOn?.value:void 0)??e.date?.value??e.validFrom?.value??e.observedFrom?.value;function P(e){return e.factStatus===`DISPUTED`?s().factStatus.DISPUTED:`heldStatus`in e.node&&e.node.heldStatus&&e.node.heldStatus!==`HELD`?e.node.heldStatus:`agreementStatus`in e.node&&e.node.agreementStatus&&e.node.agreementStatus!==`SIGNED`?e.node.agreementStatus.toLowerCase():null}var F=e=>[e.factId,e.type,e.direction,e.node.id,e.node.kind,x(e.node),M(e)??e.role??``,N(e)??``,e.validFrom?.value??``,e.validTo?.value??``,e.observedFrom?.value??``,e.observedTo?.value??``,e.factStatus,e.confidence.toFixed(2),String(e.sourceCount)];function I({entity:e}){let t=s(),r=i(),o=`positions`in e?e.positions.edges.map(e=>({...e,of:e.node,within:e.organization})):`holders`in e?e.holders.edges.map(e=>({...e,of:e.node})):[];if(o.length===0)return null;let c=o.flatMap(e=>[e.validFrom,e.validTo,e.observedFrom,e.observedTo].flatMap(e=>e?[L(e.value)]:[])),l=Math.min(...c),u=Math.max(Math.max(...c)-l,1),d=(e,t)=>{if(!e&&!t)return null;let n=e?(L(e.value)-l)/u:0,r=t?(L(t.value)-l)/u:1;return{left:`${n*100}%`,width:`${Math.max((r-n)*100,1)}%`}};return a(`section`,{"aria-labelledby":`offices`,children:[a(`h2`,{id:`offices`,children:`positions`in e?t.entity.offices:t.relations.HOLDS.in}),a(`table`,{class:`offices`,children:a(`tbody`,{children:o.map(e=>{let i=d(e.validFrom,e.validTo),o=d(e.observedFrom,e.observedTo);return a(`tr`,{children:[a(`th`,{scope:`row`,children:[a(C,{of:e.of}),e.within&&!x(e.of).includes(x(e.within))&&a(`span`,{class:`small`,children:[` `,a(C,{of:e.within})]})]}),a(`td`,{class:`track`,"aria-hidden":`true`,children:[o&&a(`span`,{class:`bar seen`,style:o}),i&&a(`span`,{class:`bar stated`,style:i})]}),a(`td`,{class:`when`,children:a(`a`,{href:r.with({f:e.factId}),"data-fact":e.factId,children:e.validFrom||e.validTo?a(n,{children:[e.validFrom?a(_,{value:e.validFrom.value,brief:!0}):`…`,` – `,e.validTo?a(_,{value:e.validTo.value,brief:!0}):`…`]}):e.observedFrom?a(n,{children:[t.fact.observed,` `,a(_,{value:e.observedFrom.value,brief:!0}),e.observedTo&&e.observedTo.value!==e.observedFrom.value&&a(n,{children:[` – `,a(_,{value:e.observedTo.value,brief:!0})]})]}):t.entity.undated})})]},e.factId)})})})]})}var L=e=>Date.parse(m(e)),R=10;function z({id:e}){let r=s(),u=i(),d=u.get(`asOf`)||null,f=h(E,{id:e}),m=h(D,{id:e,asOf:d,rows:R}),g=f.data?.node,_=g&&`kind`in g?g:void 0;return o(_?x(_):``),t(u,f.state!==`waiting`&&m.state!==`waiting`),a(n,{children:[a(p,{answer:f,children:()=>_?a(`article`,{class:`entity`,children:[a(B,{entity:_,id:e}),a(V,{}),!d&&a(I,{entity:_}),a(`section`,{"aria-labelledby":`relations`,children:[a(`h2`,{id:`relations`,children:r.entity.relations}),a(p,{answer:m,children:e=>a(H,{id:_.id,node:e.node,asOf:d})})]}),a(U,{entity:_}),a(W,{entity:_}),a(G,{entity:_})]}):a(c,{page:!0,title:r.entity.notFound,children:[a(`p`,{children:r.entity.notFoundHint}),a(l,{big:!0})]})}),a(b,{})]})}function B({entity:e,id:t}){let r=s(),i=e.names.filter(t=>t.text!==x(e));return a(`div`,{class:`head`,children:[a(`p`,{class:`kind`,children:[a(d,{kind:e.kind,quiet:!0}),` `,r.kinds[e.kind]]}),a(`h1`,{children:a(u,{text:x(e)})}),e.id!==t&&a(`p`,{class:`note`,role:`status`,children:r.entity.redirected}),e.description&&a(`p`,{children:a(u,{text:e.description})}),i.length>0&&a(`ul`,{class:`names`,"aria-label":r.entity.names,children:i.slice(0,12).map(e=>a(`li`,{lang:e.language,children:a(u,{text:e.text})},e.text))}),a(`dl`,{class:`pairs`,children:[`titles`in e&&e.titles.length>0&&a(n,{children:[a(`dt`,{children:r.entity.titles}),a(`dd`,{children:a(u,{text:e.titles.join(`, `)})})]}),`startDate`in e&&e.startDate&&a(n,{children:[a(`dt`,{children:r.entity.date}),a(`dd`,{children:[a(_,{value:e.startDate.value}),e.endDate&&e.endDate.value!==e.startDate.value&&a(n,{children:[` – `,a(_,{value:e.endDate.value})]})]})]}),`heldStatus`in e&&e.heldStatus&&a(n,{children:[a(`dt`,{children:r.entity.status}),a(`dd`,{children:r.meetingStatus[e.heldStatus]??e.heldStatus})]}),`agreedOn`in e&&e.agreedOn&&a(n,{children:[a(`dt`,{children:r.entity.date}),a(`dd`,{children:a(_,{value:e.agreedOn.value})})]}),`agreementStatus`in e&&e.agreementStatus&&a(n,{children:[a(`dt`,{children:r.entity.status}),a(`dd`,{children:e.agreementStatus.toLowerCase()})]}),`amount`in e&&a(n,{children:[a(`dt`,{children:r.entity.amount}),a(`dd`,{children:a(u,{text:e.amount?.original??r.unknown})})]}),`budget`in e&&e.budget&&a(n,{children:[a(`dt`,{children:r.entity.budget}),a(`dd`,{children:a(u,{text:e.budget.original??``})})]}),`certifiedOn`in e&&e.certifiedOn&&a(n,{children:[a(`dt`,{children:r.relations.CERTIFIED.out}),a(`dd`,{children:a(_,{value:e.certifiedOn.value})})]}),e.identifiers.map(e=>a(n,{children:[a(`dt`,{children:e.scheme}),a(`dd`,{children:a(u,{text:e.value})})]}))]}),a(`p`,{class:`small`,children:r.entity.mentioned(y(e.documentCount))}),a(`p`,{class:`buttons`,children:[a(`a`,{class:`button`,href:v(`/graph`,{ids:e.id}),children:r.entity.graph}),a(`a`,{class:`button`,href:v(`/path`,{from:e.id}),children:r.entity.path}),a(`a`,{class:`button`,href:v(`/timeline`,{ids:e.id}),children:r.entity.timeline})]})]})}function V(){let e=s(),t=i();return a(`form`,{class:`asof`,onSubmit:e=>e.preventDefault(),children:[a(`label`,{for:`asof`,children:e.entity.asOf}),a(`input`,{id:`asof`,type:`date`,value:t.get(`asOf`),onChange:e=>t.go({asOf:e.currentTarget.value||null})}),t.get(`asOf`)&&a(`button`,{type:`button`,onClick:()=>t.go({asOf:null}),children:e.entity.asOfClear}),a(`span`,{class:`small`,children:e.entity.asOfHint})]})}function H({id:e,node:t,asOf:r}){let i=s(),o=Object.entries(t??{}).filter(([e,t])=>e!==`id`&&t?.totalCount>0);return o.length===0?a(c,{title:r?i.entity.noFactsThen:i.entity.noFacts}):a(n,{children:o.map(([t,n])=>{let i=t.lastIndexOf(`_`);return a(A,{id:e,type:t.slice(0,i),direction:t.slice(i+1),asOf:r,rows:n},t+r)})})}function U({entity:e}){let t=s();return!(`coParticipants`in e)||e.coParticipants.edges.length===0?null:a(`section`,{"aria-labelledby":`met`,children:[a(`h2`,{id:`met`,children:[t.entity.met,` `,a(`span`,{class:`count`,children:y(e.coParticipants.totalCount)})]}),a(`ol`,{class:`met`,children:e.coParticipants.edges.map(n=>a(`li`,{children:[a(C,{of:n.node}),` `,a(`a`,{class:`small`,href:v(`/path`,{from:e.id,to:n.node.id}),children:t.entity.meetings(y(n.count))})]},n.node.id))})]})}function W({entity:e}){let t=s(),{edges:n,totalCount:r}=e.documents;return n.length===0?null:a(`section`,{"aria-labelledby":`documents`,children:[a(`h2`,{id:`documents`,children:[t.entity.documents,` `,a(`span`,{class:`count`,children:y(r)})]}),a(`ul`,{class:`documents`,children:n.map(({node:e})=>a(`li`,{children:[a(`a`,{href:v(`/doc/`+encodeURIComponent(e.id)),children:a(u,{text:e.title??e.source})}),a(`span`,{class:`small`,children:[` `,e.publisher&&a(u,{text:e.publisher}),` `,e.publishedOn&&a(_,{value:e.publishedOn.value})]})]},e.id))}),r>n.length&&a(`p`,{children:a(`a`,{href:v(`/search`,{q:x(e),kind:`DOCUMENT`}),children:[t.entity.all,` (`,y(r),`)`]})})]})}function G({entity:e}){return a(`nav`,{"aria-labelledby":`questions`,children:[a(`h2`,{id:`questions`,children:s().nav.ask}),a(`ul`,{class:`plainlist questions`,children:w(e.kind).map(t=>a(`li`,{children:a(`a`,{href:v(`/ask/`+t.id,{[t.blanks[0].name]:e.id}),children:a(u,{text:T(t,n=>n===t.blanks[0].name?x(e):`…`)})})},t.id))})]})}export{z as EntityPage};