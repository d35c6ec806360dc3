import{C as e,E as t,P as n,S as r,T as i,_ as a,a as o,c as s,d as c,g as l,h as u,i as d,p as f,r as p,s as m,t as h,v as g,w as _,y as v}from"./index-CUh_z-An.js";import{r as y,t as b}from"./thing-BmJ9alPN.js";var x=t(`
  query Search($text: String!, $kinds: [EntityKind!], $after: String) {
    search(text: $text, kinds: $kinds, first: 25, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      facets { kind count }
      yearFacets { year count }
      edges {
        score
        highlight
        node {
          __typename
          id
          ... on Entity { ...Label documentCount description }
          ... on Meeting { startDate { value } }
          ... on Agreement { agreedOn: date { value } }
          ... on Document { title publisher publishedOn { value } }
        }
      }
    }
    all: search(text: $text, first: 1) { totalCount facets { kind count } }
  }
`),S=t(`
  query Browse($kinds: [EntityKind!]!) {
    centrality(metric: DEGREE, kinds: $kinds, first: 100) { score entity { ...Label documentCount } }
  }
`),C=t(`
  query Latest {
    documents(first: 100, orderBy: { field: DATE, direction: DESC }) { totalCount nodes { id title source publisher publishedOn { value } } }
  }
`);function w(){let e=_(),t=e.list(`kind`);if(e.get(`q`))return l(D,{});let n=t.filter(e=>e!==`DOCUMENT`);return n.length>0?l(T,{kinds:n}):t.length>0?l(E,{}):l(m,{page:!0,title:v().search.short,children:l(`p`,{children:v().search.begin})})}function T({kinds:e}){let t=v(),r=e.map(e=>t.kinds[e]).join(`, `);d(r);let a=o(S,{kinds:e});return i(_(),a.state!==`waiting`),l(n,{children:[l(`h1`,{children:r}),l(`p`,{children:t.search.best}),l(s,{answer:a,children:({centrality:e})=>l(`ol`,{class:`hits`,children:e.map(({entity:e,score:n})=>l(`li`,{children:[l(b,{of:e}),` `,l(`span`,{class:`small`,children:[t.entity.facts(g(n)),` · `,t.entity.mentioned(g(e.documentCount))]})]},e.id))})})]})}function E(){let t=v();d(t.kinds.DOCUMENT);let r=o(C,{});return i(_(),r.state!==`waiting`),l(n,{children:[l(`h1`,{children:t.kinds.DOCUMENT}),l(s,{answer:r,children:({documents:r})=>l(n,{children:[l(`p`,{children:t.search.newest(g(r.nodes.length),g(r.totalCount))}),l(`ol`,{class:`hits`,children:r.nodes.map(t=>l(`li`,{children:[l(`a`,{href:e(`/doc/`+encodeURIComponent(t.id)),children:l(c,{text:t.title??t.source})}),` `,l(`span`,{class:`small`,children:[t.publisher&&l(c,{text:t.publisher}),` `,t.publishedOn&&l(h,{value:t.publishedOn.value})]})]},t.id))})]})})]})}function D(){let t=v(),b=_(),S=b.get(`q`),C=b.list(`kind`);d(S);let w=o(x,{text:S,kinds:C.length>0?C:null,after:b.get(`after`)||null});i(b,w.state!==`waiting`);let T=e=>b.with({kind:C.includes(e)?C.filter(t=>t!==e):[...C,e],after:null});return l(s,{answer:w,children:({search:i,all:o})=>l(`div`,{class:`columns`,children:[l(`aside`,{"aria-label":t.search.kinds,children:[l(`h2`,{children:t.search.kinds}),l(`ul`,{class:`facets`,children:o.facets.map(e=>l(`li`,{children:l(`a`,{href:T(e.kind),"aria-current":C.includes(e.kind)?`true`:void 0,children:[l(u,{kind:e.kind,quiet:!0}),` `,t.kinds[e.kind],` `,l(`span`,{class:`count`,children:g(e.count)})]})},e.kind))}),C.length>0&&l(`p`,{children:l(`a`,{href:b.with({kind:null,after:null}),children:t.search.clear})}),i.yearFacets.length>0&&l(n,{children:[l(`h2`,{children:t.search.years}),l(`ul`,{class:`bars`,children:i.yearFacets.map(e=>l(`li`,{children:[p(e.year,a.value),` `,l(`meter`,{min:0,max:Math.max(...i.yearFacets.map(e=>e.count)),value:e.count,"aria-label":g(e.count)}),` `,l(`span`,{class:`count`,children:g(e.count)})]},e.year))})]})]}),l(`section`,{"aria-labelledby":`results`,children:[l(`h1`,{id:`results`,children:l(c,{text:S})}),l(`p`,{role:`status`,children:t.search.results(g(i.totalCount))}),i.edges.length===0&&l(m,{title:o.totalCount>0?t.search.filteredOut(g(o.totalCount)):t.search.noMatch(f(S)),children:o.totalCount>0?l(`a`,{href:b.with({kind:null,after:null}),children:t.search.clear}):l(`p`,{children:t.search.noMatchHint})}),l(`ol`,{class:`hits`,children:i.edges.map(({node:i,highlight:a,score:o})=>l(`li`,{children:[l(`a`,{class:`thing`,href:e(r(i)),children:[l(u,{kind:`kind`in i?i.kind:`DOCUMENT`}),` `,l(c,{text:(`title`in i?i.title:`name`in i?i.name:null)??a})]}),l(`span`,{class:`small`,children:[` `,`kind`in i?t.kinds[i.kind]:t.kinds.DOCUMENT,`name`in i&&a!==i.name&&l(n,{children:[` · `,l(`mark`,{children:l(c,{text:a})})]}),`startDate`in i&&i.startDate&&l(n,{children:[` · `,l(h,{value:i.startDate.value})]}),`agreedOn`in i&&i.agreedOn&&l(n,{children:[` · `,l(h,{value:i.agreedOn.value})]}),`publishedOn`in i&&i.publishedOn&&l(n,{children:[` · `,i.publisher&&l(c,{text:i.publisher}),` `,l(h,{value:i.publishedOn.value})]}),`documentCount`in i&&l(n,{children:[` · `,t.entity.mentioned(g(i.documentCount))]}),` · `,l(`span`,{title:t.search.score,children:o.toFixed(2)})]})]},i.id))}),l(`p`,{class:`pages`,children:[b.get(`after`)&&l(`a`,{href:b.with({after:null}),children:`⏮ 1`}),i.pageInfo.hasNextPage&&l(`a`,{href:b.with({after:i.pageInfo.endCursor??null}),rel:`next`,children:[t.next,` →`]}),l(y,{name:`search-${S}`,head:[`id`,`kind`,`name`,`score`],rows:()=>i.edges.map(({node:e,highlight:t,score:n})=>[e.id,`kind`in e?e.kind:`DOCUMENT`,t,String(n)]),of:i.totalCount})]})]})]})})}export{w as Search};