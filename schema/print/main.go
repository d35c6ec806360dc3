// Command print writes the whole schema to standard output, for the generator;
// with the argument federation what it has besides as a subgraph.
package main

import (
	"fmt"
	"os"

	"mueang/schema"
)

func main() {
	source := schema.Source
	if len(os.Args) == 2 && os.Args[1] == "federation" {
		source = schema.Federation
	}
	text, err := source()
	if err == nil {
		_, err = os.Stdout.WriteString(text)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
