// The questions of the page of an entity.
import { graphql } from '../gql';

export const labelFragment = graphql(`
  fragment Label on Entity {
    __typename
    id
    kind
    name
    thai: name(language: "th")
    english: name(language: "en")
  }
`);

export const rowsFragment = graphql(`
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
`);

export const Entity = graphql(`
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
`);

export const Relations = graphql(`
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
`);

export const MoreRelations = graphql(`
  query MoreRelations($id: ID!, $types: [RelationType!]!, $direction: Direction!, $asOf: Date, $rows: Int!, $after: String) {
    node(id: $id) { id ... on Entity { relations(types: $types, direction: $direction, asOf: $asOf, first: $rows, after: $after) { ...Rows } } }
  }
`);

export const Timeline = graphql(`
  query EntityTimeline($ids: [ID!]!, $after: String) {
    timeline(ids: $ids, first: 50, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      edges { date { value } node { ...Label ... on Meeting { heldStatus: status } ... on Agreement { agreementStatus: status } } }
    }
  }
`);
