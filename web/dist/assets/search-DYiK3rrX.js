import{C as e,D as t,E as n,F as r,T as i,_ as a,a as o,b as s,c,f as l,g as u,i as d,l as f,m as p,o as m,t as h,v as g,w as _,y as v}from"./index-ChvIRyN7.js";import{r as y,t as b}from"./thing-R9jazf0J.js";var x=t(`
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
`);function w(){let e=i(),t=e.list(`kind`);if(e.get(`q`))return a(D,{});let n=t.filter(e=>e!==`DOCUMENT`);return n.length>0?a(T,{kinds:n}):t.length>0?a(E,{}):a(c,{page:!0,title:s().search.short,children:a(`p`,{children:s().search.begin})})}function T({kinds:e}){let t=s(),c=e.map(e=>t.kinds[e]).join(`, `);o(c);let l=m(S,{kinds:e});return n(i(),l.state!==`waiting`),a(r,{children:[a(`h1`,{children:c}),a(`p`,{children:t.search.best}),a(f,{answer:l,children:({centrality:e})=>a(`ol`,{class:`hits`,children:e.map(({entity:e,score:n})=>a(`li`,{children:[a(b,{of:e}),` `,a(`span`,{class:`small`,children:[t.entity.facts(v(n)),` · `,t.entity.mentioned(v(e.documentCount))]})]},e.id))})})]})}function E(){let e=s();o(e.kinds.DOCUMENT);let t=m(C,{});return n(i(),t.state!==`waiting`),a(r,{children:[a(`h1`,{children:e.kinds.DOCUMENT}),a(f,{answer:t,children:({documents:t})=>a(r,{children:[a(`p`,{children:e.search.newest(v(t.nodes.length),v(t.totalCount))}),a(`ol`,{class:`hits`,children:t.nodes.map(e=>a(`li`,{children:[a(`a`,{href:_(`/doc/`+encodeURIComponent(e.id)),children:a(l,{text:e.title??e.source})}),` `,a(`span`,{class:`small`,children:[e.publisher&&a(l,{text:e.publisher}),` `,e.publishedOn&&a(h,{value:e.publishedOn.value})]})]},e.id))})]})})]})}function D(){let t=s(),b=i(),S=b.get(`q`),C=b.list(`kind`);o(S);let w=m(x,{text:S,kinds:C.length>0?C:null,after:b.get(`after`)||null});n(b,w.state!==`waiting`);let T=e=>b.with({kind:C.includes(e)?C.filter(t=>t!==e):[...C,e],after:null});return a(f,{answer:w,children:({search:n,all:i})=>a(`div`,{class:`columns`,children:[a(`aside`,{"aria-label":t.search.kinds,children:[a(`h2`,{children:t.search.kinds}),a(`ul`,{class:`facets`,children:i.facets.map(e=>a(`li`,{children:a(`a`,{href:T(e.kind),"aria-current":C.includes(e.kind)?`true`:void 0,children:[a(u,{kind:e.kind,quiet:!0}),` `,t.kinds[e.kind],` `,a(`span`,{class:`count`,children:v(e.count)})]})},e.kind))}),C.length>0&&a(`p`,{children:a(`a`,{href:b.with({kind:null,after:null}),children:t.search.clear})}),n.yearFacets.length>0&&a(r,{children:[a(`h2`,{children:t.search.years}),a(`ul`,{class:`bars`,children:n.yearFacets.map(e=>a(`li`,{children:[d(e.year,g.value),` `,a(`meter`,{min:0,max:Math.max(...n.yearFacets.map(e=>e.count)),value:e.count,"aria-label":v(e.count)}),` `,a(`span`,{class:`count`,children:v(e.count)})]},e.year))})]})]}),a(`section`,{"aria-labelledby":`results`,children:[a(`h1`,{id:`results`,children:a(l,{text:S})}),a(`p`,{role:`status`,children:t.search.results(v(n.totalCount))}),n.edges.length===0&&a(c,{title:i.totalCount>0?t.search.filteredOut(v(i.totalCount)):t.search.noMatch(p(S)),children:i.totalCount>0?a(`a`,{href:b.with({kind:null,after:null}),children:t.search.clear}):a(`p`,{children:t.search.noMatchHint})}),a(`ol`,{class:`hits`,children:n.edges.map(({node:n,highlight:i,score:o})=>a(`li`,{children:[a(`a`,{class:`thing`,href:_(e(n)),children:[a(u,{kind:`kind`in n?n.kind:`DOCUMENT`}),` `,a(l,{text:(`title`in n?n.title:`name`in n?n.name:null)??i})]}),a(`span`,{class:`small`,children:[` `,`kind`in n?t.kinds[n.kind]:t.kinds.DOCUMENT,`name`in n&&i!==n.name&&a(r,{children:[` · `,a(`mark`,{children:a(l,{text:i})})]}),`startDate`in n&&n.startDate&&a(r,{children:[` · `,a(h,{value:n.startDate.value})]}),`agreedOn`in n&&n.agreedOn&&a(r,{children:[` · `,a(h,{value:n.agreedOn.value})]}),`publishedOn`in n&&n.publishedOn&&a(r,{children:[` · `,n.publisher&&a(l,{text:n.publisher}),` `,a(h,{value:n.publishedOn.value})]}),`documentCount`in n&&a(r,{children:[` · `,t.entity.mentioned(v(n.documentCount))]}),` · `,a(`span`,{title:t.search.score,children:o.toFixed(2)})]})]},n.id))}),a(`p`,{class:`pages`,children:[b.get(`after`)&&a(`a`,{href:b.with({after:null}),children:`⏮ 1`}),n.pageInfo.hasNextPage&&a(`a`,{href:b.with({after:n.pageInfo.endCursor??null}),rel:`next`,children:[t.next,` →`]}),a(y,{name:`search-${S}`,head:[`id`,`kind`,`name`,`score`],rows:()=>n.edges.map(({node:e,highlight:t,score:n})=>[e.id,`kind`in e?e.kind:`DOCUMENT`,t,String(n)]),of:n.totalCount})]})]})]})})}export{w as Search};