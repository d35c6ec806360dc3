import{C as e,E as t,M as n,O as r,P as i,T as a,a as o,c as s,d as c,g as l,h as u,i as d,n as f,o as p,s as m,t as h,u as g,v as _,w as v,y}from"./index-CUh_z-An.js";import{t as b}from"./evidence-gox8hLGq.js";import{n as x,r as S,t as C}from"./thing-BmJ9alPN.js";import{n as w,r as T}from"./questions-C-wy9GDo.js";t(`
  fragment Label on Entity {
    __typename
    id
    kind
    name
    thai: name(language: "th")
    english: name(language: "en")
  }
`),t(`
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
`);var E=t(`
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
`),D=t(`
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
`),O=t(`
  query MoreRelations($id: ID!, $types: [RelationType!]!, $direction: Direction!, $asOf: Date, $rows: Int!, $after: String) {
    node(id: $id) { id ... on Entity { relations(types: $types, direction: $direction, asOf: $asOf, first: $rows, after: $after) { ...Rows } } }
  }
`);t(`
  query EntityTimeline($ids: [ID!]!, $after: String) {
    timeline(ids: $ids, first: 50, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      edges { date { value } node { ...Label ... on Meeting { heldStatus: status } ... on Agreement { agreementStatus: status } } }
    }
  }
`);var k=50;function A({id:e,type:t,direction:a,asOf:o,rows:s}){let u=y(),d=v(),[f,m]=n([]),[g,b]=n(null),w=[s,...f],T=w.flatMap(e=>e.edges),E=w.at(-1).pageInfo,D=u.relations[t][a===`IN`?`in`:`out`],A=`${t}-${a}`,I=d.get(`f`),L=()=>r(O,{id:e,types:[t],direction:a,asOf:o,rows:k,after:E.endCursor??null}).then(e=>{b(null),e.node&&`relations`in e.node&&m([...f,e.node.relations])},e=>b(e));return l(`section`,{class:`relation`,"aria-labelledby":A,children:[l(`h3`,{id:A,children:[D,` `,l(`span`,{class:`count`,children:_(s.totalCount)})]}),l(`table`,{children:l(`tbody`,{children:T.map(e=>l(`tr`,{class:[e.factStatus===`DISPUTED`&&`disputed`,e.factId===I&&`chosen`].filter(Boolean).join(` `)||void 0,children:[l(`td`,{children:l(C,{of:e.node})}),l(`td`,{children:[M(e)&&l(c,{text:M(e)}),e.onBehalfOf&&l(i,{children:[` `,u.fact.onBehalfOf,` `,l(C,{of:e.onBehalfOf})]}),e.amount&&l(i,{children:[` `,l(c,{text:e.amount.original??``})]})]}),l(`td`,{class:`when`,children:[l(h,{value:N(e)}),P(e)&&l(`span`,{class:`tag`,children:u.meetingStatus[P(e)]??P(e)})]}),l(`td`,{class:`proof`,children:l(`a`,{href:d.with({f:e.factId}),"data-fact":e.factId,"aria-label":u.fact.open(j(e),`${D}, ${x(e.node)}`),children:j(e)})})]},e.factId))})}),g&&l(p,{error:g,again:L}),l(`p`,{class:`pages`,children:[E.hasNextPage&&l(`button`,{type:`button`,onClick:L,children:[u.more,` (`,_(s.totalCount-T.length),`)`]}),l(S,{name:`${e}-${t}-${a}`,of:s.totalCount,rows:()=>T.map(e=>F(e)),head:[`fact`,`relation`,`direction`,`id`,`kind`,`name`,`role`,`date`,`validFrom`,`validTo`,`observedFrom`,`observedTo`,`status`,`confidence`,`sources`]})]})]})}var j=e=>e.sourceCount===1?y().fact.oneSource:y().fact.sources(_(e.sourceCount)),M=e=>e.roleText??e.capacity??null,N=e=>(`startDate`in e.node?e.node.startDate?.value:`agreedOn`in e.node?e.node.agreedOn?.value:void 0)??e.date?.value??e.validFrom?.value??e.observedFrom?.value;function P(e){return e.factStatus===`DISPUTED`?y().factStatus.DISPUTED:`heldStatus`in e.node&&e.node.heldStatus&&e.node.heldStatus!==`HELD`?e.node.heldStatus:`agreementStatus`in e.node&&e.node.agreementStatus&&e.node.agreementStatus!==`SIGNED`?e.node.agreementStatus.toLowerCase():null}var F=e=>[e.factId,e.type,e.direction,e.node.id,e.node.kind,x(e.node),M(e)??e.role??``,N(e)??``,e.validFrom?.value??``,e.validTo?.value??``,e.observedFrom?.value??``,e.observedTo?.value??``,e.factStatus,e.confidence.toFixed(2),String(e.sourceCount)];function I({entity:e}){let t=y(),n=v(),r=`positions`in e?e.positions.edges.map(e=>({...e,of:e.node,within:e.organization})):`holders`in e?e.holders.edges.map(e=>({...e,of:e.node})):[];if(r.length===0)return null;let a=r.flatMap(e=>[e.validFrom,e.validTo,e.observedFrom,e.observedTo].flatMap(e=>e?[L(e.value)]:[])),o=Math.min(...a),s=Math.max(Math.max(...a)-o,1),c=(e,t)=>{if(!e&&!t)return null;let n=e?(L(e.value)-o)/s:0,r=t?(L(t.value)-o)/s:1;return{left:`${n*100}%`,width:`${Math.max((r-n)*100,1)}%`}};return l(`section`,{"aria-labelledby":`offices`,children:[l(`h2`,{id:`offices`,children:`positions`in e?t.entity.offices:t.relations.HOLDS.in}),l(`table`,{class:`offices`,children:l(`tbody`,{children:r.map(e=>{let r=c(e.validFrom,e.validTo),a=c(e.observedFrom,e.observedTo);return l(`tr`,{children:[l(`th`,{scope:`row`,children:[l(C,{of:e.of}),e.within&&!x(e.of).includes(x(e.within))&&l(`span`,{class:`small`,children:[` `,l(C,{of:e.within})]})]}),l(`td`,{class:`track`,"aria-hidden":`true`,children:[a&&l(`span`,{class:`bar seen`,style:a}),r&&l(`span`,{class:`bar stated`,style:r})]}),l(`td`,{class:`when`,children:l(`a`,{href:n.with({f:e.factId}),"data-fact":e.factId,children:e.validFrom||e.validTo?l(i,{children:[e.validFrom?l(h,{value:e.validFrom.value,brief:!0}):`…`,` – `,e.validTo?l(h,{value:e.validTo.value,brief:!0}):`…`]}):e.observedFrom?l(i,{children:[t.fact.observed,` `,l(h,{value:e.observedFrom.value,brief:!0}),e.observedTo&&e.observedTo.value!==e.observedFrom.value&&l(i,{children:[` – `,l(h,{value:e.observedTo.value,brief:!0})]})]}):t.entity.undated})})]},e.factId)})})})]})}var L=e=>Date.parse(f(e)),R=10;function z({id:e}){let t=y(),n=v(),r=n.get(`asOf`)||null,c=o(E,{id:e}),u=o(D,{id:e,asOf:r,rows:R}),f=c.data?.node,p=f&&`kind`in f?f:void 0;return d(p?x(p):``),a(n,c.state!==`waiting`&&u.state!==`waiting`),l(i,{children:[l(s,{answer:c,children:()=>p?l(`article`,{class:`entity`,children:[l(B,{entity:p,id:e}),l(V,{}),!r&&l(I,{entity:p}),l(`section`,{"aria-labelledby":`relations`,children:[l(`h2`,{id:`relations`,children:t.entity.relations}),l(s,{answer:u,children:e=>l(H,{id:p.id,node:e.node,asOf:r})})]}),l(U,{entity:p}),l(W,{entity:p}),l(G,{entity:p})]}):l(m,{page:!0,title:t.entity.notFound,children:[l(`p`,{children:t.entity.notFoundHint}),l(g,{big:!0})]})}),l(b,{})]})}function B({entity:t,id:n}){let r=y(),a=t.names.filter(e=>e.text!==x(t));return l(`div`,{class:`head`,children:[l(`p`,{class:`kind`,children:[l(u,{kind:t.kind,quiet:!0}),` `,r.kinds[t.kind]]}),l(`h1`,{children:l(c,{text:x(t)})}),t.id!==n&&l(`p`,{class:`note`,role:`status`,children:r.entity.redirected}),t.description&&l(`p`,{children:l(c,{text:t.description})}),a.length>0&&l(`ul`,{class:`names`,"aria-label":r.entity.names,children:a.slice(0,12).map(e=>l(`li`,{lang:e.language,children:l(c,{text:e.text})},e.text))}),l(`dl`,{class:`pairs`,children:[`titles`in t&&t.titles.length>0&&l(i,{children:[l(`dt`,{children:r.entity.titles}),l(`dd`,{children:l(c,{text:t.titles.join(`, `)})})]}),`startDate`in t&&t.startDate&&l(i,{children:[l(`dt`,{children:r.entity.date}),l(`dd`,{children:[l(h,{value:t.startDate.value}),t.endDate&&t.endDate.value!==t.startDate.value&&l(i,{children:[` – `,l(h,{value:t.endDate.value})]})]})]}),`heldStatus`in t&&t.heldStatus&&l(i,{children:[l(`dt`,{children:r.entity.status}),l(`dd`,{children:r.meetingStatus[t.heldStatus]??t.heldStatus})]}),`agreedOn`in t&&t.agreedOn&&l(i,{children:[l(`dt`,{children:r.entity.date}),l(`dd`,{children:l(h,{value:t.agreedOn.value})})]}),`agreementStatus`in t&&t.agreementStatus&&l(i,{children:[l(`dt`,{children:r.entity.status}),l(`dd`,{children:t.agreementStatus.toLowerCase()})]}),`amount`in t&&l(i,{children:[l(`dt`,{children:r.entity.amount}),l(`dd`,{children:l(c,{text:t.amount?.original??r.unknown})})]}),`budget`in t&&t.budget&&l(i,{children:[l(`dt`,{children:r.entity.budget}),l(`dd`,{children:l(c,{text:t.budget.original??``})})]}),`certifiedOn`in t&&t.certifiedOn&&l(i,{children:[l(`dt`,{children:r.relations.CERTIFIED.out}),l(`dd`,{children:l(h,{value:t.certifiedOn.value})})]}),t.identifiers.map(e=>l(i,{children:[l(`dt`,{children:e.scheme}),l(`dd`,{children:l(c,{text:e.value})})]}))]}),l(`p`,{class:`small`,children:r.entity.mentioned(_(t.documentCount))}),l(`p`,{class:`buttons`,children:[l(`a`,{class:`button`,href:e(`/graph`,{ids:t.id}),children:r.entity.graph}),l(`a`,{class:`button`,href:e(`/path`,{from:t.id}),children:r.entity.path}),l(`a`,{class:`button`,href:e(`/timeline`,{ids:t.id}),children:r.entity.timeline})]})]})}function V(){let e=y(),t=v();return l(`form`,{class:`asof`,onSubmit:e=>e.preventDefault(),children:[l(`label`,{for:`asof`,children:e.entity.asOf}),l(`input`,{id:`asof`,type:`date`,value:t.get(`asOf`),onChange:e=>t.go({asOf:e.currentTarget.value||null})}),t.get(`asOf`)&&l(`button`,{type:`button`,onClick:()=>t.go({asOf:null}),children:e.entity.asOfClear}),l(`span`,{class:`small`,children:e.entity.asOfHint})]})}function H({id:e,node:t,asOf:n}){let r=y(),a=Object.entries(t??{}).filter(([e,t])=>e!==`id`&&t?.totalCount>0);return a.length===0?l(m,{title:n?r.entity.noFactsThen:r.entity.noFacts}):l(i,{children:a.map(([t,r])=>{let i=t.lastIndexOf(`_`);return l(A,{id:e,type:t.slice(0,i),direction:t.slice(i+1),asOf:n,rows:r},t+n)})})}function U({entity:t}){let n=y();return!(`coParticipants`in t)||t.coParticipants.edges.length===0?null:l(`section`,{"aria-labelledby":`met`,children:[l(`h2`,{id:`met`,children:[n.entity.met,` `,l(`span`,{class:`count`,children:_(t.coParticipants.totalCount)})]}),l(`ol`,{class:`met`,children:t.coParticipants.edges.map(r=>l(`li`,{children:[l(C,{of:r.node}),` `,l(`a`,{class:`small`,href:e(`/path`,{from:t.id,to:r.node.id}),children:n.entity.meetings(_(r.count))})]},r.node.id))})]})}function W({entity:t}){let n=y(),{edges:r,totalCount:i}=t.documents;return r.length===0?null:l(`section`,{"aria-labelledby":`documents`,children:[l(`h2`,{id:`documents`,children:[n.entity.documents,` `,l(`span`,{class:`count`,children:_(i)})]}),l(`ul`,{class:`documents`,children:r.map(({node:t})=>l(`li`,{children:[l(`a`,{href:e(`/doc/`+encodeURIComponent(t.id)),children:l(c,{text:t.title??t.source})}),l(`span`,{class:`small`,children:[` `,t.publisher&&l(c,{text:t.publisher}),` `,t.publishedOn&&l(h,{value:t.publishedOn.value})]})]},t.id))}),i>r.length&&l(`p`,{children:l(`a`,{href:e(`/search`,{q:x(t),kind:`DOCUMENT`}),children:[n.entity.all,` (`,_(i),`)`]})})]})}function G({entity:t}){return l(`nav`,{"aria-labelledby":`questions`,children:[l(`h2`,{id:`questions`,children:y().nav.ask}),l(`ul`,{class:`plainlist questions`,children:w(t.kind).map(n=>l(`li`,{children:l(`a`,{href:e(`/ask/`+n.id,{[n.blanks[0].name]:t.id}),children:l(c,{text:T(n,e=>e===n.blanks[0].name?x(t):`…`)})})},n.id))})]})}export{z as EntityPage};