import{C as e,E as t,P as n,S as r,T as i,_ as a,c as o,d as s,g as c,h as l,i as u,o as d,r as f,s as p,t as m,v as h,w as g,y as _}from"./index-BtGRnpSg.js";import{r as v,t as y}from"./thing-Lj43agLT.js";var b=t(`
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
`),x=t(`
  query Browse($kinds: [EntityKind!]!) {
    centrality(metric: DEGREE, kinds: $kinds, first: 100) { score entity { ...Label documentCount } }
  }
`),S=t(`
  query Latest {
    documents(first: 100, orderBy: { field: DATE, direction: DESC }) { totalCount nodes { id title source publisher publishedOn { value } } }
  }
`);function C(){let e=g(),t=e.list(`kind`);if(e.get(`q`))return c(E,{});let n=t.filter(e=>e!==`DOCUMENT`);return n.length>0?c(w,{kinds:n}):t.length>0?c(T,{}):c(d,{page:!0,title:_().search.short,children:c(`p`,{children:_().search.begin})})}function w({kinds:e}){let t=_(),r=e.map(e=>t.kinds[e]).join(`, `);u(r);let a=o(x,{kinds:e});return i(g(),a.state!==`waiting`),c(n,{children:[c(`h1`,{children:r}),c(`p`,{children:t.search.best}),c(p,{answer:a,children:({centrality:e})=>c(`ol`,{class:`hits`,children:e.map(({entity:e,score:n})=>c(`li`,{children:[c(y,{of:e}),` `,c(`span`,{class:`small`,children:[t.entity.facts(h(n)),` · `,t.entity.mentioned(h(e.documentCount))]})]},e.id))})})]})}function T(){let t=_();u(t.kinds.DOCUMENT);let r=o(S,{});return i(g(),r.state!==`waiting`),c(n,{children:[c(`h1`,{children:t.kinds.DOCUMENT}),c(p,{answer:r,children:({documents:r})=>c(n,{children:[c(`p`,{children:t.search.newest(h(r.nodes.length),h(r.totalCount))}),c(`ol`,{class:`hits`,children:r.nodes.map(t=>c(`li`,{children:[c(`a`,{href:e(`/doc/`+encodeURIComponent(t.id)),children:c(s,{text:t.title??t.source})}),` `,c(`span`,{class:`small`,children:[t.publisher,` `,t.publishedOn&&c(m,{value:t.publishedOn.value})]})]},t.id))})]})})]})}function E(){let t=_(),y=g(),x=y.get(`q`),S=y.list(`kind`);u(x);let C=o(b,{text:x,kinds:S.length>0?S:null,after:y.get(`after`)||null});i(y,C.state!==`waiting`);let w=e=>y.with({kind:S.includes(e)?S.filter(t=>t!==e):[...S,e],after:null});return c(p,{answer:C,children:({search:i,all:o})=>c(`div`,{class:`columns`,children:[c(`aside`,{"aria-label":t.search.kinds,children:[c(`h2`,{children:t.search.kinds}),c(`ul`,{class:`facets`,children:o.facets.map(e=>c(`li`,{children:c(`a`,{href:w(e.kind),"aria-current":S.includes(e.kind)?`true`:void 0,children:[c(l,{kind:e.kind,quiet:!0}),` `,t.kinds[e.kind],` `,c(`span`,{class:`count`,children:h(e.count)})]})},e.kind))}),S.length>0&&c(`p`,{children:c(`a`,{href:y.with({kind:null,after:null}),children:t.search.clear})}),i.yearFacets.length>0&&c(n,{children:[c(`h2`,{children:t.search.years}),c(`ul`,{class:`bars`,children:i.yearFacets.map(e=>c(`li`,{children:[f(e.year,a.value),` `,c(`meter`,{min:0,max:Math.max(...i.yearFacets.map(e=>e.count)),value:e.count,"aria-label":h(e.count)}),` `,c(`span`,{class:`count`,children:h(e.count)})]},e.year))})]})]}),c(`section`,{"aria-labelledby":`results`,children:[c(`h1`,{id:`results`,children:c(s,{text:x})}),c(`p`,{role:`status`,children:t.search.results(h(i.totalCount))}),i.edges.length===0&&c(d,{title:o.totalCount>0?t.search.filteredOut(h(o.totalCount)):t.search.noMatch(x),children:o.totalCount>0?c(`a`,{href:y.with({kind:null,after:null}),children:t.search.clear}):c(`p`,{children:t.search.noMatchHint})}),c(`ol`,{class:`hits`,children:i.edges.map(({node:i,highlight:a,score:o})=>c(`li`,{children:[c(`a`,{class:`thing`,href:e(r(i)),children:[c(l,{kind:`kind`in i?i.kind:`DOCUMENT`}),` `,c(s,{text:(`title`in i?i.title:`name`in i?i.name:null)??a})]}),c(`span`,{class:`small`,children:[` `,`kind`in i?t.kinds[i.kind]:t.kinds.DOCUMENT,`name`in i&&a!==i.name&&c(n,{children:[` · `,c(`mark`,{children:c(s,{text:a})})]}),`startDate`in i&&i.startDate&&c(n,{children:[` · `,c(m,{value:i.startDate.value})]}),`agreedOn`in i&&i.agreedOn&&c(n,{children:[` · `,c(m,{value:i.agreedOn.value})]}),`publishedOn`in i&&i.publishedOn&&c(n,{children:[` · `,i.publisher,` `,c(m,{value:i.publishedOn.value})]}),`documentCount`in i&&c(n,{children:[` · `,t.entity.mentioned(h(i.documentCount))]}),` · `,c(`span`,{title:t.search.score,children:o.toFixed(2)})]})]},i.id))}),c(`p`,{class:`pages`,children:[y.get(`after`)&&c(`a`,{href:y.with({after:null}),children:`⏮ 1`}),i.pageInfo.hasNextPage&&c(`a`,{href:y.with({after:i.pageInfo.endCursor??null}),rel:`next`,children:[t.next,` →`]}),c(v,{name:`search-${x}`,head:[`id`,`kind`,`name`,`score`],rows:()=>i.edges.map(({node:e,highlight:t,score:n})=>[e.id,`kind`in e?e.kind:`DOCUMENT`,t,String(n)]),of:i.totalCount})]})]})]})})}export{C as Search};