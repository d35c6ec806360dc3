package model_test

import (
	"testing"

	"mueang/graph/kg"
	"mueang/graph/store/storetest"
	"mueang/graph/store/storetest/model"
)

// Two models must agree, or the differential test itself depends on chance.
func TestDifferential(t *testing.T) {
	for seed := range uint64(4) {
		storetest.Differential(t, seed, 20, map[string]kg.Store{"model": model.New(), "another": model.New()})
	}
}

func TestConformance(t *testing.T) {
	storetest.Run(t, storetest.Config{
		Open:   func(*testing.T) kg.Store { return model.New() },
		Reopen: func(_ *testing.T, s kg.Store) kg.Store { return s },
	})
}
