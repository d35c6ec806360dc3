package neo4jtest

import (
	"context"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

func TestWipeEmptiesTheOneServerOfTheProcess(t *testing.T) {
	url := Start(t)
	if again := Start(t); again != url {
		t.Errorf("a second Start gives %s, not %s", again, url)
	}
	ctx := context.Background()
	driver, err := neo4j.NewDriverWithContext(url, neo4j.NoAuth())
	if err != nil {
		t.Fatal(err)
	}
	defer driver.Close(ctx)
	count := func(cypher string) int64 {
		t.Helper()
		result, err := neo4j.ExecuteQuery(ctx, driver, cypher, nil, neo4j.EagerResultTransformer)
		if err != nil {
			t.Fatal(err)
		}
		return result.Records[0].Values[0].(int64)
	}
	if n := count(`UNWIND range(1, 20) AS i CREATE (:A {i: i})-[:R]->(:B) RETURN count(*)`); n != 20 {
		t.Fatalf("created %d pairs", n)
	}
	Wipe(t, url)
	if n := count(`MATCH (n) RETURN count(n)`); n != 0 {
		t.Errorf("%d nodes are left", n)
	}
}
