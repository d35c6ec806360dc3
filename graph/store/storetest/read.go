package storetest

import "testing"

// read holds the cases of Run.
func (c Config) read(t *testing.T) {}
