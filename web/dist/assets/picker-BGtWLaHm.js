import{E as e,a as t,g as n,u as r,y as i}from"./index-CUh_z-An.js";import{n as a}from"./thing-BmJ9alPN.js";var o=e(`
  query Named($ids: [ID!]!) {
    nodes(ids: $ids) { __typename id ... on Entity { ...Label } }
  }
`);function s(e){return(t(o,e.length>0?{ids:e}:null).data?.nodes??[]).flatMap(e=>e&&`kind`in e?[e]:[])}function c({label:e,id:t,kinds:o,choose:c}){let[l]=s(t?[t]:[]);return n(`div`,{class:`picker`,children:[n(r,{label:e,text:l?a(l):``,kinds:o,choose:e=>c(e)}),t&&n(`button`,{type:`button`,class:`plain`,onClick:()=>c(null),children:[i().close,` ✕`]})]})}export{s as n,c as t};