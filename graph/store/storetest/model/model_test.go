package model_test

import (
	"testing"

	"mueang/graph/kg"
	"mueang/graph/store/storetest"
	"mueang/graph/store/storetest/model"
)

func TestDifferential(t *testing.T) {
	for seed := range uint64(10) {
		storetest.Differential(t, seed, 20, map[string]kg.Store{"model": model.New(), "another": model.New()})
	}
}

func TestConformance(t *testing.T) {
	storetest.Run(t, storetest.Config{
		Open:   func(*testing.T) kg.Store { return model.New() },
		Reopen: func(_ *testing.T, s kg.Store) kg.Store { return s },
	})
}
