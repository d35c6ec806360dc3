import{D as e,_ as t,b as n,d as r,o as i}from"./index-ChvIRyN7.js";import{n as a}from"./thing-R9jazf0J.js";var o=e(`
  query Named($ids: [ID!]!) {
    nodes(ids: $ids) { __typename id ... on Entity { ...Label } }
  }
`);function s(e){return(i(o,e.length>0?{ids:e}:null).data?.nodes??[]).flatMap(e=>e&&`kind`in e?[e]:[])}function c({label:e,id:i,kinds:o,choose:c}){let[l]=s(i?[i]:[]);return t(`div`,{class:`picker`,children:[t(r,{label:e,text:l?a(l):``,kinds:o,choose:e=>c(e)}),i&&t(`button`,{type:`button`,class:`plain`,onClick:()=>c(null),children:[n().close,` ✕`]})]})}export{s as n,c as t};