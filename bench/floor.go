package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// statements are the questions in Cypher, as one would write them by hand for
// this database. Each gives one value, which is the answer.
var statements = map[string]string{
	"point": `MATCH (p:Person {id: $id}) RETURN {id: p.id, name: p.name}`,
	"page": `MATCH (m:Meeting) WHERE m.firstDay > "" WITH m ORDER BY m.firstDay DESC, m.id LIMIT 20
		RETURN collect({id: m.id, name: m.name, date: m.firstDay})`,
	"levels": `MATCH (m:Meeting) WHERE m.id > "" WITH m ORDER BY m.id LIMIT 20
		RETURN collect([m.id, m.name, m.firstDay, m.status,
			COLLECT { MATCH (m)<-[r:CHAIRED]-(p) WITH r, p ORDER BY p.id LIMIT 10 RETURN [r.role, r.confidence, p.id, p.name,
				COLLECT { MATCH (p)-[:HOLDS]->(o:Post) WITH o ORDER BY o.id LIMIT 5 RETURN [o.id, o.name, o.roleText,
					head(COLLECT { MATCH (o)-[:POST_IN]->(b) RETURN [b.id, b.name] LIMIT 1 })] }] },
			COLLECT { MATCH (m)<-[r:ATTENDED]-(p) WITH r, p ORDER BY p.id LIMIT 10 RETURN [r.role, r.confidence, p.id, p.name,
				COLLECT { MATCH (p)-[:HOLDS]->(o:Post) WITH o ORDER BY o.id LIMIT 5 RETURN [o.id, o.name, o.roleText,
					head(COLLECT { MATCH (o)-[:POST_IN]->(b) RETURN [b.id, b.name] LIMIT 1 })] }] }])`,
	"filter": `MATCH (p:Person {id: $id})-[:CHAIRED]->(m:Meeting) WITH DISTINCT m ORDER BY m.id LIMIT 20
		RETURN collect({id: m.id, name: m.name, date: m.firstDay})`,
	"search": `CALL db.index.fulltext.queryNodes("bench_person", $name, {limit: 20}) YIELD node
		RETURN collect({id: node.id, name: node.name})`,
	"path": `MATCH (a:Entity {id: $from}), (b:Entity {id: $to}), p = shortestPath((a)-[*..4]-(b))
		RETURN [r IN relationships(p) | {type: type(r), from: r.subject, to: r.object}]`,
	"statistics": `MATCH (m:Meeting) WITH left(m.firstDay, 4) AS year, count(*) AS count ORDER BY year
		RETURN collect({year: year, count: count})`,
}

// indexes are those that the statements here and the peer want beside Mueang's
// own, which are on labels that they do not use.
var indexes = []string{
	"CREATE FULLTEXT INDEX bench_person IF NOT EXISTS FOR (n:Person) ON EACH [n.name]",
	"CREATE INDEX bench_person_id IF NOT EXISTS FOR (n:Person) ON (n.id)",
	"CREATE INDEX bench_meeting_id IF NOT EXISTS FOR (n:Meeting) ON (n.id)",
	"CREATE INDEX bench_meeting_day IF NOT EXISTS FOR (n:Meeting) ON (n.firstDay)",
	"CALL db.awaitIndexes(600)",
}

// startFloor serves the statements through the Go driver: what is left when
// there is no GraphQL.
func startFloor(ctx context.Context, bolt string) (*system, error) {
	driver, err := neo4j.NewDriverWithContext(bolt, neo4j.NoAuth())
	if err != nil {
		return nil, err
	}
	session := driver.NewSession(ctx, neo4j.SessionConfig{})
	defer session.Close(ctx)
	for _, index := range indexes {
		result, err := session.Run(ctx, index, nil)
		if err == nil {
			_, err = result.Consume(ctx)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", index, err)
		}
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var asked struct {
			Query     string
			Variables map[string]any
		}
		if err := json.NewDecoder(r.Body).Decode(&asked); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		answer, err := floorAnswer(r.Context(), driver, statements[asked.Query], asked.Variables)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		_ = json.NewEncoder(w).Encode(map[string]any{"data": answer})
	}))
	return newSystem("Cypher by hand", cypher, server.URL, server.Close, func() { driver.Close(context.Background()) })
}

func floorAnswer(ctx context.Context, driver neo4j.DriverWithContext, statement string, variables map[string]any) (any, error) {
	session := driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead, FetchSize: neo4j.FetchAll})
	defer session.Close(ctx)
	result, err := session.Run(ctx, statement, variables)
	if err != nil {
		return nil, err
	}
	records, err := result.Collect(ctx)
	if err != nil || len(records) == 0 {
		return []any{}, err
	}
	return records[0].Values[0], nil
}
