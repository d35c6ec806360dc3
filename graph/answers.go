package graph

import (
	"encoding/json"
	"io"
	"sync"
	"sync/atomic"

	"github.com/99designs/gqlgen/graphql"
	"github.com/hashicorp/golang-lru/v2/simplelru"
	"github.com/vektah/gqlparser/v2/ast"

	"mueang/graph/kg"
)

// answers keeps what has been asked: operations compiled with their variables,
// and the last answer of each root field with the state of the store that it
// is from. Who asks again is given that answer when the store says, in the
// round trip in which it would have computed it, that it is in that state
// still. What was asked longest ago makes room.
type answers struct {
	mu    sync.Mutex
	kept  *simplelru.LRU[string, *keptOperation]
	size  int
	limit int // of size
}

// keptOperation is an operation as it is kept.
type keptOperation struct {
	fields map[string]*rootField
	cost   int
	size   int // about how many bytes it takes with its answers
	gone   bool
}

const (
	maxKeptOperations = 10_000
	// keySize is about how many bytes a compiled key of an answer takes.
	keySize = 512
	// maxShare is the part of the whole that one answer may take.
	maxShare = 16
)

// newAnswers keeps up to limit bytes, nothing for 0.
func newAnswers(limit int) *answers {
	a := &answers{limit: limit}
	// The number is positive, so there is no error.
	a.kept, _ = simplelru.NewLRU(maxKeptOperations, func(_ string, k *keptOperation) {
		k.gone = true
		a.size -= k.size
	})
	return a
}

// answersKey tells operations apart by their text, name and variables. It is
// "" for what is not kept: mutations, and what is very long.
func answersKey(request *graphql.OperationContext) string {
	if request.Operation.Operation != ast.Query || len(request.RawQuery) > maxCachedQuery {
		return ""
	}
	variables, err := json.Marshal(request.Variables) // sorted by name
	if err != nil || len(variables) > maxCachedQuery {
		return ""
	}
	return request.OperationName + "\x00" + string(variables) + "\x00" + request.RawQuery
}

func (a *answers) get(key string) *keptOperation {
	if key == "" || a.limit == 0 {
		return nil
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	k, _ := a.kept.Get(key)
	return k
}

// add keeps a compiled operation of some keys.
func (a *answers) add(key string, k *keptOperation, keys int) {
	if key == "" || a.limit == 0 {
		return
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.kept.Contains(key) { // another request was faster
		return
	}
	k.size = len(key) + keySize*keys
	a.size += k.size
	a.kept.Add(key, k)
	a.shrink()
}

// keep keeps the answer of a root field of k.
func (a *answers) keep(k *keptOperation, field *rootField, answer *keptAnswer) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if k.size == 0 || k.gone || len(answer.data) > a.limit/maxShare {
		return
	}
	grown := len(answer.data)
	if before := field.kept.Swap(answer); before != nil {
		grown -= len(before.data)
	}
	k.size += grown
	a.size += grown
	a.shrink()
}

func (a *answers) shrink() {
	for a.size > a.limit {
		if _, _, ok := a.kept.RemoveOldest(); !ok {
			return
		}
	}
}

// keptAnswer is the answer of a root field in one state of the store. It is
// not changed.
type keptAnswer struct {
	state kg.State
	data  []byte
}

// MarshalGQL writes the answer into the response.
func (k *keptAnswer) MarshalGQL(out io.Writer) {
	// The response is a buffer, which takes everything.
	_, _ = out.Write(k.data)
}

// lastAnswer is where a root field has its last answer.
type lastAnswer = atomic.Pointer[keptAnswer]

// bytes gives about how many are kept.
func (a *answers) bytes() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.size
}
