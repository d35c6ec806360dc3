// The usual way to put GraphQL on Neo4j: @neo4j/graphql behind graphql-yoga, on
// the database that Mueang has filled. Arguments: the Bolt URL. It writes
// "READY port" when it serves.
import { createServer } from "node:http";
import { Neo4jGraphQL } from "@neo4j/graphql";
import { createYoga } from "graphql-yoga";
import neo4j from "neo4j-driver";

// The part of Mueang's schema that the questions need. What @neo4j/graphql has
// no way to say (paths, counts by year) is Cypher inside its schema.
const typeDefs = /* GraphQL */ `
  type Person @node @fulltext(indexes: [{ indexName: "bench_person", queryName: "searchPeople", fields: ["name"] }]) {
    id: ID!
    name: String!
    positions: [Post!]! @relationship(type: "HOLDS", direction: OUT)
    attended: [Meeting!]! @relationship(type: "ATTENDED", direction: OUT)
    chaired: [Meeting!]! @relationship(type: "CHAIRED", direction: OUT)
  }
  type Post @node {
    id: ID!
    name: String!
    roleText: String
    organization: [Organization!]! @relationship(type: "POST_IN", direction: OUT)
  }
  type Organization @node {
    id: ID!
    name: String!
  }
  type Meeting @node {
    id: ID!
    name: String!
    status: String
    firstDay: String
    chairs: [Person!]! @relationship(type: "CHAIRED", direction: IN, properties: "Fact")
    attendees: [Person!]! @relationship(type: "ATTENDED", direction: IN, properties: "Fact")
  }
  type Fact @relationshipProperties {
    role: String
    confidence: Float
  }
  type Bucket {
    year: String
    count: Int
  }
  type Hop {
    type: String
    from: String
    to: String
  }
  type Query {
    path(from: ID!, to: ID!): [Hop!]!
      @cypher(
        statement: """
        MATCH (a:Entity {id: $from}), (b:Entity {id: $to}), p = shortestPath((a)-[*..4]-(b))
        UNWIND relationships(p) AS r RETURN {type: type(r), from: r.subject, to: r.object} AS hop
        """
        columnName: "hop"
      )
    meetingsByYear: [Bucket!]!
      @cypher(
        statement: """
        MATCH (m:Meeting) WITH left(m.firstDay, 4) AS year, count(*) AS count
        RETURN {year: year, count: count} AS bucket ORDER BY year
        """
        columnName: "bucket"
      )
  }
`;

const driver = neo4j.driver(process.argv[2], neo4j.auth.basic("", ""));
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
const server = createServer(createYoga({ schema, graphiql: false, logging: false }));
server.listen(0, "127.0.0.1", () => console.log(`READY ${server.address().port}`));
process.stdin.resume().on("end", () => process.exit(0));
